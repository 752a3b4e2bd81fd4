-- Who stands in for a coordinator, from which day to which, and who was told so before being read.

create table deputyships (
  id text primary key,
  partnership text not null references partnerships (id),
  coordinator text not null references people (id),
  deputy text not null references people (id),
  first_day text not null,
  last_day text not null,
  made_by text not null,
  made_at bigint not null,
  ended_at bigint,
  ended_by text
);
create index deputyships_of on deputyships (partnership, last_day);

create table deputyship_notices (
  partnership text not null references partnerships (id),
  deputyship text not null references deputyships (id),
  person text not null references people (id),
  told_at bigint,
  rests_at bigint,
  primary key (partnership, deputyship, person)
);
create index deputyship_notices_of on deputyship_notices (partnership, person);
