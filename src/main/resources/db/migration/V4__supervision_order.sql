-- 督办单
create table supervision_order (
    id                varchar(64)   primary key,
    instrument        varchar(30)   not null,
    number            varchar(60),
    title             varchar(200)  not null,
    state             varchar(30)   not null,
    issuer_unit       varchar(20)   not null,
    addressee_unit    varchar(20)   not null,
    accused_unit      varchar(20)   not null,
    district_unit     varchar(20)   not null,
    handling_unit     varchar(20),
    summary           varchar(4000),
    provisions        varchar(2000),
    social_impact     varchar(2000),
    basis             varchar(2000),
    masked            boolean       not null,
    drafter           varchar(100)  not null,
    drafted_at        timestamp with time zone not null,
    issuer            varchar(100),
    issued_at         timestamp with time zone,
    received_at       timestamp with time zone,
    receiver          varchar(100),
    responsible       varchar(100),
    deemed_delivered  boolean       not null,
    report_returns    int           not null,
    reminders         int           not null,
    falsified_at      timestamp with time zone,
    interest_severe   boolean       not null,
    impact_bad        boolean       not null,
    closed_at         timestamp with time zone,
    previous_order    varchar(64),
    merged_into       varchar(64),
    version           int           not null
);
create index supervision_order_district on supervision_order (district_unit, drafted_at, id);
create index supervision_order_addressee on supervision_order (addressee_unit, drafted_at, id);
create index supervision_order_state on supervision_order (state, id);
create unique index supervision_order_number on supervision_order (issuer_unit, number);

-- 督办单编号: one row per issuer, instrument and year; the last number allotted
create table order_number (
    issuer_unit varchar(20) not null,
    instrument  varchar(30) not null,
    number_year int         not null,
    last_number int         not null,
    primary key (issuer_unit, instrument, number_year)
);

-- 问题清单
create table problem (
    id               varchar(64)   primary key,
    order_id         varchar(64)   not null,
    seq              int           not null,
    category         varchar(40)   not null,
    description      varchar(2000) not null,
    origin           varchar(30)   not null,
    state            varchar(30)   not null,
    requirement      varchar(2000),
    due_date         date,
    round            int           not null,
    reopened         boolean       not null,
    bulletin_count   int           not null,
    sign_off_number  varchar(60),
    signed_off_at    timestamp with time zone,
    return_reason    varchar(2000),
    version          int           not null,
    unique (order_id, seq)
);

-- 调查报告: every version that was reported or worked on
create table investigation_report (
    order_id         varchar(64)   not null references supervision_order (id),
    version          int           not null,
    investigators    varchar(500),
    process_part     varchar(8000),
    facts            varchar(8000),
    disposition      varchar(8000),
    measures         varchar(8000),
    cause            varchar(8000),
    wider_check      varchar(4000),
    reported_by      varchar(100),
    reported_at      timestamp with time zone,
    investigator     varchar(100)  not null,
    return_note      varchar(4000),
    missing          varchar(500),
    substantiation   varchar(30),
    review_note      varchar(4000),
    reviewer         varchar(100),
    primary key (order_id, version)
);

-- 整改方案、四组举证、初验、销号
create table rectification_plan (
    problem_id   varchar(64)   not null references problem (id),
    round        int           not null,
    measures     varchar(4000) not null,
    responsible  varchar(200)  not null,
    planned_until date         not null,
    planned_by   varchar(100)  not null,
    primary key (problem_id, round)
);
create table rectification_statement (
    problem_id     varchar(64)   not null references problem (id),
    round          int           not null,
    evidence_group varchar(30)   not null,
    statement      varchar(4000) not null,
    done_on        date          not null,
    person         varchar(200)  not null,
    stated_by      varchar(100)  not null,
    primary key (problem_id, round, evidence_group)
);
create table rectification_check (
    id          bigint generated always as identity primary key,
    problem_id  varchar(64)   not null references problem (id),
    round       int           not null,
    kind        varchar(30)   not null,
    passed      boolean       not null,
    method      varchar(60),
    note        varchar(4000) not null,
    checked_by  varchar(100)  not null,
    checked_at  timestamp with time zone not null
);
create index rectification_check_problem on rectification_check (problem_id, id);

-- 催办
create table reminder (
    id        bigint generated always as identity primary key,
    order_id  varchar(64) not null references supervision_order (id),
    urged_on  date        not null,
    reason    varchar(200) not null,
    unique (order_id, urged_on)
);

-- 延期申请
create table extension_request (
    id            varchar(64)   primary key,
    order_id      varchar(64)   not null references supervision_order (id),
    problem_id    varchar(64),
    deadline_id   varchar(64)   not null,
    open_key      varchar(64)   unique,
    working_days  int           not null,
    reason        varchar(2000) not null,
    requested_by  varchar(100)  not null,
    requested_at  timestamp with time zone not null,
    decided_by    varchar(100),
    decision_note varchar(2000),
    granted       boolean
);
create index extension_request_order on extension_request (order_id);

-- 撤销、移送、并案
create table discontinuation (
    id             varchar(64)   primary key,
    order_id       varchar(64)   not null references supervision_order (id),
    open_key       varchar(64)   unique,
    kind           varchar(30)   not null,
    reason         varchar(30)   not null,
    explanation    varchar(2000) not null,
    receiving_body varchar(200),
    target_order   varchar(64),
    requested_by   varchar(100)  not null,
    requested_at   timestamp with time zone not null,
    decided_by     varchar(100),
    decision_note  varchar(2000),
    granted        boolean
);
create index discontinuation_order on discontinuation (order_id);
