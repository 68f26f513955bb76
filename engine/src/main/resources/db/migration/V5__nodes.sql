-- The nodes that work on this database. Owner: engine.store.node. The one table that belongs to no account.
CREATE TABLE node (
    name        text COLLATE "C" PRIMARY KEY,
    incarnation bigint      NOT NULL,
    alive       boolean     NOT NULL,
    seen_at     timestamptz NOT NULL
) WITH (fillfactor = 50);
