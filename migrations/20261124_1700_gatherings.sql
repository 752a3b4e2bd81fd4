-- Gatherings for everyone and who comes to them; registrations go four weeks after, the numbers stay.

create table gatherings (
  id text primary key,
  partnership text not null references partnerships (id),
  kind text not null,
  title text not null,
  begins_at bigint not null,
  minutes bigint not null,
  place text not null,
  link text not null,
  words text not null,
  capacity bigint,
  open_until text not null,
  made_by text not null,
  made_at bigint not null,
  cancelled_at bigint,
  cancelled_by text,
  attended bigint,
  attended_by text,
  attended_noted_at bigint,
  slides text not null,
  recording text not null,
  recording_agreed_by text,
  recording_agreed_at bigint,
  registered bigint,
  waited bigint,
  erased_at bigint,
  sequence bigint not null,
  version bigint not null
);
create index gatherings_of on gatherings (partnership, begins_at);

create table registrations (
  id text primary key,
  partnership text not null references partnerships (id),
  gathering text not null references gatherings (id),
  person text not null references people (id),
  persons bigint not null,
  registered_at bigint not null,
  placed_at bigint,
  told_at bigint,
  reminded_at bigint,
  cancelled_at bigint,
  came bigint not null
);
create index registrations_of on registrations (partnership, gathering, registered_at);
create index registrations_of_person on registrations (partnership, person);
