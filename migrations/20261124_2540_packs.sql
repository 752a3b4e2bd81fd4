-- The welcome pack of a group: what is in it, the address that someone gives for it (with a key of its own, that goes once it was sent or is of no more use), and when it was sent.

create table packs (
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  contents text not null,
  asked_at bigint,
  kept_at bigint not null,
  primary key (partnership, edition)
);
create table pack_addresses (
  id text primary key,
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  person text not null references people (id),
  address text not null,
  given_at bigint not null,
  sent_on text,
  unique (partnership, edition, person)
);
create index pack_addresses_of on pack_addresses (partnership, person);
