-- Campaigns and the partnership's own channels; professionals, how they were approached and what was mailed to them; hours.

create table campaigns (
  id text primary key,
  partnership text not null references partnerships (id),
  number bigint not null,
  kind text not null,
  name text not null,
  target bigint not null,
  begins_on text not null,
  closes_on text not null,
  fallback text not null,
  made_by text not null,
  made_at bigint not null,
  closed_on text,
  fallback_answer text,
  fallback_answered_at bigint,
  version bigint not null
);
create unique index campaigns_by_number on campaigns (partnership, number);

create table own_channels (
  id text primary key,
  partnership text not null references partnerships (id),
  code text not null,
  name text not null,
  made_at bigint not null,
  ended_at bigint
);
create unique index own_channels_by_code on own_channels (partnership, code);

-- who came for a campaign, as a fact without a person
create table arrivals (
  partnership text not null references partnerships (id),
  campaign text not null references campaigns (id),
  record text not null,
  arrived_at bigint not null,
  primary key (partnership, campaign, record)
);

alter table sign_ups add column own_channel text references own_channels (id);
alter table sign_ups add column campaign text references campaigns (id);
alter table help_requests add column own_channel text references own_channels (id);
alter table help_requests add column campaign text references campaigns (id);

create table professionals (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  task text not null,
  school text references schools (id),
  added_by text not null,
  added_at bigint not null,
  ended_at bigint,
  version bigint not null
);
create index professionals_of on professionals (partnership, added_at);
create index professionals_of_person on professionals (partnership, person);

create table approaches (
  id text primary key,
  partnership text not null references partnerships (id),
  professional text not null references professionals (id),
  person text not null references people (id),
  held_on text not null,
  means text not null,
  words text not null,
  campaign text references campaigns (id),
  next_words text not null,
  next_on text,
  next_done_at bigint,
  recorded_by text not null,
  recorded_at bigint not null
);
create index approaches_of on approaches (partnership, held_on);
create index approaches_of_professional on approaches (partnership, professional);

create table mailings (
  id text primary key,
  partnership text not null references partnerships (id),
  template text not null,
  campaign text references campaigns (id),
  words text not null,
  written_by text not null,
  written_at bigint not null
);
create index mailings_of on mailings (partnership, written_at);

create table mailing_receivers (
  partnership text not null references partnerships (id),
  mailing text not null references mailings (id),
  person text not null references people (id),
  sent_at bigint,
  primary key (partnership, mailing, person)
);
create index mailing_receivers_of_person on mailing_receivers (partnership, person);

create table hours (
  id text primary key,
  partnership text not null references partnerships (id),
  whose text not null,
  worked_on text not null,
  minutes bigint not null,
  words text not null,
  noted_by text not null,
  noted_at bigint not null,
  withdrawn_at bigint
);
create index hours_of on hours (partnership, worked_on);
