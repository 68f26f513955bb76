-- What went wrong in calls and flows, for the account that owns them.

CREATE TABLE alert (
    account_id  text NOT NULL,
    id          text NOT NULL,
    level       text NOT NULL CHECK (level IN ('error', 'warning')),
    code        integer NOT NULL,
    call_id     text,
    text        text NOT NULL,
    request_url text NOT NULL,
    time        timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX alert_call ON alert (account_id, call_id, id) WHERE call_id IS NOT NULL;
CREATE INDEX alert_time ON alert (time);
