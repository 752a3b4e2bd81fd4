-- Around a first meeting: what each says of it once its day has passed, which coordinator has it in the calendar, and whether the two were introduced.

create table meeting_answers (
  partnership text not null references partnerships (id),
  meeting text not null references meetings (id),
  sequence bigint not null,
  person text not null references people (id),
  answer text not null,
  by_coordinator bigint not null,
  answered_at bigint not null,
  primary key (partnership, meeting, sequence, person)
);

alter table meetings add column invited text;
alter table meetings add column introduced_at bigint;
alter table meetings add column asked_sequence bigint;
