-- 发文代字: what an administrator has set; without a row the default of the kind and the unit holds
create table document_symbol (
    issuer_unit varchar(20)              not null,
    kind        varchar(40)              not null,
    symbol      varchar(30)              not null,
    set_by      varchar(100)             not null,
    set_at      timestamp with time zone not null,
    primary key (issuer_unit, kind)
);

-- 编号序列: the row that is locked while a number is allotted; the numbers themselves stand in the register below.
-- before_register is the last number given out before there was a register.
create table document_series (
    issuer_unit     varchar(20) not null,
    symbol          varchar(30) not null,
    number_year     integer     not null,
    before_register integer     not null,
    primary key (issuer_unit, symbol, number_year)
);

-- 发文登记簿: every paper as it was issued. Rows are only ever added: a number that stands here is never free again.
create table paper (
    id               varchar(36)              not null primary key,
    kind             varchar(40)              not null,
    case_id          varchar(64)              not null,
    issuer_unit      varchar(20)              not null,
    symbol           varchar(30)              not null,
    number_year      integer                  not null,
    number_seq       integer                  not null,
    number_text      varchar(80)              not null,
    addressee        varchar(500)             not null,
    issued_on        date                     not null,
    issued_at        timestamp with time zone not null,
    template_version integer                  not null,
    sha256           varchar(64)              not null,
    content          bytea                    not null,
    constraint paper_number unique (issuer_unit, symbol, number_year, number_seq),
    constraint paper_series foreign key (issuer_unit, symbol, number_year)
        references document_series (issuer_unit, symbol, number_year)
);
create index paper_case on paper (case_id, issued_at, id);

-- 作废: the paper and its number stay in the register
create table paper_void (
    paper_id  varchar(36)              not null primary key references paper (id),
    reason    varchar(500)             not null,
    voided_by varchar(100)             not null,
    voided_on date                     not null,
    voided_at timestamp with time zone not null
);

-- 公文模板: versions uploaded by an administrator; version 0 is the one shipped
create table paper_template (
    kind        varchar(40)              not null,
    version     integer                  not null,
    content     bytea                    not null,
    sha256      varchar(64)              not null,
    file_name   varchar(200)             not null,
    uploaded_by varchar(100)             not null,
    uploaded_at timestamp with time zone not null,
    primary key (kind, version)
);

-- Orders go on counting where they were; notices and decisions get a 代字 and with it a new sequence.
insert into document_series (issuer_unit, symbol, number_year, before_register)
select issuer_unit,
       case instrument when 'KEY_ISSUE_ORDER' then '重点问题督办单' when 'RECTIFICATION_ORDER' then '问题整改督办单'
           else '督办函' end,
       number_year, last_number
from order_number;
drop table order_number;
drop table notice_number;
drop table accountability_sequence;

alter table accountability add column number_text varchar(80);
update accountability set number_text = '问责决定〔' || number_year || '〕' || number_seq || '号' where number_seq is not null;
alter table accountability drop constraint accountability_number;
alter table accountability drop column number_year;
alter table accountability drop column number_seq;
