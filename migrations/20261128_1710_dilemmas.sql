-- What an expert may read of a question: the coordinator's own version without the case, sealed with the key of the buddy who asked.

create table dilemmas (
  id text primary key,
  partnership text not null references partnerships (id),
  consult text not null references consults (id),
  buddy text not null references people (id),
  expert text not null references people (id),
  words text not null,
  sent_by text not null,
  sent_at bigint not null,
  answer text not null,
  answered_at bigint,
  taken_back_at bigint
);
create index dilemmas_of_consult on dilemmas (partnership, consult);
create index dilemmas_of_expert on dilemmas (partnership, expert);
create index dilemmas_of_buddy on dilemmas (partnership, buddy);
