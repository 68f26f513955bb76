-- Events are found by what they tell of, in the order of their ids, which is that of time.

CREATE INDEX event_workspace ON event (account_id, (data ->> 'workspace'), id) WHERE data ->> 'workspace' IS NOT NULL;
CREATE INDEX event_work_item ON event (account_id, (data ->> 'workItem'), id) WHERE data ->> 'workItem' IS NOT NULL;
CREATE INDEX event_worker ON event (account_id, (data ->> 'worker'), id) WHERE data ->> 'worker' IS NOT NULL;
