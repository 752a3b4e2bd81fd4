-- A talk at school as the parent prepares it, what the parent asks the buddy to pass on, and the texts of a partnership beside it. All words of a parent are sealed with the parent's key.

create table school_talks (
  id text primary key,
  partnership text not null references partnerships (id),
  parent text not null references people (id),
  held_when text not null,
  aim text not null,
  points text not null,
  questions text not null,
  who_says text not null,
  not_to_say text not null,
  notes text not null,
  asked_match text references matches (id),
  asked_at bigint,
  reply text,
  replied_by text references people (id),
  held_on text,
  made_at bigint not null
);
create index school_talks_of on school_talks (partnership, parent, made_at);
create index school_talks_asked on school_talks (partnership, asked_match);

create table school_errands (
  id text primary key,
  partnership text not null references partnerships (id),
  parent text not null references people (id),
  match text not null references matches (id),
  addressee text not null,
  words text not null,
  until text not null,
  made_at bigint not null,
  taken_back_at bigint,
  done_on text
);
create index school_errands_of on school_errands (partnership, parent, made_at);
create index school_errands_in on school_errands (partnership, match);

create table school_talk_texts (
  partnership text not null references partnerships (id),
  version bigint not null,
  points text not null,
  steps text not null,
  written_by text not null,
  written_at bigint not null,
  primary key (partnership, version)
);
