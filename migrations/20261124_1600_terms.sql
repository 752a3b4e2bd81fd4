-- What follows an outcome: withdrawing with a reason, learning points, what a VOG waits for, agreements with buddies, and messages to who waits.

alter table sign_ups add column withdrawn_because text;
alter table outcomes add column other_person bigint;
alter table readiness add column vog_asked_on text;
alter table readiness add column vog_seen_by text;

create table learning_points (
  id text primary key,
  partnership text not null references partnerships (id),
  interview text not null references interviews (id),
  person text not null references people (id),
  words text not null,
  written_by text not null,
  written_at bigint not null,
  answer text,
  answered_at bigint,
  taken_back_at bigint
);
create index learning_points_of on learning_points (partnership, person, written_at);

create table agreement_texts (
  partnership text not null references partnerships (id),
  version bigint not null,
  words text not null,
  written_by text not null,
  written_at bigint not null,
  primary key (partnership, version)
);

create table agreements (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  version bigint not null,
  accepted_at bigint not null,
  primary key (partnership, person, version)
);

create table messages (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  kind text not null,
  words text not null,
  sent_by text,
  sent_at bigint not null
);
create index messages_of on messages (partnership, person, sent_at);
