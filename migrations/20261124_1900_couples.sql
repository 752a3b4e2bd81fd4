-- Couples: two buddies who stand beside a parent as one. A proposal and a match then name the second of the two as well.

create table couples (
  id text primary key,
  partnership text not null references partnerships (id),
  one text not null references people (id),
  other text not null references people (id),
  made_by text not null,
  made_at bigint not null,
  parted_at bigint,
  left_by text
);
create unique index couples_of_one on couples (partnership, one) where parted_at is null;
create unique index couples_of_other on couples (partnership, other) where parted_at is null;

alter table proposals add column partner text;
alter table proposals add column partner_answer text;
alter table proposals add column partner_answered_at bigint;
create index proposals_of_partner on proposals (partnership, partner);
alter table matches add column partner text;
alter table matches add column partner_gives text;
create index matches_of_partner on matches (partnership, partner);
alter table feedbacks add column partner text;

-- Someone of a couple who left a match; the parent says whether it goes on with the other.
create table departures (
  id text primary key,
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  person text not null references people (id),
  left_at bigint not null,
  goes_on bigint,
  answered_at bigint
);
create index departures_of on departures (partnership, match);
