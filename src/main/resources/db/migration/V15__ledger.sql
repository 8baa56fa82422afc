-- 工作台账 (A10). What has happened: one row per change of an order or a problem, written in the transaction of the change
-- and never altered; a column that is null was not touched by the change. folded says that the line below knows of it.
create table ledger_entry (
    seq            bigint generated always as identity primary key,
    kind           varchar(10)  not null check (kind in ('ORDER', 'PROBLEM')),
    order_id       varchar(64)  not null,
    problem_id     varchar(64),
    problem_seq    int,
    at             timestamp with time zone not null,
    state_before   varchar(30),
    state          varchar(30),
    number         varchar(60),
    title          varchar(200),
    issuer_unit    varchar(20),
    addressee_unit varchar(20),
    accused_unit   varchar(20),
    district_unit  varchar(20),
    instrument     varchar(30),
    category       varchar(40),
    issued_on      date,
    round          int,
    relapsed       boolean,
    term           varchar(30),
    term_status    varchar(20),
    due            date,
    folded         boolean      not null
);
create index ledger_entry_order on ledger_entry (order_id, seq);
create index ledger_entry_fresh on ledger_entry (folded, seq);

-- Where each order and each problem stands: folded from the entries. No term running is the last day of 9999.
create table ledger_line (
    id             bigint       not null primary key,
    entry_id       varchar(64)  not null unique,
    kind           varchar(10)  not null,
    order_id       varchar(64)  not null,
    problem_seq    int          not null,
    number         varchar(60)  not null,
    title          varchar(200) not null,
    issuer_unit    varchar(20)  not null,
    addressee_unit varchar(20)  not null,
    accused_unit   varchar(20)  not null,
    district_unit  varchar(20)  not null,
    province_unit  varchar(20)  not null,
    instrument     varchar(30)  not null,
    category       varchar(40)  not null,
    state          varchar(30)  not null,
    phase          varchar(10)  not null,
    issued_on      date         not null,
    issue_month    varchar(7)   not null,
    own_due        date         not null,
    due            date         not null,
    late           boolean      not null,
    relapsed       boolean      not null,
    round          int          not null,
    changed_at     timestamp with time zone not null
);
create index ledger_line_order on ledger_line (order_id);
create index ledger_line_accused on ledger_line (accused_unit, kind, issue_month, id);
create index ledger_line_district on ledger_line
    (district_unit, kind, issue_month, id, phase, category, instrument);
create index ledger_line_district_phase
    on ledger_line (district_unit, kind, phase, issue_month, id, due, category, instrument, state);
create index ledger_line_province on ledger_line
    (province_unit, kind, issue_month, id, phase, category, instrument);
create index ledger_line_province_phase
    on ledger_line (province_unit, kind, phase, issue_month, id, due, category, instrument, state);
create index ledger_line_district_late on ledger_line (district_unit, kind, late, issue_month, id);
create index ledger_line_province_late on ledger_line (province_unit, kind, late, issue_month, id);
create index ledger_line_district_relapsed on ledger_line (district_unit, kind, relapsed, issue_month, id);
create index ledger_line_province_relapsed on ledger_line (province_unit, kind, relapsed, issue_month, id);

-- How many lines there are of each kind: sums of +1 and -1, so that a figure is an addition and no count.
create table ledger_sum (
    kind          varchar(10) not null,
    province_unit varchar(20) not null,
    district_unit varchar(20) not null,
    instrument    varchar(30) not null,
    category      varchar(40) not null,
    phase         varchar(10) not null,
    state         varchar(30) not null,
    issue_month   varchar(7)  not null,
    due           date        not null,
    late          boolean     not null,
    relapsed      boolean     not null,
    n             bigint      not null,
    primary key (kind, province_unit, district_unit, issue_month, instrument, category, phase, state, due, late, relapsed)
);

-- The same by month of issue; above, the month is empty. Most who look ask for all months.
create table ledger_month_sum (
    kind          varchar(10) not null,
    province_unit varchar(20) not null,
    district_unit varchar(20) not null,
    instrument    varchar(30) not null,
    category      varchar(40) not null,
    phase         varchar(10) not null,
    state         varchar(30) not null,
    issue_month   varchar(7)  not null,
    due           date        not null,
    late          boolean     not null,
    relapsed      boolean     not null,
    n             bigint      not null,
    primary key (kind, province_unit, district_unit, issue_month, instrument, category, phase, state, due, late, relapsed)
);

-- One row: whoever folds holds it, so that two nodes do not fold the same entries.
create table ledger_fold (
    id int not null primary key
);
insert into ledger_fold (id) values (1);

-- 保存的视图
create table ledger_view (
    person   varchar(100)  not null,
    name     varchar(40)   not null,
    query    varchar(1000) not null,
    saved_at timestamp with time zone not null,
    primary key (person, name)
);

-- What was there before the ledger: each order that is out, each of its problems, and the terms that were set.
insert into ledger_entry (kind, order_id, at, state, number, title, issuer_unit, addressee_unit, accused_unit,
    district_unit, instrument, issued_on, folded)
select 'ORDER', id, issued_at, state, number, title, issuer_unit, addressee_unit, accused_unit, district_unit, instrument,
    cast(issued_at as date) as issued_on, false
from supervision_order s where issued_at is not null order by s.issued_at, s.id;
insert into ledger_entry (kind, order_id, problem_id, problem_seq, at, state, category, round, relapsed, folded)
select 'PROBLEM', p.order_id, p.id, p.seq, o.issued_at, p.state, p.category, p.round, p.reopened, false
from problem p join supervision_order o on o.id = p.order_id where o.issued_at is not null
order by o.issued_at, p.order_id, p.seq;
insert into ledger_entry (kind, order_id, problem_id, at, term, term_status, due, folded)
select case when d.subject_id is null then 'ORDER' else 'PROBLEM' end, d.case_id, d.subject_id,
    coalesce(d.closed_at, o.issued_at), d.kind, d.status, d.due_date, false
from deadline d join supervision_order o on o.id = d.case_id
where o.issued_at is not null and (d.kind in ('INVESTIGATION', 'SUPPLEMENT') and d.subject_id is null
    or d.kind = 'RECTIFICATION' and d.subject_id is not null)
order by d.seq;
