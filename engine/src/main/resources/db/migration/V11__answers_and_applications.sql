-- Answers that are kept for repeated requests, and the applications of accounts.

CREATE TABLE kept_answer (
    account_id   text NOT NULL REFERENCES account,
    key_hash     text NOT NULL,
    fingerprint  text NOT NULL,
    status       integer NOT NULL,
    content_type text NOT NULL,
    sealed_body  text NOT NULL,
    created      timestamptz NOT NULL,
    PRIMARY KEY (account_id, key_hash)
);
CREATE INDEX kept_answer_created ON kept_answer (created);

CREATE TABLE application (
    account_id    text NOT NULL REFERENCES account,
    id            text NOT NULL,
    friendly_name text NOT NULL,
    addresses     jsonb NOT NULL,
    created       timestamptz NOT NULL,
    updated       timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
