-- The application's role adds to the trail and cannot change or delete what is there. Only a line from before the chain
-- may get its place in it, once.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'audit_event' and tg_op = 'UPDATE' then
        if old.hash is null and new.hash is not null and new.id = old.id and new.at = old.at and new.actor = old.actor
            and new.case_id = old.case_id and new.action = old.action and new.sentence = old.sentence then
            return new;
        end if;
    end if;
    raise exception 'the audit trail is append-only';
end;
$$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_is_append_only();
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function audit_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function audit_is_append_only();
create trigger audit_sealed_end_append_only before update or delete on audit_sealed_end
    for each row execute function audit_is_append_only();
create trigger audit_sealed_end_no_truncate before truncate on audit_sealed_end
    for each statement execute function audit_is_append_only();

-- Locks the chains until the commit and reads their ends in one call; each statement within sees what is committed by then.
create function audit_ends(chains text[]) returns table (case_id varchar, seq bigint, hash varchar)
language plpgsql volatile as $$
declare
    chain text;
begin
    foreach chain in array chains loop
        perform pg_advisory_xact_lock(hashtextextended(chain, 20211));
    end loop;
    return query select e.case_id, e.seq, e.hash from audit_event e
        where e.case_id = any (chains)
        and e.seq = (select max(l.seq) from audit_event l where l.case_id = e.case_id);
end;
$$;
