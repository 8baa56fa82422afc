-- 待启用模板: what an administrator has uploaded and looks at before it is taken into force; at most one for each kind
create table paper_template_draft (
    kind        varchar(40)              not null primary key,
    content     bytea                    not null,
    sha256      varchar(64)              not null,
    file_name   varchar(200)             not null,
    uploaded_by varchar(100)             not null,
    uploaded_at timestamp with time zone not null
);

-- 发文机关年度: one row for each issuer and year, locked before any of its series, so that nobody waits crosswise
insert into document_series (issuer_unit, symbol, number_year, before_register)
select distinct issuer_unit, '*', number_year, 0 from document_series;
