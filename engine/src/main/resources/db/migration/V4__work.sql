-- Work distribution: workspaces and their owners, activities, workers, queues, work items, reservations.

CREATE TABLE workspace (
    account_id       text NOT NULL,
    id               text NOT NULL,
    name             text NOT NULL,
    default_activity text NOT NULL,
    timeout_activity text,
    created          timestamptz NOT NULL,
    -- The node whose memory holds the queues, and how often that changed: an assignment under an old epoch is refused.
    owner_node       text NOT NULL DEFAULT '',
    owner_epoch      bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX workspace_name ON workspace (account_id, lower(name));
CREATE INDEX workspace_owner ON workspace (owner_node, id);

CREATE TABLE activity (
    account_id   text NOT NULL,
    workspace_id text NOT NULL,
    id           text NOT NULL,
    name         text NOT NULL,
    available    boolean NOT NULL,
    PRIMARY KEY (account_id, workspace_id, id),
    FOREIGN KEY (account_id, workspace_id) REFERENCES workspace (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX activity_name ON activity (account_id, workspace_id, lower(name));

CREATE TABLE worker (
    account_id     text NOT NULL,
    workspace_id   text NOT NULL,
    id             text NOT NULL,
    name           text NOT NULL,
    activity_id    text NOT NULL,
    attributes     jsonb NOT NULL,
    capacities     jsonb NOT NULL,
    status_changed timestamptz NOT NULL,
    idle_since     timestamptz NOT NULL,
    paused_until   timestamptz,
    version        bigint NOT NULL,
    PRIMARY KEY (account_id, workspace_id, id),
    FOREIGN KEY (account_id, workspace_id) REFERENCES workspace (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX worker_name ON worker (account_id, workspace_id, lower(name));
CREATE INDEX worker_activity ON worker (account_id, workspace_id, activity_id);

CREATE TABLE work_queue (
    account_id             text NOT NULL,
    workspace_id           text NOT NULL,
    id                     text NOT NULL,
    name                   text NOT NULL,
    target_workers         text NOT NULL,
    max_reserved           integer NOT NULL CHECK (max_reserved BETWEEN 1 AND 50),
    reservation_timeout_ms bigint CHECK (reservation_timeout_ms > 0),
    wrap_up_ms             bigint CHECK (wrap_up_ms >= 0),
    PRIMARY KEY (account_id, workspace_id, id),
    FOREIGN KEY (account_id, workspace_id) REFERENCES workspace (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX work_queue_name ON work_queue (account_id, lower(name), workspace_id);
CREATE INDEX work_queue_id ON work_queue (account_id, id);

CREATE TABLE work_item (
    account_id          text NOT NULL,
    id                  text NOT NULL,
    workspace_id        text NOT NULL,
    queue_id            text NOT NULL,
    medium              text NOT NULL,
    subject             text NOT NULL,
    caller              text NOT NULL,
    attributes          jsonb NOT NULL,
    priority            integer NOT NULL CHECK (priority >= 0),
    created             timestamptz NOT NULL,
    virtual_start       timestamptz NOT NULL,
    waits_until         timestamptz NOT NULL,
    process_instance_id text NOT NULL,
    state               text NOT NULL
        CHECK (state IN ('pending', 'reserved', 'assigned', 'wrapping', 'completed', 'canceled')),
    deadline            timestamptz,
    reservation_id      text,
    offers              integer NOT NULL,
    reason              text NOT NULL,
    changed             timestamptz NOT NULL,
    keeps_place         boolean NOT NULL,
    version             bigint NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX work_item_workspace ON work_item (account_id, workspace_id, id);
CREATE INDEX work_item_open ON work_item (account_id, workspace_id, id)
    WHERE state IN ('pending', 'reserved', 'assigned', 'wrapping');
CREATE INDEX work_item_open_queue ON work_item (account_id, queue_id)
    WHERE state IN ('pending', 'reserved', 'assigned', 'wrapping');
CREATE INDEX work_item_open_subject ON work_item (account_id, subject)
    WHERE state IN ('pending', 'reserved', 'assigned', 'wrapping') AND subject <> '';
CREATE INDEX work_item_place ON work_item (account_id, queue_id, caller) WHERE keeps_place;

CREATE TABLE reservation (
    account_id   text NOT NULL,
    id           text NOT NULL,
    workspace_id text NOT NULL,
    work_item_id text NOT NULL,
    worker_id    text NOT NULL,
    medium       text NOT NULL,
    state        text NOT NULL CHECK (state IN ('pending', 'accepted', 'rejected', 'timeout', 'canceled', 'rescinded',
        'wrapping', 'completed')),
    created      timestamptz NOT NULL,
    changed      timestamptz NOT NULL,
    expires      timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX reservation_item ON reservation (account_id, work_item_id, id);
CREATE INDEX reservation_workspace ON reservation (account_id, workspace_id, id);
CREATE INDEX reservation_open ON reservation (account_id, worker_id, id)
    WHERE state IN ('pending', 'accepted', 'wrapping');
