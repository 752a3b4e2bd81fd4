-- Questions of buddies to the coordinator, and what parents say of the buddy's role after the end.

create table consults (
  id text primary key,
  partnership text not null references partnerships (id),
  buddy text not null references people (id),
  question text not null,
  asked_at bigint not null,
  answer text not null,
  answered_by text,
  answered_at bigint
);
create index consults_of on consults (partnership, buddy, asked_at);

create table feedbacks (
  id text primary key,
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  parent text not null references people (id),
  buddy text not null references people (id),
  answers text not null,
  for_buddy text not null,
  given_at bigint not null,
  read_at bigint
);
create unique index feedbacks_once on feedbacks (partnership, match);
