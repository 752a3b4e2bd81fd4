-- Whom a buddy asks instead of the coordinator; nobody: the coordinator.

alter table consults add column reader text;
create index consults_for on consults (partnership, reader);
