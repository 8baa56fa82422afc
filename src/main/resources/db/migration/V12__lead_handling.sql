-- 办理: what handling writes down beyond the lead's own row. Dates only, as everywhere around leads.
create table lead_handling (
    lead_ref           varchar(40)   primary key references lead (lead_ref),
    transfer_note      varchar(2000),
    handler            varchar(100),
    guidance           varchar(4000),
    guided_by          varchar(100),
    return_reason      varchar(4000),
    days_asked         int,
    extension_reason   varchar(2000),
    extension_asked_by varchar(100),
    extension_granted  boolean,
    extension_note     varchar(2000),
    untimely           boolean       default false not null,
    overdue            boolean       default false not null,
    competent_body     varchar(100),
    covert_inspection  boolean       default false not null,
    publication        boolean       default false not null,
    instrument         varchar(30),
    instrument_reason  varchar(2000),
    order_title        varchar(200),
    order_problem      varchar(2000),
    order_requirement  varchar(2000),
    order_due          date
);

-- 核查结果: every version that was reported
create table lead_verification (
    lead_ref      varchar(40)   not null references lead (lead_ref),
    round         int           not null,
    investigators varchar(500)  not null,
    process_part  varchar(8000) not null,
    facts         varchar(8000) not null,
    measures      varchar(8000) not null,
    reported_by   varchar(100)  not null,
    reported_on   date          not null,
    primary key (lead_ref, round)
);

-- 督办方式建议 (D03), as the decision gave them when the lead was found true
create table lead_suggestion (
    lead_ref   varchar(40) not null references lead (lead_ref),
    seq        int         not null,
    instrument varchar(30) not null,
    reason     varchar(200) not null,
    primary key (lead_ref, seq)
);

-- 分区归集: one row per receiving unit and period
create table lead_consolidation (
    id             varchar(64)   primary key,
    receiving_unit varchar(20)   not null,
    period_start   date          not null,
    period_end     date          not null,
    state          varchar(20)   not null,
    review_note    varchar(2000),
    title          varchar(200),
    requirements   varchar(4000),
    reply_due      date,
    drafter        varchar(100),
    return_reason  varchar(2000),
    issuer         varchar(100),
    version        int           not null,
    unique (receiving_unit, period_start)
);

-- 督办通知: one per district and consolidation
create table supervision_notice (
    id               varchar(64)   primary key,
    consolidation_id varchar(64)   not null references lead_consolidation (id),
    number           varchar(60)   not null,
    receiving_unit   varchar(20)   not null,
    district_unit    varchar(20)   not null,
    title            varchar(200)  not null,
    requirements     varchar(4000) not null,
    state            varchar(20)   not null,
    issued_on        date          not null,
    reply_due        date          not null,
    handler          varchar(100),
    report_note      varchar(2000),
    return_reason    varchar(2000),
    review_note      varchar(2000),
    reviewer         varchar(100),
    overdue          boolean       not null,
    closed_on        date,
    version          int           not null,
    unique (receiving_unit, number)
);
create index supervision_notice_district on supervision_notice (district_unit, state, reply_due);

create table notice_number (
    issuer_unit varchar(20) not null,
    number_year int         not null,
    last_number int         not null,
    primary key (issuer_unit, number_year)
);

-- The leads of one consolidation, and what their district answers to the notice
create table notice_lead (
    consolidation_id varchar(64)   not null references lead_consolidation (id),
    lead_ref         varchar(40)   not null references lead (lead_ref),
    seq              int           not null,
    district_unit    varchar(20)   not null,
    summary          varchar(2000) not null,
    included         boolean       not null,
    exclusion_reason varchar(200),
    notice_id        varchar(64)   references supervision_notice (id),
    result           varchar(4000),
    rectified        varchar(20),
    escalated        boolean       not null,
    primary key (consolidation_id, lead_ref)
);
create index notice_lead_notice on notice_lead (notice_id, seq);
create index notice_lead_lead on notice_lead (lead_ref);

-- 会商研判: one row per unit and month, with the counts as they were seen
create table consultation (
    id           varchar(64)   primary key,
    unit_code    varchar(20)   not null,
    period_start date          not null,
    period_end   date          not null,
    state        varchar(20)   not null,
    trends       varchar(4000),
    conclusion   varchar(4000),
    held_by      varchar(100),
    held_on      date,
    version      int           not null,
    unique (unit_code, period_start)
);
create table consultation_count (
    consultation_id varchar(64)  not null references consultation (id),
    dimension       varchar(20)  not null,
    code            varchar(40)  not null,
    leads           int          not null,
    named           int          not null,
    valid           int          not null,
    primary key (consultation_id, dimension, code)
);
create table consultation_assignment (
    consultation_id varchar(64)   not null references consultation (id),
    seq             int           not null,
    task            varchar(1000) not null,
    unit_code       varchar(20)   not null,
    due             date          not null,
    primary key (consultation_id, seq)
);

-- 督办单由来: the opaque references an order came from
create table order_origin (
    order_id   varchar(64) not null references supervision_order (id),
    origin_ref varchar(40) not null,
    primary key (order_id, origin_ref)
);
