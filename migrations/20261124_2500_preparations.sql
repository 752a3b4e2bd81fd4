-- What participants do at home before an evening: assignments of a programme in versions, and what someone answered, kept while typing and read by trainers once handed in.

create table programme_assignments (
  partnership text not null references partnerships (id),
  version bigint not null,
  number bigint not null,
  position bigint not null,
  name text not null,
  words text not null,
  link text not null,
  box bigint not null,
  primary key (partnership, version, number, position)
);

create table preparations (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  draft text not null,
  answers text not null,
  handed_in_at bigint,
  primary key (partnership, evening, person)
);
create index preparations_of on preparations (partnership, person);
