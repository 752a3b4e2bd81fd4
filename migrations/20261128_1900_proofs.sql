-- When the owner of a session last showed who it is, and the code sent to show it again.
alter table sessions add column proved_at bigint not null default 0;

-- @hall
create table proof_codes (
  account text primary key references accounts (id),
  code_hash text not null,
  ends_at bigint not null,
  tries bigint not null
);
