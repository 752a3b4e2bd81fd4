-- The self-assessment in own words with versions, drafts, learning questions for trainers, sharing, and pictures of a group without persons.

create table instruments (
  partnership text not null references partnerships (id),
  version bigint not null,
  weeks_1 bigint not null,
  weeks_2 bigint not null,
  made_by text not null,
  made_at bigint not null,
  primary key (partnership, version)
);
create table instrument_statements (
  partnership text not null references partnerships (id),
  version bigint not null,
  number bigint not null,
  words text not null,
  low text not null,
  high text not null,
  primary key (partnership, version, number)
);

alter table self_assessments add column edition text;
alter table self_assessments add column bundle bigint;

create table assessment_drafts (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  answers text not null,
  kept_at bigint not null,
  primary key (partnership, person)
);

-- Someone is asked to fill in at a moment, once.
create table assessment_asks (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  moment text not null,
  asked_at bigint not null,
  primary key (partnership, person, moment)
);

create table learning_questions (
  assessment text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  edition text not null,
  words text not null,
  released_at bigint not null,
  taken_back_at bigint
);
create index learning_questions_of on learning_questions (partnership, edition);

create table assessment_shares (
  assessment text not null references self_assessments (id),
  partnership text not null references partnerships (id),
  person text not null references people (id),
  audience text not null,
  shared_at bigint not null,
  taken_back_at bigint,
  primary key (assessment, audience)
);
create index assessment_shares_of on assessment_shares (partnership, person);

-- Sums of five answers at a time: whoever compares two pictures learns of five people together, never of one.
create table group_pictures (
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  moment text not null,
  version bigint not null,
  bundle bigint not null,
  sums text not null,
  made_at bigint not null,
  primary key (partnership, edition, moment, version, bundle)
);
