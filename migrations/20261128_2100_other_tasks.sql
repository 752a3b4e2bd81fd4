-- Another task: a coordinator who also decides or advises about this child or family says so, hands it over and is shut out from then on.

create table other_tasks (
  partnership text not null references partnerships (id),
  coordinator text not null references people (id),
  parent text not null references people (id),
  declared_at bigint not null,
  reader text references people (id),
  ended_at bigint,
  primary key (partnership, coordinator, parent)
);
create index other_tasks_about on other_tasks (partnership, parent);
