-- The partnership's own checklist for interviews; an interview keeps the version with which it was planned. Version 1 is the standard list and has no rows.

create table checklists (
  partnership text not null references partnerships (id),
  version bigint not null,
  made_by text not null,
  made_at bigint not null,
  primary key (partnership, version)
);

create table checklist_points (
  partnership text not null references partnerships (id),
  version bigint not null,
  position bigint not null,
  name text not null,
  title text not null,
  prompt text not null,
  yes_no bigint not null,
  primary key (partnership, version, position)
);
