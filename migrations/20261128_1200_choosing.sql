-- Before a yes: a question of a buddy about a proposal. With a yes: the way by which the parent may reach that buddy.

create table proposal_questions (
  id text primary key,
  partnership text not null references partnerships (id),
  proposal text not null references proposals (id),
  buddy text not null references people (id),
  question text not null,
  asked_at bigint not null,
  answer text not null,
  answered_by text,
  answered_at bigint
);
create index proposal_questions_of on proposal_questions (partnership, proposal, asked_at);
create unique index proposal_questions_one_open on proposal_questions (partnership, proposal, buddy) where answered_at is null;

alter table proposals add column buddy_gives text;
alter table proposals add column partner_gives text;
