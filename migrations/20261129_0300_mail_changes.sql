-- Another mail address that someone asked for: it counts once it was confirmed from there, and the old one had time to stop it.

create table mail_changes (
  id text primary key,
  partnership text not null references partnerships (id),
  person text not null references people (id),
  mail text not null,
  asked_at bigint not null,
  asked_by text not null references people (id),
  old_is_lost bigint not null,
  confirmed_at bigint,
  applying_at bigint,
  unique (partnership, person)
);
