-- Conversations with what was found in them, the labels of each account, and what managers say of them.

CREATE TABLE conversation (
    account_id    text NOT NULL,
    id            text NOT NULL,
    call_id       text,
    queue_id      text,
    worker_id     text,
    flow          text,
    reference     text,
    channel       text NOT NULL,
    day           date,
    started       timestamptz NOT NULL,
    duration_ms   bigint NOT NULL,
    turn_count    integer NOT NULL,
    -- Characters of all turns: what is read at once is bounded by them.
    characters    integer NOT NULL,
    -- The version of the account's labels when it was analysed.
    label_version bigint NOT NULL,
    redacted      integer NOT NULL,
    -- Milliseconds of the recording that must not be heard, as pairs; not located means all of it.
    silences      json NOT NULL,
    located       boolean NOT NULL,
    created       timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX conversation_started ON conversation (account_id, started, id);
CREATE INDEX conversation_call ON conversation (account_id, call_id, id) WHERE call_id IS NOT NULL;

-- One row, not one a turn: reading the whole archive again is what it is made for.
CREATE TABLE conversation_content (
    account_id      text NOT NULL,
    conversation_id text NOT NULL,
    turns           json NOT NULL,
    found           json NOT NULL,
    PRIMARY KEY (account_id, conversation_id),
    FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id) ON DELETE CASCADE
);

CREATE TABLE conversation_label (
    account_id      text NOT NULL,
    conversation_id text NOT NULL,
    turn            integer NOT NULL,
    label           text NOT NULL,
    -- The version of the definition that put it there.
    version         bigint NOT NULL,
    by_rule         boolean NOT NULL,
    confidence      double precision NOT NULL,
    evidence        json NOT NULL,
    PRIMARY KEY (account_id, conversation_id, turn, label),
    FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id) ON DELETE CASCADE
);
CREATE INDEX conversation_label_name ON conversation_label (account_id, label, conversation_id);

CREATE TABLE label_version (
    account_id text PRIMARY KEY,
    version    bigint NOT NULL
);

-- Every version of every definition; no text means that the label was taken away.
CREATE TABLE label_definition (
    account_id text NOT NULL,
    name       text NOT NULL,
    version    bigint NOT NULL,
    definition text,
    changed    timestamptz NOT NULL,
    current    boolean NOT NULL,
    PRIMARY KEY (account_id, name, version)
);
CREATE UNIQUE INDEX label_definition_current ON label_definition (account_id, name) WHERE current;

-- How far the archive of an account is labelled anew: one at a time, from the first conversation to the last.
CREATE TABLE relabelling (
    account_id text PRIMARY KEY,
    version    bigint NOT NULL,
    labels     json NOT NULL,
    -- The last conversation that was done.
    after      text NOT NULL,
    done       bigint NOT NULL,
    total      bigint NOT NULL,
    begun      timestamptz NOT NULL,
    updated    timestamptz NOT NULL,
    finished   timestamptz
);
CREATE INDEX relabelling_open ON relabelling (updated) WHERE finished IS NULL;

CREATE TABLE label_review (
    account_id      text NOT NULL,
    conversation_id text NOT NULL,
    turn            integer NOT NULL,
    label           text NOT NULL,
    accepted        boolean NOT NULL,
    reviewed        timestamptz NOT NULL,
    PRIMARY KEY (account_id, conversation_id, turn, label),
    FOREIGN KEY (account_id, conversation_id) REFERENCES conversation (account_id, id) ON DELETE CASCADE
);
CREATE INDEX label_review_label ON label_review (account_id, label);

CREATE TABLE conversation_settings (
    account_id     text PRIMARY KEY,
    -- No number means for ever.
    retention_days integer CHECK (retention_days > 0),
    redact         json NOT NULL
);
