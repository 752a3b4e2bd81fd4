-- Tips and tops after an evening, without a name: who gave some is kept apart from what was given, and neither has a time.

create table tips (
  id text primary key,
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  top text not null,
  tip text not null
);
create index tips_of on tips (partnership, evening);

create table tips_given (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  primary key (partnership, evening, person)
);

-- What trainers will do otherwise next time.
create table improvements (
  id text primary key,
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  about text not null,
  words text not null,
  written_by text not null,
  written_at bigint not null
);
create index improvements_of on improvements (partnership, evening);
