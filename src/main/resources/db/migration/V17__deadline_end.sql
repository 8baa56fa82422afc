-- 期限办结: that a deadline has ended is written once, beside it, and never changed.
create table deadline_end (
    deadline_id varchar(36)              not null primary key references deadline (id),
    status      varchar(20)              not null check (status in ('MET', 'OVERDUE_MET', 'CANCELLED')),
    at          timestamp with time zone not null
);
insert into deadline_end (deadline_id, status, at)
    select id, status, coalesce(closed_at, due_at) from deadline where status <> 'OPEN';
drop index deadline_status_due;
alter table deadline drop column closed_at;
alter table deadline drop column status;
create index deadline_due on deadline (due_at);
