-- Legs of calls, the instructions that models gave them, and recordings.

CREATE TABLE call (
    account_id       text NOT NULL,
    id               text NOT NULL,
    parent_id        text,
    direction        text NOT NULL CHECK (direction IN ('inbound', 'outbound-api', 'outbound-dial')),
    from_address     text NOT NULL,
    to_address       text NOT NULL,
    status           text NOT NULL CHECK (status IN ('queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed',
                                                     'no-answer', 'canceled')),
    flow_key         text,
    flow_version     integer NOT NULL,
    process_instance text,
    node             text NOT NULL,
    incarnation      bigint NOT NULL,
    dialog           text,
    created          timestamptz NOT NULL,
    answered         timestamptz,
    ended            timestamptz,
    end_cause        text,
    version          bigint NOT NULL,
    PRIMARY KEY (account_id, id),
    CHECK ((ended IS NULL) = (status IN ('queued', 'ringing', 'in-progress')))
);
CREATE INDEX call_from ON call (account_id, from_address, id);
CREATE INDEX call_to ON call (account_id, to_address, id);
CREATE INDEX call_parent ON call (account_id, parent_id, id) WHERE parent_id IS NOT NULL;
-- What is up now: few rows, whatever the table holds.
CREATE INDEX call_open ON call (account_id, status, id) WHERE ended IS NULL;
CREATE INDEX call_open_on_node ON call (node, incarnation) WHERE ended IS NULL;
CREATE INDEX call_not_completed ON call (account_id, status, id) WHERE status IN ('busy', 'failed', 'no-answer', 'canceled');

CREATE TABLE instruction (
    account_id   text NOT NULL,
    id           text NOT NULL,
    call_id      text NOT NULL,
    name         text NOT NULL,
    parameters   jsonb NOT NULL,
    element      text NOT NULL,
    execution_id text NOT NULL,
    issued       timestamptz NOT NULL,
    outcome      text,
    result       jsonb,
    completed    timestamptz,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX instruction_open ON instruction (account_id, call_id, id) WHERE outcome IS NULL;

CREATE TABLE recording (
    account_id      text NOT NULL,
    id              text NOT NULL,
    call_id         text NOT NULL,
    work_item_id    text,
    status          text NOT NULL CHECK (status IN ('in_progress', 'completed', 'failed')),
    file            text NOT NULL,
    duration_millis bigint NOT NULL,
    channels        integer NOT NULL,
    created         timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX recording_call ON recording (account_id, call_id, id);
