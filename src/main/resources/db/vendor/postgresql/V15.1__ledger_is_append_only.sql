-- The ledger's entries are added and stay as they are; only that one has been folded may be noted, once.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if new.folded and not old.folded and to_jsonb(new) - 'folded' = to_jsonb(old) - 'folded' then
            return new;
        end if;
    end if;
    raise exception 'the ledger is append-only';
end;
$$;
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function ledger_is_append_only();
create trigger ledger_entry_no_truncate before truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
