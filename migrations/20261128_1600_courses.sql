-- The course of a match: how often, who begins, whether it rests. Who logged a contact, and what the parent made of it.

create table courses (
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  rhythm text not null,
  parent_begins bigint not null,
  rests_since text,
  rested_by text,
  woken_on text,
  primary key (partnership, match)
);
alter table contacts add column logged_by text;
alter table contacts add column corrected_at bigint;
alter table contacts add column talked_at bigint;
alter table contacts add column removed_at bigint;
alter table courses add column met_on text;
