-- Accounts, their numbers, SIP domains and users, and the phones that are registered now.

CREATE TABLE account (
    account_id    text PRIMARY KEY,
    friendly_name text NOT NULL,
    status        text NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
    token_salt    text NOT NULL,
    token_hash    text NOT NULL,
    max_calls     integer NOT NULL CHECK (max_calls >= 0),
    created       timestamptz NOT NULL,
    updated       timestamptz NOT NULL
);

CREATE TABLE incoming_number (
    account_id    text NOT NULL REFERENCES account,
    id            text NOT NULL,
    number        text NOT NULL,
    friendly_name text NOT NULL,
    voice         text,
    created       timestamptz NOT NULL,
    updated       timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX incoming_number_number ON incoming_number (number);

CREATE TABLE sip_domain (
    account_id    text NOT NULL REFERENCES account,
    id            text NOT NULL,
    name          text NOT NULL,
    friendly_name text NOT NULL,
    is_default    boolean NOT NULL,
    created       timestamptz NOT NULL,
    updated       timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX sip_domain_name ON sip_domain (name);
CREATE UNIQUE INDEX sip_domain_default ON sip_domain (is_default) WHERE is_default;

CREATE TABLE credential_list (
    account_id    text NOT NULL REFERENCES account,
    id            text NOT NULL,
    friendly_name text NOT NULL,
    created       timestamptz NOT NULL,
    updated       timestamptz NOT NULL,
    PRIMARY KEY (account_id, id)
);

CREATE TABLE credential (
    account_id  text NOT NULL,
    list_id     text NOT NULL,
    id          text NOT NULL,
    username    text NOT NULL,
    ha1_md5     text NOT NULL,
    ha1_sha256  text NOT NULL,
    created     timestamptz NOT NULL,
    updated     timestamptz NOT NULL,
    PRIMARY KEY (account_id, list_id, id),
    FOREIGN KEY (account_id, list_id) REFERENCES credential_list (account_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX credential_username ON credential (account_id, list_id, username);

CREATE TABLE credential_list_mapping (
    account_id  text NOT NULL,
    domain_id   text NOT NULL,
    list_id     text NOT NULL,
    created     timestamptz NOT NULL,
    PRIMARY KEY (account_id, domain_id, list_id),
    FOREIGN KEY (account_id, domain_id) REFERENCES sip_domain (account_id, id) ON DELETE CASCADE,
    FOREIGN KEY (account_id, list_id) REFERENCES credential_list (account_id, id) ON DELETE CASCADE
);
CREATE INDEX credential_list_mapping_list ON credential_list_mapping (account_id, list_id);

CREATE TABLE registration (
    account_id        text NOT NULL,
    address_of_record text NOT NULL,
    contact           text NOT NULL,
    received          text NOT NULL,
    transport         text NOT NULL,
    call_id           text NOT NULL,
    cseq              bigint NOT NULL,
    expires           timestamptz NOT NULL,
    PRIMARY KEY (account_id, address_of_record, contact)
);
CREATE INDEX registration_expires ON registration (expires);
