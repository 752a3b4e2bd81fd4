-- Recordings of an evening: only with the yes of every participant, each time again; what is kept is where it lies, and it goes dead with the first no.

create table recordings (
  id text primary key,
  partnership text not null references partnerships (id),
  edition text not null references editions (id),
  about text not null,
  asked_by text not null,
  asked_at bigint not null,
  url text not null,
  removed_at bigint,
  removed_by text,
  removed_words text not null
);
create index recordings_of on recordings (partnership, edition);

create table recording_answers (
  partnership text not null references partnerships (id),
  recording text not null references recordings (id),
  person text not null references people (id),
  agrees bigint not null,
  text_version bigint not null,
  language text not null,
  answered_at bigint not null,
  primary key (partnership, recording, person)
);
