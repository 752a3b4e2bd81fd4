-- When someone first opened what a parent shared, so that it waits no longer; and which keeping of a sheet and of its notes is the newest, so that a second tab does not silently undo the first.

alter table disclosures add column opened_at bigint;
alter table school_talks add column sheet_version bigint not null default 1;
alter table school_talks add column notes_version bigint not null default 1;
