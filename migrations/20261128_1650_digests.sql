-- Who gets a letter once a week that work waits, and when the last one went.

create table digests (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  sent_on text,
  primary key (partnership, person)
);
