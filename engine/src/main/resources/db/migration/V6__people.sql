-- The people who sign in to the console, and their sessions. Owner: engine.store.people.

CREATE TABLE person (
    account_id   text        NOT NULL REFERENCES account,
    id           text        NOT NULL,
    name         text        NOT NULL,
    role         text        NOT NULL CHECK (role IN ('agent', 'supervisor', 'manager', 'analyst', 'admin')),
    -- The worker that an agent is. No foreign key: whoever deletes a worker keeps the person's sign-in.
    workspace_id text,
    worker_id    text,
    password     text        NOT NULL,
    created      timestamptz NOT NULL,
    updated      timestamptz NOT NULL,
    PRIMARY KEY (account_id, id),
    CHECK ((workspace_id IS NULL) = (worker_id IS NULL))
);
CREATE UNIQUE INDEX person_name ON person (account_id, lower(name));

-- The hash of the cookie's secret, never the secret. Without a person it is the account itself that signed in.
CREATE TABLE console_session (
    account_id text        NOT NULL REFERENCES account,
    token_hash text        NOT NULL,
    signed_in  text        NOT NULL,
    person_id  text,
    opened     timestamptz NOT NULL,
    ends       timestamptz NOT NULL,
    PRIMARY KEY (account_id, token_hash),
    FOREIGN KEY (account_id, person_id) REFERENCES person (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX console_session_token ON console_session (token_hash);
CREATE INDEX console_session_ends ON console_session (ends);
CREATE INDEX console_session_person ON console_session (account_id, person_id) WHERE person_id IS NOT NULL;
