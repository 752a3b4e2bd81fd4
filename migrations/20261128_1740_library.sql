-- Texts for buddies that a coordinator writes, beside the cards of the program itself.

create table library_texts (
  id text primary key,
  partnership text not null references partnerships (id),
  title text not null,
  words text not null,
  version bigint not null,
  written_by text not null,
  written_at bigint not null,
  hidden_at bigint
);
create index library_texts_of on library_texts (partnership, title);
