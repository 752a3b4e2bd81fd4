-- When a reader gave a family back, so that nobody reads until the parent chooses anew; and whether a colleague handed the family over rather than that the parent chose.

alter table chosen_readers add column given_back_at bigint;
alter table chosen_readers add column handed bigint not null default 0;
