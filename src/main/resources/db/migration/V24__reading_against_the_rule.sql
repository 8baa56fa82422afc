-- A reading that the rule forbids is an alert too; what is tried again within an hour is counted in it.
alter table conflict_alert add column times int default 1 not null;
alter table conflict_alert add column last_at timestamp with time zone;
update conflict_alert set last_at = at;
alter table conflict_alert alter column last_at set not null;
create index conflict_alert_repeat on conflict_alert (person, case_id, attempt);

-- Whoever opens a list is kept from the leads that name them.
create index lead_named_person_account on lead_named_person (account);
