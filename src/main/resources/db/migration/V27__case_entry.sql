-- 办理记录: what a person typed at a step of a case, checked against the form. Rows are added and stay as they are.
create table case_entry (
    id            bigint generated always as identity primary key,
    case_id       varchar(64)              not null,
    subject_id    varchar(64)              not null,
    step          varchar(100)             not null,
    round         int                      not null,
    form          varchar(100)             not null,
    form_version  varchar(64)              not null,
    content       text                     not null,
    option_labels text                     not null,
    person        varchar(100)             not null,
    unit          varchar(40)              not null,
    at            timestamp with time zone not null
);
create index case_entry_step on case_entry (case_id, subject_id, step);

-- The forms those entries were typed into, each state once, so that their labels are known later.
create table case_form (
    id      bigint generated always as identity primary key,
    form    varchar(100) not null,
    version varchar(64)  not null,
    content text         not null
);
create index case_form_version on case_form (form, version);
