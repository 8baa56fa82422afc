-- Of a source it is kept at which accounts it has failed lately, each once; what had been counted until now had no account.
create table sign_in_source (
    source    varchar(80) not null,
    account   varchar(80) not null,
    failed_at timestamp with time zone not null,
    primary key (source, account)
);
create index sign_in_source_failed on sign_in_source (failed_at);
delete from sign_in_attempt where subject like 'source:%';
