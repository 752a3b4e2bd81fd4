-- Whether someone who was invited comes to an evening.

create table coming (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  comes bigint not null,
  answered_at bigint not null,
  primary key (partnership, evening, person)
);
