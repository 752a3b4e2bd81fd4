-- What a parent shares: one thing with one person until a day. The words and the purpose are sealed with the key of the parent.

create table disclosures (
  id text primary key,
  partnership text not null references partnerships (id),
  parent text not null references people (id),
  recipient text not null references people (id),
  given_as text not null,
  match text references matches (id),
  school text references schools (id),
  kind text not null,
  words text not null,
  purpose text not null,
  until text not null,
  made_at bigint not null,
  taken_back_at bigint
);
create index disclosures_of on disclosures (partnership, parent, made_at);
create index disclosures_to on disclosures (partnership, recipient);
