-- Routing policies, and where an item is in the one that it goes by.

CREATE TABLE routing_policy (
    account_id             text NOT NULL,
    workspace_id           text NOT NULL,
    id                     text NOT NULL,
    name                   text NOT NULL,
    -- As it was given: json, not jsonb, keeps the order of its members.
    document               json NOT NULL,
    reservation_timeout_ms bigint CHECK (reservation_timeout_ms > 0),
    created                timestamptz NOT NULL,
    updated                timestamptz NOT NULL,
    version                bigint NOT NULL,
    PRIMARY KEY (account_id, workspace_id, id),
    FOREIGN KEY (account_id, workspace_id) REFERENCES workspace (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX routing_policy_name ON routing_policy (account_id, lower(name), workspace_id);
CREATE INDEX routing_policy_id ON routing_policy (account_id, id);

-- The queues that a policy names: they stay as long as it does.
CREATE TABLE routing_policy_queue (
    account_id   text NOT NULL,
    workspace_id text NOT NULL,
    queue_id     text NOT NULL,
    policy_id    text NOT NULL,
    PRIMARY KEY (account_id, workspace_id, queue_id, policy_id),
    FOREIGN KEY (account_id, workspace_id, policy_id) REFERENCES routing_policy (account_id, workspace_id, id)
        ON DELETE CASCADE
);
CREATE INDEX routing_policy_queue_policy ON routing_policy_queue (account_id, workspace_id, policy_id);

ALTER TABLE work_queue ADD COLUMN task_order text NOT NULL DEFAULT 'fifo' CHECK (task_order IN ('fifo', 'lifo'));

ALTER TABLE work_item
    ADD COLUMN ignores_capacity boolean NOT NULL DEFAULT false,
    ADD COLUMN queue_entered timestamptz,
    ADD COLUMN policy_id text,
    ADD COLUMN route_state text CHECK (route_state IN ('arrived', 'entering', 'waiting', 'used_up')),
    ADD COLUMN route_filter integer,
    ADD COLUMN route_position integer,
    ADD COLUMN target_ends timestamptz,
    ADD CONSTRAINT work_item_route CHECK ((policy_id IS NULL) = (route_state IS NULL)
        AND (policy_id IS NULL) = (route_position IS NULL));
UPDATE work_item SET queue_entered = created;
ALTER TABLE work_item ALTER COLUMN queue_entered SET NOT NULL;
CREATE INDEX work_item_open_policy ON work_item (account_id, policy_id)
    WHERE state IN ('pending', 'reserved', 'assigned', 'wrapping') AND policy_id IS NOT NULL;
