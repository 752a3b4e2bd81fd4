-- Requests of parents for a buddy.

create table help_requests (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  kind text not null,
  channel text not null,
  situations text not null,
  ways text not null,
  languages text not null,
  postcode bigint,
  school text references schools (id),
  own_words text not null,
  when_words text not null,
  asked_at bigint not null,
  entered_by text,
  answered_at bigint,
  clarified_at bigint,
  experience text,
  short_text text not null,
  text_approved_at bigint,
  ended_at bigint,
  end_reason text,
  version bigint not null
);
create index help_requests_of on help_requests (partnership, asked_at);
create index help_requests_of_person on help_requests (partnership, person);
