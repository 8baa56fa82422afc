-- From here on the ledger's entries stay as they are again.
alter table ledger_entry enable trigger ledger_entry_append_only;
