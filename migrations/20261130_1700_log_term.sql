-- how far the log was erased by its term, and the hash of the last entry that went, on which the chain of the rest stands
alter table access_log_heads add column erased_to bigint not null default 0;
alter table access_log_heads add column erased_hash text not null default '';
alter table worry_log_heads add column erased_to bigint not null default 0;
alter table worry_log_heads add column erased_hash text not null default '';

-- entries go from the oldest on only, and only those of which the head says so
-- @only sqlite
drop trigger access_log_no_delete;
drop trigger worry_log_no_delete;
create trigger access_log_no_delete before delete on access_log when old.sequence > coalesce((select erased_to from access_log_heads where partnership = old.partnership), 0) begin select raise(abort, 'the access log is not altered'); end;
create trigger worry_log_no_delete before delete on worry_log when old.sequence > coalesce((select erased_to from worry_log_heads where partnership = old.partnership), 0) begin select raise(abort, 'the log is not altered'); end;
-- @end
-- @only postgresql
drop trigger access_log_only_grows on access_log;
drop trigger worry_log_only_grows on worry_log;
create trigger access_log_only_grows before update or truncate on access_log for each statement execute function access_log_refuses();
create trigger worry_log_only_grows before update or truncate on worry_log for each statement execute function access_log_refuses();
create function access_log_keeps() returns trigger language plpgsql as $$
declare gone bigint;
begin
  execute format('select erased_to from %I where partnership = $1', tg_table_name || '_heads') into gone using old.partnership;
  if old.sequence > coalesce(gone, 0) then raise exception 'the access log is not altered'; end if;
  return old;
end $$;
create trigger access_log_keeps before delete on access_log for each row execute function access_log_keeps();
create trigger worry_log_keeps before delete on worry_log for each row execute function access_log_keeps();
-- @end
