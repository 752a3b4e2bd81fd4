-- Interviews with candidates and what came out of them.

create table interviews (
  id text primary key,
  partnership text not null references partnerships (id),
  sign_up text not null references sign_ups (id),
  person text not null references people (id),
  begins_at bigint not null,
  minutes bigint not null,
  way text not null,
  place text not null,
  planned_by text not null,
  planned_at bigint not null,
  sequence bigint not null,
  cancelled_at bigint,
  notes text not null,
  notes_at bigint,
  points_version bigint not null,
  version bigint not null
);
create index interviews_of on interviews (partnership, begins_at);
create index interviews_of_person on interviews (partnership, person);

create table outcomes (
  id text primary key,
  partnership text not null references partnerships (id),
  interview text not null references interviews (id),
  person text not null references people (id),
  outcome text not null,
  words text not null,
  talk_again_on text,
  recorded_by text not null,
  recorded_at bigint not null,
  discussed_on text,
  answer text,
  answer_words text not null,
  answered_at bigint,
  replaced_at bigint
);
create index outcomes_of_person on outcomes (partnership, person);
