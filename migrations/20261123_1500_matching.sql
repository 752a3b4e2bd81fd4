-- What buddies offer, proposals and matches.

create table offers (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  situations text not null,
  ways text not null,
  languages text not null,
  postcode bigint,
  capacity bigint not null,
  paused_until text,
  village text not null,
  school text not null,
  gives text not null,
  confirmed_at bigint not null,
  primary key (partnership, person)
);

create table proposals (
  id text primary key,
  partnership text not null references partnerships (id),
  request text not null references help_requests (id),
  buddy text not null references people (id),
  made_by text not null,
  made_at bigint not null,
  reason text not null,
  buddy_answer text,
  buddy_answered_at bigint,
  parent_answer text,
  parent_answered_at bigint,
  ended_at bigint
);
create index proposals_of_request on proposals (partnership, request);
create index proposals_of_buddy on proposals (partnership, buddy);
create unique index proposals_one_open on proposals (partnership, request) where ended_at is null;

create table matches (
  id text primary key,
  partnership text not null references partnerships (id),
  request text not null references help_requests (id),
  parent text not null references people (id),
  buddy text not null references people (id),
  begun_at bigint not null,
  parent_gives text not null,
  buddy_gives text not null,
  meeting_at bigint,
  meeting_way text,
  ended_at bigint,
  ended_by text,
  end_reason text
);
create index matches_of_buddy on matches (partnership, buddy);
create index matches_of_parent on matches (partnership, parent);

create table contacts (
  id text primary key,
  partnership text not null references partnerships (id),
  match text not null references matches (id),
  held_on text not null,
  way text not null,
  minutes bigint not null,
  wants_to_talk bigint not null,
  logged_at bigint not null
);
create index contacts_of on contacts (partnership, match, held_on);
