-- Why someone does not go on as a buddy, and where on the way that was.

alter table readiness add column reason text not null default '';
alter table readiness add column exit_point bigint;
