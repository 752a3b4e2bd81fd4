-- How a match was closed: by whom, who tells the other, the closing talks, the one question after three months, and whether it went on all the same.

create table closures (
  id text primary key,
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  closed_at bigint not null,
  closed_by text not null,
  reason text not null,
  teller text not null,
  told_at bigint,
  talk_parent text not null,
  talk_buddy text not null,
  asks_later bigint not null,
  later_asked_at bigint,
  later_answer text not null,
  later_answered_at bigint,
  called_at bigint,
  reopened_at bigint,
  reopened_by text,
  reopen_reason text not null
);
create index closures_of_match on closures (partnership, match);
create unique index closures_one_each on closures (partnership, match) where reopened_at is null;
