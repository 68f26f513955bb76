-- Sub-accounts, and keys that sign in for an account.

ALTER TABLE account ADD COLUMN owner_id text REFERENCES account;
CREATE INDEX account_owner ON account (owner_id, account_id) WHERE owner_id IS NOT NULL;

CREATE TABLE api_key (
    account_id    text NOT NULL REFERENCES account,
    id            text NOT NULL,
    friendly_name text NOT NULL,
    secret_salt   text NOT NULL,
    secret_hash   text NOT NULL,
    created       timestamptz NOT NULL,
    updated       timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
-- Who signs in names the key alone.
CREATE UNIQUE INDEX api_key_id ON api_key (id);
