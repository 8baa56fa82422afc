-- 单位: the level decides what a unit is, never its name (市 means three different levels). Rows are never deleted.
create table unit (
    code          varchar(20)  primary key,
    name          varchar(100) not null,
    level         varchar(20)  not null,
    parent_code   varchar(20),
    operator_code varchar(20),
    active        boolean      default true not null,
    constraint unit_level check (level in ('NATIONAL', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP_CENTRE', 'SCHOOL',
        'INSTITUTION', 'DEPARTMENT')),
    constraint unit_parent foreign key (parent_code) references unit (code),
    constraint unit_operator foreign key (operator_code) references unit (code)
);
create index unit_by_parent on unit (parent_code);
create index unit_by_operator on unit (operator_code);

-- One row: whoever changes the list of units or provisions accounts holds it, so that two of them never interleave.
create table unit_revision (
    id       smallint primary key,
    revision bigint not null,
    constraint unit_revision_single check (id = 1)
);
insert into unit_revision (id, revision) values (1, 0);
