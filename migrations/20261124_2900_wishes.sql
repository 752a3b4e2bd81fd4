-- When people can, the wish about the own school, a request that rests for a while; how far a buddy comes; when a buddy was asked whether it still holds; a proposal that was reminded of.

alter table help_requests add column times text not null default '';
alter table help_requests add column own_school text not null default '';
alter table help_requests add column paused_until text;
alter table offers add column times text not null default '';
alter table offers add column own_school text not null default '';
alter table offers add column distance_km bigint;
alter table offers add column car bigint not null default 0;
alter table offers add column asked_at bigint;
alter table proposals add column reminded_at bigint;
