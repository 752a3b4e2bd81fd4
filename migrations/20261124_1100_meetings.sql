-- First meetings and nudges of a match; a moment at which a replayed demonstration stands still.

create table meetings (
  id text primary key,
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  begins_at bigint not null,
  place text not null,
  introduced_by text not null,
  planned_by text not null,
  planned_at bigint not null,
  home_agreed_at bigint,
  sequence bigint not null,
  cancelled_at bigint
);
create index meetings_of on meetings (partnership, match, begins_at);
create unique index meetings_one on meetings (partnership, match) where cancelled_at is null;

create table nudges (
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  nudged_on text not null,
  primary key (partnership, match, nudged_on)
);

alter table matches drop column meeting_at;
alter table matches drop column meeting_way;
alter table partnerships add column stands_at bigint;
