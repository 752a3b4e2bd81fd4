-- Keys that live in someone's device: only the public half is here. A challenge is kept from its use until it would have ended, so that it is used once.
-- @hall
create table passkeys (
  id text primary key,
  account text not null references accounts (id),
  public_key text not null,
  algorithm bigint not null,
  count bigint not null,
  device text not null,
  made_at bigint not null,
  used_at bigint
);
create index passkeys_of on passkeys (account);

-- @hall
create table used_challenges (
  hash text primary key,
  ends_at bigint not null
);
create index used_challenges_past on used_challenges (ends_at);
