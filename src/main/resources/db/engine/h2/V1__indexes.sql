-- H2 has no partial indexes; the plain ones serve the same queries.
create index duban_job_due on act_ru_job (duedate_);
create index duban_task_due on act_ru_task (due_date_, id_);
create index duban_identity_link_group on act_ru_identitylink (group_id_, type_, task_id_);
