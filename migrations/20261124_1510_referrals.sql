-- Parents to whom a professional pointed with their agreement, professionals who want to be called about someone, and who may be the same person.

create table referrals (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  referred_by text not null references people (id),
  channel text not null,
  agreed_on text not null,
  agreed_how text not null,
  words text not null,
  referred_at bigint not null,
  answered_at bigint,
  agrees bigint,
  words_may_be_read bigint not null,
  referrer_may_know bigint not null,
  sign_up text
);
create index referrals_of on referrals (partnership, referred_at);
create index referrals_of_person on referrals (partnership, person);

create table doubts (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  school text,
  reachable text not null,
  asked_at bigint not null,
  called_at bigint,
  called_by text
);
create index doubts_of on doubts (partnership, asked_at);
create index doubts_of_person on doubts (partnership, person);

alter table sign_ups add column school text;
alter table people add column phone_hash text;
alter table people add column name_hash text;
create index people_by_phone on people (partnership, phone_hash);
create index people_by_name on people (partnership, name_hash);

create table likenesses (
  partnership text not null references partnerships (id),
  one text not null references people (id),
  other text not null references people (id),
  same bigint not null,
  decided_by text not null,
  decided_at bigint not null,
  primary key (partnership, one, other)
);
