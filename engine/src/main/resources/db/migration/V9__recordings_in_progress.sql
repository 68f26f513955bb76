-- A recording has its row from its first second on; after a crash its sound may be absent. Owner: engine.store.call.
ALTER TABLE recording DROP CONSTRAINT recording_status_check;
ALTER TABLE recording ADD CONSTRAINT recording_status_check
    CHECK (status IN ('in_progress', 'completed', 'failed', 'absent'));

-- Those that run now: few rows, whatever the table holds.
CREATE INDEX recording_in_progress ON recording (account_id, id) WHERE status = 'in_progress';
