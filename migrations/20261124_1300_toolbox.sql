-- The partnership's own texts of its materials, what is published, and what readers said of them. Nothing here is about a parent.

-- a text stays as it was written; a changed text is a new row
create table material_texts (
  id text primary key,
  partnership text not null references partnerships (id),
  material text not null,
  tongue text not null,
  words text not null,
  written_by text not null references people (id),
  written_at bigint not null
);
create index material_texts_of on material_texts (partnership, material, tongue, written_at);

-- the last one holds; without a text it is the standard text again
create table material_publications (
  id text primary key,
  partnership text not null references partnerships (id),
  material text not null,
  tongue text not null,
  version text references material_texts (id),
  published_by text not null references people (id),
  published_at bigint not null,
  number bigint not null
);
create unique index material_publications_of on material_publications (partnership, material, tongue, number);

create table material_askings (
  id text primary key,
  partnership text not null references partnerships (id),
  version text not null references material_texts (id),
  asked_by text not null references people (id),
  asked_at bigint not null,
  ends_at bigint not null
);
create index material_askings_of on material_askings (partnership, version);

create table material_comments (
  id text primary key,
  partnership text not null references partnerships (id),
  version text not null references material_texts (id),
  reader text not null,
  words text not null,
  given_at bigint not null
);
create index material_comments_of on material_comments (partnership, version);
