-- A parent and a buddy who found each other: registered afterwards, with the yes of each. Before both yeses there is no match and nothing of one.

create table pairs (
  id text primary key,
  partnership text not null references partnerships (id),
  request text not null references help_requests (id),
  parent text not null references people (id),
  buddy text not null references people (id),
  made_by text not null,
  made_at bigint not null,
  ended_at bigint,
  match text
);
create unique index pairs_of_parent on pairs (partnership, parent) where ended_at is null;
create index pairs_of_buddy on pairs (partnership, buddy);

create table pair_answers (
  partnership text not null references partnerships (id),
  pair text not null references pairs (id),
  person text not null references people (id),
  given_on text not null,
  gives text,
  noted_by text not null,
  primary key (partnership, pair, person)
);
