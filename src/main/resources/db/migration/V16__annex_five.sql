-- 学段: null for units that are no schools, and for schools whose stage nobody has given yet.
alter table unit add column stage varchar(20);
alter table unit add constraint unit_stage check (stage in ('PRIMARY', 'JUNIOR', 'NINE_YEAR'));

-- 附件5: what no other table knows, typed for a unit and a period. A change is another version; no row is ever changed.
create table annex_five (
    unit_code             varchar(20)  not null references unit (code),
    period_from           date         not null,
    period_to             date         not null,
    version               int          not null,
    filler                varchar(60)  not null,
    phone                 varchar(40)  not null,
    institutions          int          not null,
    subject_institutions  int          not null,
    other_institutions    int          not null,
    inspectors_total      int          not null,
    inspectors_primary    int          not null,
    inspectors_junior     int          not null,
    inspectors_reason     varchar(300),
    visited_total         int          not null,
    visited_primary       int          not null,
    visited_junior        int          not null,
    visited_reason        varchar(300),
    notices_total         int          not null,
    notices_primary       int          not null,
    notices_junior        int          not null,
    notices_reason        varchar(300),
    experiences           int          not null,
    main_problem_1        varchar(200),
    main_problem_2        varchar(200),
    main_problem_3        varchar(200),
    filled_by             varchar(100) not null,
    filled_at             timestamp with time zone not null,
    primary key (unit_code, period_from, period_to, version),
    constraint annex_five_institutions check (institutions = subject_institutions + other_institutions),
    constraint annex_five_period check (period_from <= period_to)
);
create index annex_five_period_units on annex_five (period_from, period_to, unit_code, version);

-- 九年一贯制: in which column a problem of a school of both stages stands, so that 合计 = 小学 + 初中 for problems.
create table problem_stage (
    problem_id varchar(64)  not null primary key references problem (id),
    stage      varchar(20)  not null check (stage in ('PRIMARY', 'JUNIOR')),
    set_by     varchar(100) not null,
    set_at     timestamp with time zone not null
);

create index supervision_order_accused on supervision_order (accused_unit, issued_at);
create index supervision_order_issued_to on supervision_order (addressee_unit, issued_at);
