-- Access tokens are signed with the secrets of keys, so these are kept sealed beside their hashes.
CREATE TABLE api_key_signing (
    account_id text NOT NULL,
    key_id     text PRIMARY KEY,
    sealed     text NOT NULL,
    FOREIGN KEY (account_id, key_id) REFERENCES api_key (account_id, id) ON DELETE CASCADE
);

-- Where a phone registered: what it keeps open to us ends with that node. Empty: before this was known.
ALTER TABLE registration ADD COLUMN node text NOT NULL DEFAULT '';
CREATE INDEX registration_node ON registration (node) WHERE transport <> 'udp';

-- The clients that can be called now.
CREATE TABLE client_registration (
    account_id text NOT NULL REFERENCES account,
    id         text NOT NULL,
    identity   text COLLATE "C" NOT NULL,
    -- What the client calls its device: a second registration of it replaces the first.
    device     text NOT NULL,
    status     text NOT NULL CHECK (status IN ('available', 'away', 'busy', 'offline')),
    node       text NOT NULL,
    key_id     text NOT NULL,
    created    timestamptz NOT NULL,
    renewed    timestamptz NOT NULL,
    expires    timestamptz NOT NULL,
    PRIMARY KEY (account_id, id),
    FOREIGN KEY (account_id, key_id) REFERENCES api_key (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX client_registration_device ON client_registration (account_id, identity, device);
CREATE INDEX client_registration_node ON client_registration (node);
CREATE INDEX client_registration_key ON client_registration (account_id, key_id);

-- Each identity that has contacts, or had some a moment ago: what was published of it, and when to look at it again.
CREATE TABLE presence_watch (
    account_id text NOT NULL,
    identity   text COLLATE "C" NOT NULL,
    status     text NOT NULL DEFAULT 'offline' CHECK (status IN ('available', 'away', 'busy', 'offline')),
    reachable  boolean NOT NULL DEFAULT false,
    look_at    timestamptz NOT NULL,
    PRIMARY KEY (account_id, identity)
);
CREATE INDEX presence_watch_look ON presence_watch (look_at);
-- The phones that are registered as this is installed.
INSERT INTO presence_watch (account_id, identity, look_at)
SELECT DISTINCT account_id, address_of_record, now() FROM registration;

-- Whose contact an identity is.
CREATE INDEX worker_contact ON worker (account_id, ((attributes ->> 'contact_uri') COLLATE "C"));
