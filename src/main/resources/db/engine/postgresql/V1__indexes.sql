-- Timer acquisition reads every pending timer without the first, and every locked instance without the second.
create index duban_job_due on act_ru_job (duedate_);
create index duban_job_locked on act_ru_job (process_instance_id_) where lock_owner_ is not null;
-- Task pages: unassigned tasks by due date, and candidate groups.
create index duban_task_due on act_ru_task (due_date_, id_) where assignee_ is null;
create index duban_identity_link_group on act_ru_identitylink (group_id_, type_, task_id_);
