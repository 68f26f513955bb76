-- When a row was last written, by the database's clock: a workspace's owner looks here for changes of which no signal reached it.
ALTER TABLE work_item ADD COLUMN touched timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE worker ADD COLUMN touched timestamptz NOT NULL DEFAULT clock_timestamp();
ALTER TABLE work_queue ADD COLUMN touched timestamptz NOT NULL DEFAULT clock_timestamp();

-- As large as what waits.
CREATE INDEX work_item_touched ON work_item (touched) WHERE state = 'pending';
CREATE INDEX worker_touched ON worker (touched);
CREATE INDEX work_queue_touched ON work_queue (touched);
