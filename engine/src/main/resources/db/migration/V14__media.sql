-- Media as things of their own, how much of each a worker takes, how the workers of a workspace work, items for one worker.

CREATE TABLE medium (
    account_id         text NOT NULL,
    workspace_id       text NOT NULL,
    id                 text NOT NULL,
    name               text NOT NULL,
    -- What items, reservations and workers' capacities name it by.
    unique_name        text NOT NULL,
    longest_idle_first boolean NOT NULL,
    created            timestamptz NOT NULL,
    updated            timestamptz NOT NULL,
    PRIMARY KEY (account_id, workspace_id, id),
    FOREIGN KEY (account_id, workspace_id) REFERENCES workspace (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX medium_name ON medium (account_id, workspace_id, lower(unique_name));

-- What workspaces of today use: the usual ones, and whatever their items name.
INSERT INTO medium (account_id, workspace_id, id, name, unique_name, longest_idle_first, created, updated)
SELECT w.account_id, w.id, 'TC' || md5(w.id || usual.unique_name), usual.name, usual.unique_name, true, w.created,
    w.created
FROM workspace w CROSS JOIN (VALUES ('Default', 'default'), ('Voice', 'voice'), ('Chat', 'chat'), ('SMS', 'sms'),
    ('Video', 'video'), ('Email', 'email')) AS usual (name, unique_name);
INSERT INTO medium (account_id, workspace_id, id, name, unique_name, longest_idle_first, created, updated)
SELECT i.account_id, i.workspace_id, 'TC' || md5(i.workspace_id || i.medium), i.medium, i.medium, true,
    min(i.created), min(i.created)
FROM work_item i JOIN workspace w ON w.account_id = i.account_id AND w.id = i.workspace_id
GROUP BY i.account_id, i.workspace_id, i.medium
ON CONFLICT (account_id, workspace_id, lower(unique_name)) DO NOTHING;

ALTER TABLE worker ADD COLUMN closed_media text[] NOT NULL DEFAULT '{}';

ALTER TABLE workspace
    ADD COLUMN one_at_a_time boolean NOT NULL DEFAULT false,
    ADD COLUMN first_order text NOT NULL DEFAULT 'fifo' CHECK (first_order IN ('fifo', 'lifo'));

ALTER TABLE work_queue
    ADD COLUMN reserved_activity text,
    ADD COLUMN assigned_activity text;

ALTER TABLE work_item ADD COLUMN wanted_worker text;

CREATE INDEX reservation_worker ON reservation (account_id, worker_id, id);
