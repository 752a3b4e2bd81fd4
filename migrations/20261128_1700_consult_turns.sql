-- A question in between goes on: when it was read, a word of thanks, asking further, and whether it was enough. `beside_at`: when the buddy last stood beside a parent, for how long it is kept.

alter table consults add column follows text;
alter table consults add column read_at bigint;
alter table consults add column thanked_at bigint;
alter table consults add column enough text;
alter table consults add column enough_at bigint;
alter table consults add column called_at bigint;
alter table consults add column beside_at bigint;
