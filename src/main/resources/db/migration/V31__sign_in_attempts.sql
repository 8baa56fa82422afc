-- 登录失败: wrong passwords by account and by source, each known by a hash only. The locks they lead to end by themselves; rows go after two days.
create table sign_in_attempt (
    subject      varchar(80)  not null primary key,
    failures     integer      not null,
    failed_at    timestamp with time zone not null,
    locked_until timestamp with time zone
);
create index sign_in_attempt_failed on sign_in_attempt (failed_at);
