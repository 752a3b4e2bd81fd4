-- Worries about safety: apart from everything else, each with a key of its own, and a log of their own.

create table worries (
  id text primary key,
  partnership text not null references partnerships (id),
  reported_by text not null,
  reported_at bigint not null,
  parent_knows text not null,
  words text not null,
  reach text not null,
  taken_up_at bigint,
  taken_up_by text,
  closed_at bigint,
  erased_at bigint
);
create index worries_of on worries (partnership, reported_at);

create table worry_steps (
  id text primary key,
  partnership text not null references partnerships (id),
  worry text not null references worries (id),
  taken_at bigint not null,
  taken_by text not null,
  words text not null
);
create index worry_steps_of on worry_steps (partnership, worry, taken_at);

create table worry_log (
  partnership text not null references partnerships (id),
  sequence bigint not null,
  at bigint not null,
  actor text not null,
  role text not null,
  action text not null,
  object text not null,
  person text not null,
  rule text not null,
  request text not null,
  hash text not null,
  primary key (partnership, sequence)
);
create index worry_log_about on worry_log (partnership, object, sequence);

create table worry_log_heads (
  partnership text not null references partnerships (id),
  sequence bigint not null,
  hash text not null,
  primary key (partnership)
);

-- @only sqlite
create trigger worry_log_no_update before update on worry_log begin select raise(abort, 'the log is not altered'); end;
create trigger worry_log_no_delete before delete on worry_log begin select raise(abort, 'the log is not altered'); end;
-- @end
-- @only postgresql
create trigger worry_log_only_grows before update or delete or truncate on worry_log for each statement execute function access_log_refuses();
-- @end
