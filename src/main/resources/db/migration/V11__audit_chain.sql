-- 留痕防篡改: every line carries its place in the chain of its case and the hash of itself and of the line before it;
-- every minute a seal records the ends of the chains that have grown. Lines from before are chained at the next start.
alter table audit_event add column seq bigint;
alter table audit_event add column prev_hash varchar(64);
alter table audit_event add column hash varchar(64);
create unique index audit_event_chain on audit_event (case_id, seq);

create table audit_seal (
    no        bigint                   not null primary key,
    at        timestamp with time zone not null,
    up_to     bigint                   not null,
    lines     bigint                   not null,
    prev_hash varchar(64)              not null,
    hash      varchar(64)              not null
);
create table audit_sealed_end (
    no      bigint      not null references audit_seal,
    case_id varchar(64) not null,
    seq     bigint      not null,
    hash    varchar(64) not null,
    primary key (no, case_id)
);
create index audit_sealed_end_case on audit_sealed_end (case_id, seq);
