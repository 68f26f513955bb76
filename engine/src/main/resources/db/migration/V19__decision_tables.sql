-- The decision tables from which routing policies were made, as they were drawn.

CREATE TABLE routing_policy_table (
    account_id   text NOT NULL,
    workspace_id text NOT NULL,
    policy_id    text NOT NULL,
    dmn          text NOT NULL,
    -- What it was translated into: a policy with another document does not go by the table any more.
    document     json NOT NULL,
    PRIMARY KEY (account_id, workspace_id, policy_id),
    FOREIGN KEY (account_id, workspace_id, policy_id) REFERENCES routing_policy (account_id, workspace_id, id)
        ON DELETE CASCADE
);
