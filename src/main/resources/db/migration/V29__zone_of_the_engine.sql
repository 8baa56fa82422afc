-- 引擎时区: the engine's due dates hold a time of day without a zone. A row stands here once they have all been compared
-- with the dates of their cases and put right where they were written in another zone; see ADR 0035.
create table engine_zone (
    zone        varchar(40)              not null primary key,
    compared_at timestamp with time zone not null,
    mended      integer                  not null
);
