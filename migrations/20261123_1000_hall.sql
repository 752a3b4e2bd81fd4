-- The hall: partnerships, schools, people, accounts, keys of forms, the access log, jobs.

-- @open
create table partnerships (
  id text primary key,
  slug text not null unique,
  name text not null,
  support_point text not null,
  phone text not null,
  mail text not null,
  coordinator_name text not null,
  coordinator_phone text not null,
  adviser_name text not null,
  adviser_phone text not null,
  coordinator_outside bigint not null,
  vog_required bigint not null,
  hosted_by text not null,
  position bigint not null
);

create table schools (
  id text primary key,
  partnership text not null references partnerships (id),
  name text not null,
  place text not null,
  kind text not null,
  postcode bigint not null,
  pupils bigint not null,
  same_school text not null,
  page_key text not null unique
);
create index schools_of on schools (partnership, name);

create table people (
  id text primary key,
  partnership text not null references partnerships (id),
  name text not null,
  mail text not null,
  mail_hash text,
  phone text not null,
  language text not null,
  shared_address bigint not null,
  created_at bigint not null,
  version bigint not null
);
create index people_by_mail on people (partnership, mail_hash);

create table person_roles (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  role text not null,
  outside bigint not null,
  since bigint not null,
  until bigint,
  entered_by text,
  confirmed_by text,
  confirmed_at bigint,
  primary key (partnership, person, role, since)
);
create index person_roles_by_role on person_roles (partnership, role);

create table consents (
  partnership text not null references partnerships (id),
  person text not null references people (id),
  purpose text not null,
  text_version bigint not null,
  language text not null,
  given_at bigint not null,
  withdrawn_at bigint
);
create index consents_of on consents (partnership, person);

create table action_links (
  hash text primary key,
  partnership text not null references partnerships (id),
  act text not null,
  object text not null,
  person text not null,
  made_at bigint not null,
  ends_at bigint not null,
  used_at bigint
);

create table done_forms (
  partnership text not null,
  key_hash text not null,
  location text not null,
  said text not null,
  done_at bigint not null,
  primary key (partnership, key_hash)
);

create table access_log (
  partnership text not null references partnerships (id),
  sequence bigint not null,
  at bigint not null,
  actor text not null,
  role text not null,
  action text not null,
  object text not null,
  person text not null,
  rule text not null,
  request text not null,
  hash text not null,
  primary key (partnership, sequence)
);
create index access_log_about on access_log (partnership, person, sequence);

create table access_log_heads (
  partnership text not null references partnerships (id),
  sequence bigint not null,
  hash text not null,
  primary key (partnership)
);

-- the log only grows
-- @only sqlite
create trigger access_log_no_update before update on access_log begin select raise(abort, 'the access log is not altered'); end;
create trigger access_log_no_delete before delete on access_log begin select raise(abort, 'the access log is not altered'); end;
-- @end
-- @only postgresql
create function access_log_refuses() returns trigger language plpgsql as $$ begin raise exception 'the access log is not altered'; end $$;
create trigger access_log_only_grows before update or delete or truncate on access_log for each statement execute function access_log_refuses();
-- @end

-- @hall
create table accounts (
  id text primary key,
  mail_hash text not null,
  totp text not null,
  totp_step bigint not null,
  recovery text not null,
  created_at bigint not null,
  ended_at bigint
);
create index accounts_by_mail on accounts (mail_hash);

-- @hall
create table memberships (
  account text not null references accounts (id),
  of_partnership text not null references partnerships (id),
  person text not null,
  primary key (account, of_partnership)
);
create index memberships_of_person on memberships (person);

-- @hall
create table login_links (
  hash text primary key,
  account text not null references accounts (id),
  browser_hash text not null,
  code_hash text not null,
  tries bigint not null,
  ends_at bigint not null,
  used_at bigint
);
create index login_links_of_browser on login_links (browser_hash);

-- @hall
create table sessions (
  hash text primary key,
  account text not null references accounts (id),
  of_partnership text not null,
  created_at bigint not null,
  seen_at bigint not null,
  ends_at bigint not null,
  idle_seconds bigint not null,
  second_factor bigint not null,
  revoked_at bigint,
  device text not null
);
create index sessions_of on sessions (account);

-- @hall
create table parked_forms (
  account text primary key references accounts (id),
  path text not null,
  sealed text not null,
  parked_at bigint not null
);

-- @hall
create table attempts (
  what text not null,
  since bigint not null,
  count bigint not null,
  primary key (what)
);

-- @queue
create table jobs (
  id text primary key,
  once_key text not null unique,
  kind text not null,
  of_partnership text not null,
  about text not null,
  extra text not null,
  run_at bigint not null,
  attempts bigint not null,
  claimed_until bigint not null,
  trouble text
);
create index jobs_due on jobs (run_at);

-- @queue
create table outbox (
  id text primary key,
  of_partnership text not null,
  sent_at bigint not null,
  recipient text not null,
  subject text not null,
  body text not null,
  calendar text not null
);

-- @hall
create table erasures (
  person text primary key,
  intended_at bigint not null,
  done_at bigint
);

-- @open
create table facts (
  name text primary key,
  value text not null
);
