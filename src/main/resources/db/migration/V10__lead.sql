-- 问题线索: dates, codes and the summary written by staff; what the reporter said and who they are is in the vault only.
-- No column holds a time of day: the minute of a report gives the reporter away.
create table lead (
    lead_ref            varchar(40)   primary key,
    number              varchar(60),
    channel             varchar(30)   not null,
    source_level        varchar(20)   not null,
    named               boolean       not null,
    category            varchar(40),
    topic               varchar(40),
    accused_unit        varchar(20),
    district_unit       varchar(20),
    receiving_unit      varchar(20)   not null,
    received_on         date          not null,
    summary             varchar(2000),
    registered_by       varchar(100),
    state               varchar(30)   not null,
    triaged_on          date,
    in_scope            boolean       not null,
    concrete            boolean       not null,
    duplicate_of        varchar(40),
    severe              boolean       not null,
    vile                boolean       not null,
    leader_concern      boolean       not null,
    public_reaction     boolean       not null,
    must_investigate    boolean       not null,
    guiding_group       varchar(100),
    handling_unit       varchar(20),
    handling_group      varchar(100),
    conclusion          varchar(20),
    conclusion_text     varchar(2000),
    accept_due          date,
    conclude_due        date,
    concluded_on        date,
    replied_on          date,
    consolidated_notice varchar(64),
    order_id            varchar(64),
    version             int           not null,
    constraint lead_duplicate foreign key (duplicate_of) references lead (lead_ref)
);
create unique index lead_by_number on lead (receiving_unit, number);
create index lead_by_receiver on lead (receiving_unit, received_on, lead_ref);
create index lead_by_handler on lead (handling_unit, received_on, lead_ref);
create index lead_by_accused on lead (accused_unit, received_on);
create index lead_by_duplicate on lead (duplicate_of);
create index lead_by_district on lead (district_unit, state, concluded_on);

-- 线索编号: one row per receiving unit and year; the last number allotted
create table lead_number (
    receiving_unit varchar(20) not null,
    number_year    int         not null,
    last_number    int         not null,
    primary key (receiving_unit, number_year)
);

-- Accounts of persons a lead names; they are kept from it as the accused unit is.
create table lead_named_person (
    lead_ref varchar(40)  not null,
    account  varchar(100) not null,
    primary key (lead_ref, account),
    constraint lead_named_person_lead foreign key (lead_ref) references lead (lead_ref)
);

-- 回避警示: each attempt of somebody who must stand aside; written even though the attempt itself was refused.
create table conflict_alert (
    id           bigint generated always as identity primary key,
    at           timestamp with time zone not null,
    actor        varchar(100) not null,
    person       varchar(100) not null,
    attempt      varchar(60)  not null,
    case_kind    varchar(20)  not null,
    case_id      varchar(64),
    accused_unit varchar(20),
    relation     varchar(20)  not null,
    office_unit  varchar(20)  not null
);
create index conflict_alert_office on conflict_alert (office_unit, id);

-- 举报渠道: what each unit publishes (A07, G11, G36, H12)
create table report_channel (
    id           varchar(64)  primary key,
    unit_code    varchar(20)  not null,
    type         varchar(20)  not null,
    address      varchar(200) not null,
    topic        varchar(40),
    open_hours   varchar(100) not null,
    public_since date,
    active       boolean      not null
);
create index report_channel_unit on report_channel (unit_code, type, id);
