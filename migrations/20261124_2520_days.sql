-- Days put before a group to choose from, and how often an evening was moved.

create table day_options (
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  number bigint not null,
  begins_at bigint not null,
  primary key (partnership, edition, number)
);
create table day_answers (
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  number bigint not null,
  person text not null references people (id),
  answer text not null,
  primary key (partnership, edition, number, person)
);

alter table evenings add column sequence bigint not null default 0;
