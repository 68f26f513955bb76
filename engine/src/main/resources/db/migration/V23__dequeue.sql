-- How an application wants the worker of a call that waits rung, and what he does afterwards.
ALTER TABLE reservation
    ADD COLUMN ring_from text,
    ADD COLUMN ring_to text,
    ADD COLUMN records boolean NOT NULL DEFAULT false,
    ADD COLUMN post_activity text;
CREATE INDEX reservation_post_activity ON reservation (account_id, post_activity)
    WHERE post_activity IS NOT NULL AND state IN ('pending', 'accepted', 'wrapping');
