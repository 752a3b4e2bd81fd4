-- Who watches an evening and was announced, what observers and trainers write by a guide, and what trainers change: with the part it is about and the version that took it up.

create table observers (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  appointed_by text not null,
  appointed_at bigint not null,
  ended_at bigint,
  primary key (partnership, evening, person)
);

create table reviews (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  guide text not null,
  answers text not null,
  kept_at bigint not null,
  handed_in_at bigint,
  primary key (partnership, evening, person, guide)
);

alter table improvements add column part text not null default '';
alter table improvements add column taken_up_in bigint;
