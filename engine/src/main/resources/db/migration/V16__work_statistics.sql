-- What statistics count: milestones of work items, and how long workers are in which activity.

CREATE TABLE work_milestone (
    account_id     text NOT NULL,
    workspace_id   text NOT NULL,
    at             timestamptz NOT NULL,
    number         bigint GENERATED ALWAYS AS IDENTITY,
    kind           text NOT NULL,
    work_item_id   text NOT NULL,
    medium         text NOT NULL,
    queue_id       text NOT NULL,
    policy_id      text,
    reservation_id text,
    worker_id      text,
    waited_ms      bigint NOT NULL CHECK (waited_ms >= 0),
    in_queue_ms    bigint NOT NULL CHECK (in_queue_ms >= 0),
    PRIMARY KEY (account_id, workspace_id, at, number)
);
CREATE INDEX work_milestone_queue ON work_milestone (account_id, queue_id, at);
CREATE INDEX work_milestone_policy ON work_milestone (account_id, policy_id, at) WHERE policy_id IS NOT NULL;
CREATE INDEX work_milestone_worker ON work_milestone (account_id, worker_id, at) WHERE worker_id IS NOT NULL;
-- Rows lie in the order of time: what is too old to be asked for is found by the ranges of their blocks.
CREATE INDEX work_milestone_age ON work_milestone USING brin (at);

-- A span that goes on ends at infinity.
CREATE TABLE activity_span (
    account_id   text NOT NULL,
    workspace_id text NOT NULL,
    worker_id    text NOT NULL,
    number       bigint GENERATED ALWAYS AS IDENTITY,
    activity_id  text NOT NULL,
    started      timestamptz NOT NULL,
    ended        timestamptz NOT NULL DEFAULT 'infinity' CHECK (ended >= started),
    PRIMARY KEY (account_id, workspace_id, worker_id, number)
);
CREATE INDEX activity_span_ended ON activity_span (account_id, workspace_id, ended);
CREATE INDEX activity_span_age ON activity_span (ended);
INSERT INTO activity_span (account_id, workspace_id, worker_id, activity_id, started)
SELECT account_id, workspace_id, id, activity_id, status_changed FROM worker;
