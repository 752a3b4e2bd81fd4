-- Catching up: together or alone with a trainer, who came, and the slides of an evening with whom they were sent to.

create table catch_ups (
  id text primary key,
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  kind text not null,
  begins_at bigint not null,
  minutes bigint not null,
  place text not null,
  made_by text not null,
  made_at bigint not null,
  cancelled_at bigint
);
create index catch_ups_of on catch_ups (partnership, evening);
create table catch_up_people (
  partnership text not null references partnerships (id),
  catch_up text not null references catch_ups (id),
  person text not null references people (id),
  came bigint,
  primary key (partnership, catch_up, person)
);
create index catch_up_people_of on catch_up_people (partnership, person);

alter table evenings add column slides text not null default '';
create table slides_sent (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  sent_at bigint not null,
  primary key (partnership, evening, person)
);
