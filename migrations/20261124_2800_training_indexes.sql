-- What the pages of the training and the worklist look for beside a long history: who still has a part in it, and what is still open.

create index person_roles_standing on person_roles (partnership, role, person) where until is null;
create index sign_ups_open on sign_ups (partnership, signed_up_at) where ended_at is null and taken_up_at is null;
create index outcomes_of_interview on outcomes (partnership, interview);
create index evenings_by_day on evenings (partnership, begins_at);
create index attendances_of_person on attendances (partnership, person);
create index recording_answers_of_person on recording_answers (partnership, person);
create index interviews_of_sign_up on interviews (partnership, sign_up);
create index outcomes_not_on on outcomes (partnership, person) where replaced_at is null and outcome not in ('may_go_on', 'may_go_on_with_doubt');
create index edition_people_there on edition_people (partnership, edition, part) where left_at is null;
create index edition_people_part_of on edition_people (partnership, person, part) where left_at is null;
