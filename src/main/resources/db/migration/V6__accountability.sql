-- 问责: one row per case. open_key is the order's id while the case is open and null once it has ended, so the unique key
-- lets at most one open case per order exist. What is returned by the director begins another round of facts.
create table accountability (
    id                   varchar(36)              not null primary key,
    order_id             varchar(64)              not null,
    open_key             varchar(64),
    order_number         varchar(100)             not null,
    title                varchar(500)             not null,
    issuer_unit          varchar(20)              not null,
    district_unit        varchar(20)              not null,
    addressee_unit       varchar(20)              not null,
    grounds_codes        varchar(200)             not null,
    basis                varchar(2000)            not null,
    state                varchar(20)              not null,
    round_no             integer                  not null,
    fact_finding_overdue boolean                  not null,
    number_year          integer,
    number_seq           integer,
    proposed_at          timestamp with time zone not null,
    concluded_at         timestamp with time zone,
    constraint accountability_one_open unique (open_key),
    constraint accountability_number unique (issuer_unit, number_year, number_seq),
    constraint accountability_state check (state in ('PROPOSED', 'FACT_FINDING', 'NOTIFYING', 'HEARING', 'DECIDING',
        'NUMBERED', 'ISSUED', 'ARCHIVED', 'NOT_STARTED', 'REJECTED'))
);
create index accountability_of_order on accountability (order_id, proposed_at);

create table accountability_member (
    accountability_id varchar(36)  not null references accountability (id),
    position_no       integer      not null,
    name              varchar(100) not null,
    unit_code         varchar(20)  not null,
    leader            boolean      not null,
    primary key (accountability_id, position_no)
);

create table accountability_facts (
    accountability_id varchar(36)              not null references accountability (id),
    round_no          integer                  not null,
    material          varchar(20000)           not null,
    started           boolean                  not null,
    reason            varchar(4000)            not null,
    acted_by          varchar(100)             not null,
    acted_at          timestamp with time zone not null,
    primary key (accountability_id, round_no)
);

create table accountability_subject (
    id                varchar(36)  not null primary key,
    accountability_id varchar(36)  not null references accountability (id),
    round_no          integer      not null,
    position_no       integer      not null,
    name              varchar(200) not null,
    unit_code         varchar(20)  not null,
    kind              varchar(30)  not null,
    severity          varchar(10)  not null check (severity in ('LIGHT', 'MEDIUM', 'GRAVE')),
    aggravating_codes varchar(200) not null,
    constraint accountability_subject_position unique (accountability_id, round_no, position_no)
);

create table accountability_notification (
    subject_id  varchar(36)              not null primary key references accountability_subject (id),
    notified_on date                     not null,
    way         varchar(20)              not null,
    acted_by    varchar(100)             not null,
    acted_at    timestamp with time zone not null
);

-- 陈述申辩: heard, or explicitly waived; no decision before each subject has one of the two.
create table accountability_statement (
    subject_id    varchar(36)              not null primary key references accountability_subject (id),
    heard_on      date                     not null,
    waived        boolean                  not null,
    statement     varchar(10000)           not null,
    consideration varchar(10000)           not null,
    acted_by      varchar(100)             not null,
    acted_at      timestamp with time zone not null
);

create table accountability_decision (
    accountability_id    varchar(36)              not null references accountability (id),
    round_no             integer                  not null,
    outcome              varchar(10)              not null check (outcome in ('APPROVED', 'RETURNED', 'REJECTED')),
    reason               varchar(4000)            not null,
    basic_facts          varchar(10000)           not null,
    accountability_facts varchar(10000)           not null,
    legal_basis          varchar(10000)           not null,
    effective_date       date,
    acted_by             varchar(100)             not null,
    acted_at             timestamp with time zone not null,
    primary key (accountability_id, round_no)
);

create table accountability_sanction (
    subject_id  varchar(36) not null references accountability_subject (id),
    position_no integer     not null,
    sanction    varchar(40) not null,
    primary key (subject_id, position_no)
);

-- 编号: the last number given by an issuing unit in a year; the row is the queue for the next one.
create table accountability_sequence (
    issuer_unit varchar(20) not null,
    number_year integer     not null,
    last_seq    integer     not null,
    primary key (issuer_unit, number_year)
);

create table accountability_delivery (
    accountability_id varchar(36)              not null primary key references accountability (id),
    delivered_on      date                     not null,
    recipients        varchar(2000)            not null,
    acted_by          varchar(100)             not null,
    acted_at          timestamp with time zone not null
);

create table accountability_filing (
    accountability_id varchar(36)              not null primary key references accountability (id),
    filing_number     varchar(100)             not null,
    higher_office     varchar(200)             not null,
    filed_on          date                     not null,
    acted_by          varchar(100)             not null,
    acted_at          timestamp with time zone not null
);
