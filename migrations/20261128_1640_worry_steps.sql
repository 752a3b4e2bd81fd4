-- The day of a step about a worry, and which step of the reporting code it is.

alter table worry_steps add column held_on text;
alter table worry_steps add column code text not null default '';
