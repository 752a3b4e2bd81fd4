#pragma once
// Everything that can be done, by name; a route without one of these does not compile.
#include "platform/base/words.h"

#include <array>
#include <cstdint>

// clang-format off
#define NAAST_ACTIONS(X) \
    X(see_public, "public.see") \
    X(log_in, "account.log_in") \
    X(log_out, "account.log_out") \
    X(second_factor, "account.second_factor") \
    X(use_link, "link.use") \
    X(see_home, "home.see") \
    X(keep_account, "account.keep") \
    X(switch_partnership, "account.switch") \
    X(see_own_data, "own_data.see") \
    X(see_who_looked, "own_data.who_looked") \
    X(export_own_data, "own_data.export") \
    X(restrict_own_data, "own_data.restrict") \
    X(erase_own_data, "own_data.erase") \
    X(keep_passkeys, "account.passkeys") \
    X(change_own_mail, "account.mail") \
    X(prove_again, "account.prove_again") \
    X(sign_up, "sign_up.create") \
    X(list_sign_ups, "sign_up.list") \
    X(read_sign_up, "sign_up.read") \
    X(add_sign_up, "sign_up.add") \
    X(handle_sign_up, "sign_up.handle") \
    X(see_own_sign_up, "sign_up.own") \
    X(register_for_gathering, "gathering.register") \
    X(list_gatherings, "gathering.list") \
    X(manage_gathering, "gathering.manage") \
    X(see_registrations, "registration.see") \
    X(print_registrations, "registration.print") \
    X(handle_registration, "registration.handle") \
    X(withdraw, "sign_up.withdraw") \
    X(keep_campaigns, "campaign.keep") \
    X(keep_network, "network.keep") \
    X(keep_hours, "hours.keep") \
    X(see_materials, "materials.see") \
    X(keep_materials, "materials.keep") \
    X(see_school_page, "school_page.see") \
    X(plan_interview, "interview.plan") \
    X(hold_interview, "interview.hold") \
    X(tell_outcome, "interview.outcome") \
    X(see_own_outcome, "interview.own") \
    X(offer_times, "interview.offer") \
    X(choose_time, "interview.choose") \
    X(keep_checklist, "checklist.keep") \
    X(keep_calendar, "calendar.keep") \
    X(refer_parent, "referral.create") \
    X(refer_at_school, "referral.at_school") \
    X(handle_referral, "referral.handle") \
    X(compare_people, "people.compare") \
    X(write_learning_point, "learning_point.write") \
    X(release_learning_point, "learning_point.own") \
    X(see_learning_points, "learning_point.see") \
    X(keep_agreement, "agreement.keep") \
    X(accept_agreement, "agreement.accept") \
    X(list_editions, "edition.list") \
    X(manage_edition, "edition.manage") \
    X(see_edition, "edition.see") \
    X(record_attendance, "edition.attendance") \
    X(see_programme, "programme.see") \
    X(keep_programme, "programme.keep") \
    X(run_evening, "evening.run") \
    X(keep_cards, "card.keep") \
    X(see_own_training, "training.own") \
    X(answer_invitation, "edition.answer") \
    X(give_address, "pack.address") \
    X(keep_packs, "pack.keep") \
    X(prepare_at_home, "preparation.own") \
    X(see_participant, "participant.see") \
    X(keep_catch_up, "catch_up.keep") \
    X(keep_observers, "observer.keep") \
    X(observe_evening, "evening.observe") \
    X(give_tips, "tips.give") \
    X(improve_training, "edition.improve") \
    X(keep_recording, "recording.keep") \
    X(answer_recording, "recording.answer") \
    X(watch_recording, "recording.watch") \
    X(decide_readiness, "readiness.decide") \
    X(stop_as_buddy, "buddy.stop") \
    X(consent_to_research, "research.own") \
    X(export_research, "research.export") \
    X(assess_oneself, "assessment.own") \
    X(share_growth, "growth.share") \
    X(keep_instrument, "instrument.keep") \
    X(see_group_growth, "growth.group") \
    X(see_shared_growth, "growth.shared") \
    X(ask_for_buddy, "help_request.create") \
    X(list_requests, "help_request.list") \
    X(read_request, "help_request.read") \
    X(add_request, "help_request.add") \
    X(clarify_request, "help_request.clarify") \
    X(declare_other_task, "help_request.other_task") \
    X(see_own_request, "help_request.own") \
    X(list_buddies, "buddy.list") \
    X(manage_buddy, "buddy.manage") \
    X(keep_own_offer, "offer.own") \
    X(rank_buddies, "match.rank") \
    X(propose_match, "proposal.create") \
    X(keep_matching, "match.settings") \
    X(keep_apart, "pair.apart") \
    X(answer_as_buddy, "proposal.answer_buddy") \
    X(answer_as_parent, "proposal.answer_parent") \
    X(keep_couples, "couple.keep") \
    X(see_own_couple, "couple.own") \
    X(answer_departure, "departure.answer") \
    X(give_way, "way.give") \
    X(answer_trial, "trial.answer") \
    X(keep_pairs, "pair.keep") \
    X(agree_to_pair, "pair.own") \
    X(ask_to_think_along, "thought.own") \
    X(plan_meeting, "meeting.plan") \
    X(list_trajectories, "trajectory.list") \
    X(see_trajectory, "trajectory.see") \
    X(see_own_trajectory, "trajectory.own") \
    X(log_contact, "contact.log") \
    X(correct_contact, "contact.correct") \
    X(keep_rhythm, "rhythm.keep") \
    X(rest_match, "match.rest") \
    X(stop_trajectory, "trajectory.stop") \
    X(close_trajectory, "closure.create") \
    X(see_own_closure, "closure.own") \
    X(reopen_trajectory, "closure.reopen") \
    X(keep_shared, "share.keep") \
    X(share, "share.create") \
    X(see_shared, "share.see") \
    X(prepare_school_talk, "school_talk.own") \
    X(join_school_talk, "school_talk.join") \
    X(keep_school_texts, "school_talk.texts") \
    X(ask_consult, "consult.ask") \
    X(answer_consult, "consult.answer") \
    X(answer_as_asked, "consult.asked") \
    X(rewrite_dilemma, "dilemma.write") \
    X(answer_dilemma, "dilemma.answer") \
    X(keep_intervision, "intervision.keep") \
    X(join_intervision, "intervision.own") \
    X(keep_buddy_list, "buddy_list.own") \
    X(see_library, "library.see") \
    X(keep_library, "library.keep") \
    X(answer_check_in, "check_in.own") \
    X(keep_check_ins, "check_in.keep") \
    X(give_feedback, "feedback.give") \
    X(read_feedback, "feedback.read") \
    X(write_message, "message.write") \
    X(see_own_messages, "message.own") \
    X(see_counts, "counts.see") \
    X(see_yield, "yield.see") \
    X(report_worry, "worry.report") \
    X(handle_worry, "worry.handle") \
    X(see_worry_sign, "worry.sign") \
    X(see_worklist, "worklist.see") \
    X(list_schools, "school.list") \
    X(keep_school, "school.keep") \
    X(correct_person, "person.correct") \
    X(search, "list.search") \
    X(keep_accounts, "accounts.keep") \
    X(confirm_role, "role.confirm") \
    X(give_role_outside, "role.give_outside") \
    X(keep_deputies, "deputyship.keep") \
    X(see_own_deputyship, "deputyship.own") \
    X(rest_case, "deputyship.rest") \
    X(keep_settings, "settings.keep") \
    X(see_terms, "terms.see") \
    X(see_health, "health.see") \
    X(see_outbox, "outbox.see")
// clang-format on

namespace visit {

enum class Action : std::uint8_t {
#define NAAST_ENUMERATOR(name, word) name,
    NAAST_ACTIONS(NAAST_ENUMERATOR)
#undef NAAST_ENUMERATOR
};

} // namespace visit

template <>
struct base::Words<visit::Action> {
#define NAAST_WORD(name, word) Word<visit::Action>{visit::Action::name, word},
    static constexpr std::array entries{NAAST_ACTIONS(NAAST_WORD)};
#undef NAAST_WORD
};
