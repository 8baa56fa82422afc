-- 举报人补充: on which days the reporter added to a report; what they added is in the vault.
create table lead_supplement (
    lead_ref    varchar(40) not null references lead (lead_ref),
    received_on date        not null,
    primary key (lead_ref, received_on)
);
