-- What happened, in order. Owner: engine.store.event.

-- One row for each (account, key): the last sequence number taken. Updated in the transaction that appends, so that
-- two transactions on one key wait for each other and numbers have no gaps.
CREATE TABLE event_key (
    account_id text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    seq        bigint           NOT NULL,
    PRIMARY KEY (account_id, key)
) WITH (fillfactor = 80);

-- The position is null until the relay has seen the row committed.
CREATE TABLE event (
    account_id text COLLATE "C" NOT NULL,
    id         text COLLATE "C" NOT NULL,
    key        text COLLATE "C" NOT NULL,
    seq        bigint           NOT NULL,
    position   bigint,
    type       text             NOT NULL,
    time       timestamptz      NOT NULL,
    data       jsonb            NOT NULL,
    PRIMARY KEY (account_id, id),
    UNIQUE (account_id, key, seq)
) WITH (autovacuum_vacuum_scale_factor = 0.02);

-- The relay finds what has no position; the index is as large as the backlog, nearly empty.
CREATE INDEX event_unplaced ON event (id) WHERE position IS NULL;
CREATE UNIQUE INDEX event_position ON event (position) WHERE position IS NOT NULL;
CREATE INDEX event_account_position ON event (account_id, position) WHERE position IS NOT NULL;

-- The last position given: one row, locked by the relay while it gives positions, so that they are committed in order.
CREATE TABLE event_stream (
    only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last_position bigint NOT NULL
);
INSERT INTO event_stream (last_position) VALUES (0);
