-- When a parent was asked whether a buddy of the own school or village may come.

alter table help_requests add column near_asked_at bigint;
