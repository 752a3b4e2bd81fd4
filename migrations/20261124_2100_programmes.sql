-- The programme of the training in versions, which one an edition takes, and how an evening went: the order of its parts and what was skipped. Version 1 is the standard programme and has no rows.

create table programmes (
  partnership text not null references partnerships (id),
  version bigint not null,
  made_by text not null,
  made_at bigint not null,
  primary key (partnership, version)
);
create table programme_evenings (
  partnership text not null references partnerships (id),
  version bigint not null,
  number bigint not null,
  preparation text not null,
  primary key (partnership, version, number)
);
create table programme_parts (
  partnership text not null references partnerships (id),
  version bigint not null,
  number bigint not null,
  position bigint not null,
  name text not null,
  title text not null,
  minutes bigint not null,
  informal bigint not null,
  goal text not null,
  form_of_work text not null,
  material text not null,
  attention text not null,
  primary key (partnership, version, number, position)
);

-- No version: the standard programme.
alter table editions add column programme_version bigint;

create table evening_parts (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  part text not null,
  position bigint not null,
  skipped_at bigint,
  skipped_by text,
  primary key (partnership, evening, part)
);

create table cards (
  id text primary key,
  partnership text not null references partnerships (id),
  kind text not null,
  words text not null,
  made_by text not null,
  made_at bigint not null,
  removed_at bigint
);
create index cards_of on cards (partnership, made_at);
