-- 举报人保护: everything about those who report. Days only, never times: the hour of a report can betray who made it.
-- What is sealed is AES-256-GCM under the lead's own data key, bound to lead, field, number and part.
create table vault_lead (
    lead_ref        varchar(26) not null primary key,
    retention_class varchar(30) not null,
    kept_from       date        not null,
    entries         integer     not null,
    files           integer     not null,
    destroyed_on    date
);
create index vault_lead_retention on vault_lead (retention_class, kept_from);

-- The data keys, each wrapped by the key-encryption key that lies outside the database. Deleting a row here is deletion
-- of the lead; back these rows up apart from the rest and for a short time only (README, ADR 13).
create table vault_key (
    lead_ref varchar(26) not null primary key,
    kek_id   varchar(16) not null,
    wrapped  bytea       not null
);
create index vault_key_kek on vault_key (kek_id, lead_ref);

create table vault_record (
    lead_ref varchar(26) not null,
    field    varchar(20) not null,
    ordinal  integer     not null,
    part     integer     not null,
    sealed   bytea       not null,
    constraint vault_record_key primary key (lead_ref, field, ordinal, part)
);

-- 回执: shown once; only the locator and a salted hash are kept.
create table vault_receipt (
    locator  varchar(8)  not null primary key,
    lead_ref varchar(26) not null,
    salt     bytea       not null,
    hash     bytea       not null
);
create index vault_receipt_lead on vault_receipt (lead_ref);

-- 举报人信息披露: who asked, who decided, who looked; the reason and the opinion are sealed in the vault.
create table identity_disclosure (
    id             varchar(26)              not null primary key,
    lead_ref       varchar(26)              not null,
    ordinal        integer                  not null,
    open_key       varchar(130),
    purpose        varchar(30)              not null,
    requester      varchar(100)             not null,
    requester_unit varchar(20)              not null,
    accused_unit   varchar(20)              not null,
    custodian_unit varchar(20)              not null,
    state          varchar(20)              not null,
    requested_at   timestamp with time zone not null,
    decided_by     varchar(100),
    decided_at     timestamp with time zone,
    view_until     timestamp with time zone,
    viewed_at      timestamp with time zone,
    constraint identity_disclosure_open unique (open_key),
    constraint identity_disclosure_ordinal unique (lead_ref, ordinal),
    constraint identity_disclosure_state check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'VIEWED', 'LAPSED'))
);
create index identity_disclosure_requester on identity_disclosure (requester, requested_at);
create index identity_disclosure_custodian on identity_disclosure (custodian_unit, requested_at);
