-- 报送与审核: facts of their own beside the report, which stays as it was handed in. signer is the leader who signs the
-- report; the leader named at receipt stays in supervision_order.responsible.
create table report_submission (
    order_id    varchar(64)  not null,
    version     int          not null,
    signer      varchar(100),
    reported_by varchar(100) not null,
    reported_at timestamp with time zone not null,
    primary key (order_id, version),
    foreign key (order_id, version) references investigation_report (order_id, version)
);
create table report_review (
    order_id       varchar(64)   not null,
    version        int           not null,
    substantiation varchar(30)   not null,
    missing        varchar(500)  not null,
    review_note    varchar(4000) not null,
    reviewer       varchar(100)  not null,
    primary key (order_id, version),
    foreign key (order_id, version) references investigation_report (order_id, version)
);
insert into report_submission (order_id, version, signer, reported_by, reported_at)
select r.order_id, r.version, o.responsible, r.reported_by, r.reported_at
from investigation_report r join supervision_order o on o.id = r.order_id
where r.reported_by is not null and r.reported_at is not null;
insert into report_review (order_id, version, substantiation, missing, review_note, reviewer)
select order_id, version, substantiation, coalesce(missing, ''), coalesce(review_note, ''), reviewer
from investigation_report where reviewer is not null and substantiation is not null;
alter table investigation_report drop column reported_by;
alter table investigation_report drop column reported_at;
alter table investigation_report drop column substantiation;
alter table investigation_report drop column missing;
alter table investigation_report drop column review_note;
alter table investigation_report drop column reviewer;

-- 通报: one that was issued and names problems of an order (T22). How it comes to be issued is a matter of its own.
create table bulletin (
    id              varchar(64)  primary key,
    order_id        varchar(64)  not null references supervision_order (id),
    issuer_unit     varchar(20)  not null,
    document_number varchar(100) not null,
    title           varchar(500) not null,
    issued_on       date         not null,
    registered_by   varchar(100) not null,
    registered_at   timestamp with time zone not null,
    constraint bulletin_once unique (order_id, issuer_unit, document_number)
);
create table bulletin_problem (
    bulletin_id varchar(64) not null references bulletin (id),
    problem_id  varchar(64) not null references problem (id),
    primary key (bulletin_id, problem_id)
);
create index bulletin_problem_problem on bulletin_problem (problem_id);

-- 约谈: how the order has ended under it, and the end that follows.
alter table interview add column order_end varchar(20);
alter table interview drop constraint interview_state;
alter table interview add constraint interview_state check (state in ('PROPOSED', 'APPROVED', 'NOTIFIED', 'HELD',
    'RECTIFYING', 'FOLLOW_UP', 'RESOLVED', 'UNRESOLVED', 'DECLINED', 'ENDED'));
