-- Sign-ups of people who want to become a buddy.

create table sign_ups (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  channel text not null,
  channel_note text not null,
  motive text not null,
  signed_up_at bigint not null,
  entered_by text,
  confirmed_at bigint,
  taken_up_at bigint,
  ended_at bigint,
  end_reason text,
  version bigint not null
);
create index sign_ups_of on sign_ups (partnership, signed_up_at);
create index sign_ups_of_person on sign_ups (partnership, person);
