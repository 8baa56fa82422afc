-- What was typed is added and stays as it is, and so do the forms it was typed into.
create function case_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'what was typed in a case is append-only';
end;
$$;
create trigger case_entry_append_only before update or delete on case_entry
    for each row execute function case_entry_is_append_only();
create trigger case_entry_no_truncate before truncate on case_entry
    for each statement execute function case_entry_is_append_only();
create trigger case_form_append_only before update or delete on case_form
    for each row execute function case_entry_is_append_only();
create trigger case_form_no_truncate before truncate on case_form
    for each statement execute function case_entry_is_append_only();
