-- 工作日: the arrangements an administrator has uploaded; they take the place of the bundled year.
-- calendar_state has one row: locking it puts uploads in a queue, its token tells other nodes to load anew.
create table calendar_state (
    id    integer     not null primary key,
    token varchar(36) not null
);
insert into calendar_state (id, token) values (1, 'bundled');

create table calendar_year (
    year_no     integer                  not null primary key,
    notice      varchar(200)             not null,
    digest      varchar(64)              not null,
    uploaded_by varchar(100)             not null,
    uploaded_at timestamp with time zone not null
);

create table calendar_day (
    day_date date        not null primary key,
    year_no  integer     not null references calendar_year (year_no),
    kind     varchar(4)  not null check (kind in ('OFF', 'WORK')),
    name     varchar(40) not null
);
create index calendar_day_year on calendar_day (year_no);

-- 期限: every deadline of every case; timers and due dates of tasks read it, reports count it.
create table deadline (
    id                     varchar(36)              not null primary key,
    seq                    bigint generated always as identity,
    case_id                varchar(64)              not null,
    subject_id             varchar(64),
    kind                   varchar(40)              not null,
    start_date             date                     not null,
    amount                 integer                  not null,
    unit                   varchar(20)              not null
        check (unit in ('WORKING_DAYS', 'CALENDAR_DAYS', 'FIXED_DATE')),
    reminder_working_days  integer                  not null,
    due_date               date                     not null,
    due_at                 timestamp with time zone not null,
    provisional            boolean                  not null,
    status                 varchar(20)              not null
        check (status in ('OPEN', 'MET', 'OVERDUE_MET', 'CANCELLED')),
    closed_at              timestamp with time zone,
    extended               boolean                  not null,
    extension_working_days integer,
    extension_reason       varchar(500),
    extension_approver     varchar(100),
    extended_at            timestamp with time zone,
    version                integer                  not null
);
create index deadline_status_due on deadline (status, due_at);
create index deadline_case on deadline (case_id, seq);
