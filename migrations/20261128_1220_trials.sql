-- A match may begin with a trial: until which day, when the two were asked, and what each says at its end.

alter table matches add column trial_until text;
alter table matches add column trial_asked_at bigint;

create table trial_answers (
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  person text not null references people (id),
  answer text not null,
  noted_by text not null,
  answered_at bigint not null,
  primary key (partnership, match, person)
);
