-- Meetings of buddies with the coordinator, who comes and about what; a topic is sealed with the key of the buddy who put it in.

create table intervisions (
  id text primary key,
  partnership text not null references partnerships (id),
  kind text not null,
  begins_at bigint not null,
  minutes bigint not null,
  place text not null,
  link text not null,
  planned_by text not null,
  planned_at bigint not null,
  cancelled_at bigint,
  notes text not null,
  notes_for text,
  noted_at bigint
);
create index intervisions_when on intervisions (partnership, begins_at);

create table intervision_answers (
  partnership text not null references partnerships (id),
  intervision text not null references intervisions (id),
  person text not null references people (id),
  coming bigint,
  sequence bigint not null,
  theme text,
  own_theme text not null,
  topic text not null,
  was_there bigint,
  primary key (partnership, intervision, person)
);
create index intervision_answers_of on intervision_answers (partnership, person);
