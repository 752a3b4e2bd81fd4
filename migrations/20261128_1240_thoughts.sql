-- A professional whom the parent asks to think along: what the parent lets read, what was written, and whether the coordinator may read that.

create table thoughts (
  id text primary key,
  partnership text not null references partnerships (id),
  request text not null references help_requests (id),
  parent text not null references people (id),
  professional text not null references people (id),
  items text not null,
  asked_at bigint not null,
  words text not null,
  written_at bigint,
  released_at bigint,
  withdrawn_at bigint
);
create unique index thoughts_one on thoughts (partnership, request) where withdrawn_at is null;
create index thoughts_of on thoughts (partnership, parent);
