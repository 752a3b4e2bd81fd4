-- Times that a coordinator offers for interviews, to whom they were offered, and the days without school.

create table interview_times (
  id text primary key,
  partnership text not null references partnerships (id),
  begins_at bigint not null,
  minutes bigint not null,
  way text not null,
  place text not null,
  offered_by text not null,
  offered_at bigint not null,
  interview text,
  withdrawn_at bigint
);
create index interview_times_of on interview_times (partnership, begins_at);

create table interview_offers (
  partnership text not null references partnerships (id),
  sign_up text not null references sign_ups (id),
  person text not null references people (id),
  offered_at bigint not null,
  none_fits_at bigint,
  primary key (partnership, sign_up)
);

alter table interviews add column reminded_at bigint;
alter table interviews add column no_show_at bigint;

create table holidays (
  partnership text not null references partnerships (id),
  first_day text not null,
  last_day text not null,
  name text not null,
  primary key (partnership, first_day)
);
