-- Schools as DUO lists them and as the partnership arranges with them: contacts, and what was done there. Postcodes with coordinates.

alter table schools add column
  site_code text not null default '';
alter table schools add column
  address text not null default '';
alter table schools add column
  denomination text not null default '';
alter table schools add column
  phone text not null default '';
alter table schools add column
  web text not null default '';
alter table schools add column
  led_by text not null default 'coordinator';
alter table schools add column
  at_first_meetings text not null default '';
alter table schools add column
  languages text not null default '';
alter table schools add column
  imported text not null default '';
alter table schools add column
  known_at bigint not null default 0;
alter table schools add column
  closed_at bigint;
alter table schools add column
  version bigint not null default 1;
create unique index schools_by_site on schools (partnership, site_code) where site_code <> '';

create table school_moments (
  id text primary key,
  partnership text not null references partnerships (id),
  school text not null references schools (id),
  kind text not null,
  happened_on text not null,
  note text not null,
  recorded_by text not null,
  recorded_at bigint not null,
  withdrawn_at bigint
);
create index school_moments_of on school_moments (partnership, school, happened_on);

create table school_contacts (
  id text primary key,
  partnership text not null references partnerships (id),
  school text not null references schools (id),
  person text not null references people (id),
  position text not null,
  since bigint not null,
  until bigint
);
create index school_contacts_of on school_contacts (partnership, school);
create index school_contacts_by_person on school_contacts (partnership, person);

-- @open
create table postcodes (
  postcode bigint primary key,
  latitude bigint not null,
  longitude bigint not null
);
