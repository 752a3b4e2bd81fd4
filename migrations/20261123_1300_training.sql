-- Training: editions with evenings, who takes part, who was there, and the decision afterwards. Self-assessments of buddies.

create table editions (
  id text primary key,
  partnership text not null references partnerships (id),
  name text not null,
  place text not null,
  made_by text not null,
  made_at bigint not null
);
create index editions_of on editions (partnership, made_at);

create table evenings (
  id text primary key,
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  number bigint not null,
  begins_at bigint not null,
  minutes bigint not null
);
create index evenings_of on evenings (partnership, edition, number);

create table edition_people (
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  person text not null references people (id),
  part text not null,
  since bigint not null,
  left_at bigint,
  primary key (partnership, edition, person, part)
);
create index edition_people_of_person on edition_people (partnership, person);

create table attendances (
  partnership text not null references partnerships (id),
  evening text not null references evenings (id),
  person text not null references people (id),
  presence text not null,
  recorded_by text not null,
  recorded_at bigint not null,
  primary key (partnership, evening, person)
);

create table readiness (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  decision text not null,
  told_on text not null,
  decided_by text not null,
  decided_at bigint not null,
  deployment_talk_on text,
  vog_seen_on text,
  exempted_because text not null,
  primary key (partnership, person)
);

create table self_assessments (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  moment text not null,
  list_version bigint not null,
  filled_at bigint not null,
  answers text not null
);
create index self_assessments_of on self_assessments (partnership, person, filled_at);
