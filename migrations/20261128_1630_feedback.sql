-- Whether it helped, what may be counted, and what the school said of the buddy's role with the parent's yes.

alter table feedbacks add column helped text not null default '';
alter table feedbacks add column helped_for_buddy bigint not null default 0;
alter table feedbacks add column counted bigint not null default 0;
alter table feedbacks add column school_agreed bigint not null default 0;
alter table feedbacks add column school_words text not null default '';
alter table feedbacks add column school_said_at bigint;
