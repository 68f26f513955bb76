-- Whom routing policies ask about an offer, which offers are still to be told, and the keys that sign what is told.

ALTER TABLE routing_policy
    ADD COLUMN assignment_url text,
    ADD COLUMN assignment_fallback_url text,
    ADD CONSTRAINT routing_policy_fallback CHECK (assignment_fallback_url IS NULL OR assignment_url IS NOT NULL);

CREATE TABLE assignment_callback (
    account_id     text NOT NULL,
    reservation_id text NOT NULL,
    workspace_id   text NOT NULL,
    policy_id      text NOT NULL,
    -- When it may be told; while a node tells it, when another one may.
    due            timestamptz NOT NULL,
    PRIMARY KEY (account_id, reservation_id)
);
CREATE INDEX assignment_callback_due ON assignment_callback (due);

CREATE TABLE callback_key (
    account_id text PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    key        text NOT NULL
);
