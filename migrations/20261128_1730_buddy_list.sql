-- Buddies who want to be reached by each other, and by what; who is on it sees it.

create table buddy_list (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  phone bigint not null,
  mail bigint not null,
  themes text not null,
  since bigint not null,
  primary key (partnership, person)
);
