-- Standard cards that a partnership does not use, by their names; the row goes when a card is used again.

create table cards_put_aside (
  partnership text not null references partnerships (id),
  card text not null,
  put_by text not null,
  put_at bigint not null,
  primary key (partnership, card)
);
