-- 演示时钟: how far the demo's clock runs ahead of the machine; one row, in the profile demo only.
create table demo_clock (
    id            integer primary key check (id = 1),
    offset_millis bigint not null
);
insert into demo_clock (id, offset_millis) values (1, 0);
