-- What a fit is made of: what a parent wishes and asks for, what a buddy knows and where the own children go to school, who is kept apart from whom, which areas lie apart, and what a partnership lets weigh how much.

alter table help_requests add column interpreter bigint not null default 0;
alter table help_requests add column child_group text not null default '';
alter table help_requests add column child_sex text not null default '';
alter table help_requests add column others_read bigint not null default 0;
alter table help_requests add column own_village text not null default '';
alter table help_requests add column knowledge text not null default '';
alter table help_requests add column region_hard bigint not null default 0;
alter table help_requests add column times_hard bigint not null default 0;
alter table help_requests add column delicate text not null default '';
alter table help_requests add column criteria text not null default '';
alter table help_requests add column matters text not null default '';
alter table help_requests add column end_note text not null default '';

alter table offers add column knowledge text not null default '';
alter table offers add column school_kinds text not null default '';
alter table offers add column region_hard bigint not null default 0;
alter table offers add column times_hard bigint not null default 0;
alter table offers add column shown bigint not null default 0;

create table offer_schools (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  school text not null references schools (id),
  child_groups text not null,
  primary key (partnership, person, school)
);

create table kept_apart (
  partnership text not null references partnerships (id),
  one text not null references people (id),
  other text not null references people (id),
  kind text not null,
  set_by text not null,
  set_at bigint not null,
  primary key (partnership, one, other)
);
create index kept_apart_of_other on kept_apart (partnership, other);

create table areas_apart (
  partnership text not null references partnerships (id),
  one bigint not null,
  other bigint not null,
  primary key (partnership, one, other)
);

create table matching_settings (
  partnership text primary key references partnerships (id),
  weights text not null,
  trial_weeks bigint not null,
  version bigint not null
);
