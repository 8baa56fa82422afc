-- 留痕: append-only; nothing in the application updates or deletes these rows.
create table audit_event (
    id       bigint generated always as identity primary key,
    at       timestamp with time zone not null,
    actor    varchar(100)             not null,
    case_id  varchar(64)              not null,
    action   varchar(60)              not null,
    sentence varchar(2000)            not null
);
create index audit_event_case on audit_event (case_id, id);
