-- Two people who ended a step at the same moment both got its first round. Each entry has a round of its own.
update case_entry set round = (
    select count(*) from case_entry earlier
    where earlier.case_id = case_entry.case_id and earlier.subject_id = case_entry.subject_id
      and earlier.step = case_entry.step and earlier.id <= case_entry.id
) where round <> (
    select count(*) from case_entry earlier
    where earlier.case_id = case_entry.case_id and earlier.subject_id = case_entry.subject_id
      and earlier.step = case_entry.step and earlier.id <= case_entry.id
);
create unique index case_entry_round on case_entry (case_id, subject_id, step, round);
drop index case_entry_step;
