-- 附件与举证材料: the register of files of a case. A line is never changed nor deleted; a withdrawal is a line of its own.
-- What a file holds lies sealed beside it (AES-256-GCM, a data key for each content, wrapped by a key that is not in the
-- database), once for each case, however often it was handed in.
create table evidence_content (
    id          varchar(64) not null primary key,
    case_id     varchar(64) not null,
    fingerprint varchar(64) not null,
    sha256      varchar(64) not null,
    kind        varchar(10) not null,
    length      integer     not null,
    kek_id      varchar(16) not null,
    wrapped     bytea       not null,
    constraint evidence_content_once unique (case_id, fingerprint)
);
create table evidence_part (
    content_id varchar(64) not null references evidence_content (id),
    part       integer     not null,
    sealed     bytea       not null,
    constraint evidence_part_key primary key (content_id, part)
);
create table evidence (
    id             varchar(64)  not null primary key,
    case_id        varchar(64)  not null,
    problem_id     varchar(64),
    evidence_group varchar(30),
    content_id     varchar(64)  not null references evidence_content (id),
    file_name      varchar(200) not null,
    kept_at        timestamp with time zone not null,
    kept_by        varchar(100) not null,
    kept_unit      varchar(20)  not null
);
create index evidence_case on evidence (case_id, kept_at, id);
create index evidence_problem on evidence (problem_id, evidence_group);
create table evidence_withdrawal (
    evidence_id  varchar(64)  not null primary key references evidence (id),
    reason       varchar(500) not null,
    withdrawn_at timestamp with time zone not null,
    withdrawn_by varchar(100) not null
);

-- 案卷: the orders that go on from an order, and those merged into it.
create index supervision_order_previous on supervision_order (previous_order);
create index supervision_order_merged on supervision_order (merged_into);
