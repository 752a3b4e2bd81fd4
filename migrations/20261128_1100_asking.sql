-- Who reads for a parent instead of the coordinator; answers kept until a parent goes on, closed with a code that is not here; what someone who helped a parent to ask had to say.

create table chosen_readers (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  reader text not null references people (id),
  chosen_at bigint not null,
  primary key (partnership, person)
);
create index chosen_readers_of_reader on chosen_readers (partnership, reader);

create table request_drafts (
  partnership text not null references partnerships (id),
  id text not null,
  sealed text not null,
  wrong bigint not null,
  ends_at bigint not null,
  primary key (partnership, id)
);

alter table help_requests add column helper_position text not null default '';
alter table help_requests add column helper_words text not null default '';
