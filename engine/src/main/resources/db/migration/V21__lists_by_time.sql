-- Workers and queues are listed by the time of their last change too.

ALTER TABLE work_queue ADD COLUMN updated timestamptz NOT NULL DEFAULT now();
UPDATE work_queue SET updated = touched;

CREATE INDEX work_queue_updated ON work_queue (account_id, workspace_id, updated, id);
CREATE INDEX worker_status_changed ON worker (account_id, workspace_id, status_changed, id);
