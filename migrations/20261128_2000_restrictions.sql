-- Who put the own data under lock, since when and until when; while a row is open nobody else reads or does anything about that person.

create table restrictions (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  since bigint not null,
  ended_at bigint,
  primary key (partnership, person, since)
);
create unique index one_restriction on restrictions (partnership, person) where ended_at is null;
