-- 约谈: one row per interview, one row per step taken. open_key is the order's id while the interview is open and null
-- once it has ended, so the unique key lets at most one open interview per order exist.
create table interview (
    id             varchar(36)              not null primary key,
    order_id       varchar(64)              not null,
    open_key       varchar(64),
    order_number   varchar(100)             not null,
    title          varchar(500)             not null,
    issuer_unit    varchar(20)              not null,
    addressee_unit varchar(20)              not null,
    district_unit  varchar(20)              not null,
    reason_codes   varchar(200)             not null,
    basis          varchar(2000)            not null,
    state          varchar(20)              not null,
    proposed_at    timestamp with time zone not null,
    concluded_at   timestamp with time zone,
    constraint interview_one_open unique (open_key),
    constraint interview_state check (state in ('PROPOSED', 'APPROVED', 'NOTIFIED', 'HELD', 'RECTIFYING', 'FOLLOW_UP',
        'RESOLVED', 'UNRESOLVED', 'DECLINED'))
);
create index interview_of_order on interview (order_id, proposed_at);

create table interview_approval (
    interview_id varchar(36)              not null primary key references interview (id),
    approved     boolean                  not null,
    opinion      varchar(2000)            not null,
    acted_by     varchar(100)             not null,
    acted_at     timestamp with time zone not null
);

create table interview_notice (
    interview_id     varchar(36)              not null primary key references interview (id),
    interviewee_unit varchar(20)              not null,
    place            varchar(200)             not null,
    meeting_date     date                     not null,
    notice_text      varchar(4000)            not null,
    acted_by         varchar(100)             not null,
    acted_at         timestamp with time zone not null
);

create table interview_meeting (
    interview_id      varchar(36)              not null primary key references interview (id),
    held_on           date                     not null,
    minutes           varchar(20000)           not null,
    demands           varchar(4000)            not null,
    rectification_due date,
    acted_by          varchar(100)             not null,
    acted_at          timestamp with time zone not null
);

-- 参加人员: by name, because interviews are counted by persons.
create table interview_attendee (
    interview_id varchar(36)  not null references interview (id),
    position_no  integer      not null,
    name         varchar(100) not null,
    unit         varchar(200) not null,
    post         varchar(100) not null,
    role         varchar(20)  not null check (role in ('INTERVIEWER', 'INTERVIEWEE', 'RECORDER')),
    primary key (interview_id, position_no)
);

create table interview_party_report (
    interview_id   varchar(36)              not null primary key references interview (id),
    recipients     varchar(200)             not null,
    document_title varchar(300)             not null,
    sent_on        date                     not null,
    acted_by       varchar(100)             not null,
    acted_at       timestamp with time zone not null
);

create table interview_rectification (
    interview_id varchar(36)              not null primary key references interview (id),
    measures     varchar(10000)           not null,
    results      varchar(10000)           not null,
    acted_by     varchar(100)             not null,
    acted_at     timestamp with time zone not null
);

create table interview_follow_up (
    interview_id varchar(36)              not null primary key references interview (id),
    resolved     boolean                  not null,
    reason       varchar(4000)            not null,
    checked_on   date                     not null,
    acted_by     varchar(100)             not null,
    acted_at     timestamp with time zone not null
);
