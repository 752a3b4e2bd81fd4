-- What many partnerships on one installation need: a queue whose next job is found without looking at the others, and the first partnership without all of them.

alter table jobs add column haste bigint not null default 1;
update jobs set haste = case when kind = 'login' or kind like 'login.%' then 0 when kind like '%.round' then 2 else 1 end;
create index jobs_next on jobs (haste, run_at, id);
create index jobs_of_partnership on jobs (of_partnership);
drop index jobs_due;

create index partnerships_in_order on partnerships (position, name);

-- what had its time is found without looking at what has not
create index action_links_past on action_links (partnership, ends_at);
create index action_links_of on action_links (partnership, person);
create index attempts_past on attempts (since);
create index login_links_past on login_links (ends_at);
create index login_links_of on login_links (account);
create index parked_forms_past on parked_forms (parked_at);
create index proof_codes_past on proof_codes (ends_at);
create index sessions_past on sessions (coalesce(revoked_at, ends_at));

-- also couples that parted, which the indexes of who is one now leave out
create index couples_ever on couples (partnership, one);
