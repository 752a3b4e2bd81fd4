-- How it goes, asked of each of a match apart and of buddies who wait; and who would rather call.

create table check_ins (
  id text primary key,
  partnership text not null references partnerships (id),
  match text references matches (id),
  person text not null references people (id),
  number bigint not null,
  asked_at bigint not null,
  by_phone bigint not null,
  well text not null,
  better text not null,
  fits text not null,
  goes_on text not null,
  wants_call bigint not null,
  answered_at bigint,
  skipped_at bigint,
  handled_at bigint
);
create index check_ins_of_person on check_ins (partnership, person);
create unique index check_ins_once on check_ins (partnership, person, coalesce(match, ''), number);

create table check_in_wishes (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  since bigint not null,
  primary key (partnership, person)
);
