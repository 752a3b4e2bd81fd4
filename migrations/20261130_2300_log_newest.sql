-- an entry goes only where a newer one stays that was written some three years later (1094 days, for the hour of summer time), so that writing a number in the head alone takes nothing away
-- @only sqlite
drop trigger access_log_no_delete;
drop trigger worry_log_no_delete;
create trigger access_log_no_delete before delete on access_log when old.sequence > coalesce((select erased_to from access_log_heads where partnership = old.partnership), 0) or old.at > coalesce((select at from access_log where partnership = old.partnership order by sequence desc limit 1), 0) - 94521600 begin select raise(abort, 'the access log is not altered'); end;
create trigger worry_log_no_delete before delete on worry_log when old.sequence > coalesce((select erased_to from worry_log_heads where partnership = old.partnership), 0) or old.at > coalesce((select at from access_log where partnership = old.partnership order by sequence desc limit 1), 0) - 94521600 begin select raise(abort, 'the log is not altered'); end;
-- @end
-- @only postgresql
create or replace function access_log_keeps() returns trigger language plpgsql as $$
declare gone bigint; newest bigint;
begin
  execute format('select erased_to from %I where partnership = $1', tg_table_name || '_heads') into gone using old.partnership;
  select at into newest from access_log where partnership = old.partnership order by sequence desc limit 1;
  if old.sequence > coalesce(gone, 0) or old.at > coalesce(newest, 0) - 94521600 then raise exception 'the access log is not altered'; end if;
  return old;
end $$;
-- @end
