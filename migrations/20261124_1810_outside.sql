-- The organisation for which the coordinator works, where that is not the partnership; its own address for what people answer.

alter table partnerships add column outside_name text not null default '';
alter table partnerships add column outside_mail text not null default '';
