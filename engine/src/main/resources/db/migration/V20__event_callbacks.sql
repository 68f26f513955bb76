-- Whom workspaces tell of their events, and how far each has come in the stream. Owner: engine.store.event.

CREATE TABLE event_callback (
    account_id   text NOT NULL,
    workspace_id text NOT NULL,
    url          text NOT NULL,
    -- Our names; none means every one.
    types        text[] NOT NULL,
    -- The latest position at which an event of the workspace was noticed.
    news         bigint NOT NULL,
    -- What comes up to here was told or given up, unless it is open: read, and not told yet.
    read_to      bigint NOT NULL,
    open         jsonb NOT NULL,
    -- How many attempts in a row failed.
    failures     integer NOT NULL,
    -- When a node may take its turn; while one has it, when another may; null when there is nothing to tell.
    due          timestamptz,
    -- Counts the turns: who writes under an older one is refused.
    turn         bigint NOT NULL,
    PRIMARY KEY (account_id, workspace_id),
    FOREIGN KEY (account_id, workspace_id) REFERENCES workspace (account_id, id) ON DELETE CASCADE
) WITH (fillfactor = 70);
CREATE INDEX event_callback_due ON event_callback (due) WHERE due IS NOT NULL;

-- How far the stream was looked through for workspaces that have something to tell: one row, locked by who looks.
CREATE TABLE event_callback_look (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL
);
INSERT INTO event_callback_look (position) SELECT last_position FROM event_stream;
