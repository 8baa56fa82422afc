-- From here on what was typed stays as it is again.
alter table case_entry enable trigger case_entry_append_only;
