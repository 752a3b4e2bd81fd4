#include "visit/policy.h"

#include "platform/base/require.h"

#include <algorithm>

namespace visit {
namespace {

constexpr bool confidential = true;
using R = Role;

Rule make(Action action) {
    switch (action) {
    // everyone
    case Action::see_public: return {"P1", {{R::anyone}}};
    case Action::log_in: return {"P2", {{R::anyone}}};
    case Action::log_out: return {"P3", {{R::anyone}}};
    case Action::sign_up: return {"P4", {{R::anyone}}};
    case Action::ask_for_buddy: return {"P5", {{R::anyone}}};
    case Action::use_link: return {"P6", {{R::anyone}}};
    case Action::see_outbox: return {"P7", {{R::anyone}}};
    case Action::refer_at_school: return {"P10", {{R::anyone}}};
    case Action::see_materials: return {"P8", {{R::anyone}}};
    case Action::see_school_page: return {"P9", {{R::anyone}}};
    // one's own
    case Action::second_factor:
    case Action::see_home:
    case Action::keep_account:
    case Action::switch_partnership:
    case Action::see_own_data:
    case Action::export_own_data:
    case Action::restrict_own_data:
    case Action::erase_own_data:
    case Action::keep_passkeys:
    case Action::change_own_mail:
    case Action::search:
    case Action::prove_again:
    case Action::see_own_deputyship:
    case Action::see_who_looked: break;
    case Action::see_own_sign_up: return {"E1", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::see_own_outcome: return {"E2", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::see_own_training: return {"E3", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::assess_oneself: return {"E4", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::answer_invitation: return {"E17", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::give_address: return {"E18", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::prepare_at_home: return {"E19", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::stop_as_buddy: return {"E20", {{R::buddy, Tie::own}}};
    case Action::consent_to_research: return {"E21", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::give_tips: return {"E14", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::answer_recording: return {"E15", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::share_growth: return {"E16", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::see_own_request: return {"E5", {{R::asking_parent, Tie::own}}, confidential};
    case Action::keep_own_offer: return {"E6", {{R::buddy, Tie::own}}};
    case Action::choose_time: return {"E11", {{R::candidate, Tie::own}}};
    case Action::withdraw: return {"E7", {{R::candidate, Tie::own}}};
    case Action::release_learning_point: return {"E8", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}, confidential};
    case Action::accept_agreement: return {"E9", {{R::buddy, Tie::own}}};
    case Action::see_own_messages: return {"E10", {{R::candidate, Tie::own}, {R::buddy, Tie::own}, {R::asking_parent, Tie::own}}, confidential};
    // recruiting and screening
    case Action::list_sign_ups: return {"W1", {{R::coordinator}}};
    case Action::read_sign_up: return {"W2", {{R::coordinator}}, confidential};
    case Action::add_sign_up: return {"W3", {{R::coordinator}}};
    case Action::handle_sign_up: return {"W4", {{R::coordinator}}};
    case Action::plan_interview: return {"W5", {{R::coordinator}}};
    case Action::keep_materials: return {"W30", {{R::coordinator}}};
    case Action::hold_interview: return {"W6", {{R::coordinator}}, confidential};
    case Action::tell_outcome: return {"W7", {{R::coordinator}}, confidential};
    case Action::offer_times: return {"I1", {{R::coordinator}}};
    case Action::keep_checklist: return {"I2", {{R::coordinator}}};
    case Action::keep_calendar: return {"I3", {{R::coordinator}}};
    case Action::refer_parent: return {"I4", {{R::outreach}, {R::school_contact}}};
    case Action::handle_referral: return {"I5", {{R::coordinator}}};
    case Action::compare_people: return {"I6", {{R::coordinator}}};
    // gatherings: everyone may come, the coordinator alone sees who
    case Action::register_for_gathering: return {"G1", {{R::anyone}}};
    case Action::list_gatherings: return {"G2", {{R::coordinator}}};
    case Action::manage_gathering: return {"G3", {{R::coordinator}}};
    case Action::see_registrations: return {"G4", {{R::coordinator}}};
    case Action::print_registrations: return {"G5", {{R::coordinator}}};
    case Action::handle_registration: return {"G6", {{R::coordinator}}};
    case Action::write_learning_point: return {"W8", {{R::coordinator}}, confidential};
    case Action::keep_agreement: return {"W9", {{R::coordinator}}};
    case Action::write_message: return {"W10", {{R::coordinator}}, confidential};
    case Action::keep_campaigns: return {"W20", {{R::coordinator}}};
    case Action::keep_network: return {"W21", {{R::coordinator}}};
    case Action::keep_hours: return {"W22", {{R::coordinator}}};
    // training: a trainer sees participants and attendance, never an interview (R8)
    case Action::list_editions: return {"T1", {{R::coordinator}, {R::trainer}}};
    case Action::manage_edition: return {"T2", {{R::coordinator}}};
    case Action::see_edition: return {"T3", {{R::coordinator}, {R::trainer, Tie::leading}}};
    case Action::record_attendance: return {"T4", {{R::coordinator}, {R::trainer, Tie::leading}}};
    case Action::see_programme: return {"T20", {{R::coordinator}, {R::trainer}}};
    case Action::keep_programme: return {"T21", {{R::coordinator}}};
    case Action::run_evening: return {"T22", {{R::coordinator}, {R::trainer, Tie::leading}}};
    case Action::keep_cards: return {"T23", {{R::coordinator}}};
    case Action::keep_packs: return {"T24", {{R::coordinator}}, confidential};
    case Action::keep_catch_up: return {"T25", {{R::coordinator}, {R::trainer, Tie::leading}}};
    case Action::keep_observers: return {"T26", {{R::coordinator}}};
    // an observer sees the guide of the one evening, not the group
    case Action::observe_evening: return {"T27", {{R::trainer, Tie::observing}, {R::researcher, Tie::observing}, {R::expert, Tie::observing}}};
    case Action::decide_readiness: return {"T5", {{R::coordinator}}};
    // per item, after the person's yes; the coordinator reads a learning point where it was written
    case Action::see_learning_points: return {"T6", {{R::trainer, Tie::leading}}, confidential};
    case Action::see_participant: return {"T10", {{R::trainer, Tie::leading}}, confidential};
    case Action::improve_training: return {"T30", {{R::trainer, Tie::leading}}, confidential};
    case Action::keep_recording: return {"T31", {{R::coordinator}, {R::trainer, Tie::leading}}};
    case Action::watch_recording: return {"T32", {{R::candidate, Tie::taking_part}, {R::buddy, Tie::taking_part}, {R::trainer, Tie::leading}}};
    // growth: the group without names, and only the moments that someone shares (R17)
    case Action::keep_instrument: return {"T7", {{R::coordinator}}};
    case Action::see_group_growth: return {"T8", {{R::trainer, Tie::leading}}, confidential};
    case Action::see_shared_growth: return {"T9", {{R::coordinator}, {R::trainer, Tie::leading}}, confidential};
    // requests and matching
    case Action::list_requests: return {"M1", {{R::coordinator}}};
    case Action::read_request: return {"M2", {{R::coordinator}}, confidential};
    case Action::add_request: return {"M3", {{R::coordinator}}};
    case Action::clarify_request: return {"M4", {{R::coordinator}}, confidential};
    // who has another task with a family says so and hands it over: no more than name and school is seen from then on
    case Action::declare_other_task: return {"M25", {{R::coordinator}}};
    case Action::list_buddies: return {"M5", {{R::coordinator}}};
    case Action::manage_buddy: return {"M6", {{R::coordinator}}};
    case Action::rank_buddies: return {"M7", {{R::coordinator}}};
    case Action::propose_match: return {"M8", {{R::coordinator}}};
    case Action::keep_matching: return {"M15", {{R::coordinator}}};
    case Action::keep_apart: return {"M16", {{R::coordinator}}};
    case Action::answer_as_buddy: return {"M9", {{R::buddy, Tie::own}}, confidential};
    case Action::answer_as_parent: return {"M10", {{R::asking_parent, Tie::own}}};
    case Action::keep_couples: return {"M12", {{R::coordinator}}};
    case Action::see_own_couple: return {"M13", {{R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    case Action::answer_departure: return {"M14", {{R::asking_parent, Tie::own}, {R::coordinator}}};
    case Action::give_way: return {"M20", {{R::buddy, Tie::live_match}, {R::asking_parent, Tie::own}}};
    case Action::answer_trial: return {"M21", {{R::coordinator}, {R::buddy, Tie::live_match}, {R::asking_parent, Tie::own}}};
    // two who found each other: the coordinator registers it, each says yes
    case Action::keep_pairs: return {"M22", {{R::coordinator}}};
    case Action::agree_to_pair: return {"M23", {{R::asking_parent, Tie::own}, {R::candidate, Tie::own}, {R::buddy, Tie::own}}};
    // whom the parent lets think along, and what that person wrote (R13)
    case Action::ask_to_think_along: return {"M24", {{R::asking_parent, Tie::own}}, confidential};
    case Action::plan_meeting: return {"M11", {{R::coordinator}, {R::buddy, Tie::live_match}, {R::asking_parent, Tie::own}}};
    // support: what passes between buddy and parent is not recorded; the buddy's rights end with the match (R22)
    case Action::list_trajectories: return {"S1", {{R::coordinator}}};
    case Action::see_trajectory: return {"S2", {{R::coordinator}}};
    case Action::see_own_trajectory: return {"S3", {{R::buddy, Tie::live_match}, {R::asking_parent, Tie::own}}};
    case Action::log_contact: return {"S4", {{R::buddy, Tie::live_match}}};
    case Action::stop_trajectory: return {"S5", {{R::buddy, Tie::live_match}, {R::asking_parent, Tie::own}}};
    case Action::correct_contact: return {"S11", {{R::asking_parent, Tie::own}}};
    case Action::keep_rhythm: return {"S12", {{R::asking_parent, Tie::own}}};
    case Action::rest_match: return {"S13", {{R::buddy, Tie::live_match}, {R::asking_parent, Tie::own}}};
    case Action::close_trajectory: return {"S6", {{R::coordinator}}};
    // what someone keeps of a match that ended: thanks, what stays, one question later; never the other person
    case Action::see_own_closure: return {"S14", {{R::buddy, Tie::own}, {R::asking_parent, Tie::own}}};
    case Action::reopen_trajectory: return {"S15", {{R::coordinator}}};
    // only the parent shares, and whom it was given to sees it as long as the parent wants (R1, R3)
    case Action::keep_shared: return {"S16", {{R::asking_parent, Tie::own}}, confidential};
    case Action::share: return {"S31", {{R::asking_parent, Tie::own}}, confidential};
    case Action::see_shared: return {"S17", {{R::buddy, Tie::given}, {R::coordinator, Tie::given}, {R::school_contact, Tie::given}, {R::school_leader, Tie::given}, {R::outreach, Tie::given}}, confidential};
    // to school together: the parent's own sheet, and the buddy who was asked along (R4)
    case Action::prepare_school_talk: return {"S18", {{R::asking_parent, Tie::own}}, confidential};
    case Action::join_school_talk: return {"S19", {{R::buddy, Tie::live_match}}, confidential};
    case Action::keep_school_texts: return {"S20", {{R::coordinator}}};
    case Action::ask_consult: return {"S7", {{R::buddy, Tie::own}}, confidential};
    case Action::answer_consult: return {"S8", {{R::coordinator}}, confidential};
    // whom a buddy asked instead of the coordinator, who then reads it as little as anyone
    case Action::answer_as_asked: return {"S30", {{R::trainer, Tie::given}, {R::expert, Tie::given}, {R::safety_officer, Tie::given}, {R::coordinator, Tie::given}}, confidential};
    // an expert sees a question as the coordinator rewrote it, without the case
    case Action::rewrite_dilemma: return {"S21", {{R::coordinator}}, confidential};
    case Action::answer_dilemma: return {"S22", {{R::expert, Tie::own}}, confidential};
    // buddies together: meetings, each other's numbers for who wants to, and what helps
    case Action::keep_intervision: return {"S23", {{R::coordinator}}};
    case Action::join_intervision: return {"S24", {{R::buddy, Tie::own}}};
    case Action::keep_buddy_list: return {"S25", {{R::buddy, Tie::own}}};
    case Action::see_library: return {"S26", {{R::candidate}, {R::buddy}, {R::coordinator}, {R::trainer}}};
    case Action::keep_library: return {"S27", {{R::coordinator}}};
    case Action::answer_check_in: return {"S28", {{R::buddy, Tie::own}, {R::asking_parent, Tie::own}}, confidential};
    case Action::keep_check_ins: return {"S29", {{R::coordinator}}, confidential};
    case Action::give_feedback: return {"S9", {{R::asking_parent, Tie::own}}, confidential};
    case Action::read_feedback: return {"S10", {{R::coordinator}}, confidential};
    // numbers without people (R19)
    case Action::see_counts: return {"N1", {{R::coordinator}, {R::director}}};
    // per channel and campaign the numbers are small: only for who knows the people anyhow
    case Action::see_yield: return {"N2", {{R::coordinator}}};
    // copies without names, of who consented only (R18)
    case Action::export_research: return {"N3", {{R::researcher}}};
    // safety: entered by nobody else (R23)
    case Action::report_worry: return {"Z1", {{R::buddy}, {R::asking_parent}, {R::candidate}, {R::coordinator}, {R::trainer}, {R::outreach}}};
    case Action::handle_worry: return {"Z2", {{R::safety_officer}}, confidential};
    case Action::see_worry_sign: return {"Z3", {{R::coordinator}, {R::safety_officer}}};
    // steering and keeping
    case Action::see_worklist: return {"V1", {{R::coordinator}}};
    case Action::list_schools: return {"V2", {{R::coordinator}}};
    case Action::keep_school: return {"V3", {{R::coordinator}}};
    case Action::correct_person: return {"W31", {{R::coordinator}}};
    case Action::keep_accounts: return {"B1", {{R::administrator}}};
    case Action::confirm_role: return {"B2", {{R::coordinator}}};
    case Action::give_role_outside: return {"B5", {{R::coordinator}}};
    case Action::keep_deputies: return {"B6", {{R::coordinator}}};
    case Action::rest_case: return {"E12", {{R::asking_parent, Tie::own}}};
    case Action::keep_settings: return {"B3", {{R::administrator}}};
    case Action::see_terms: return {"V4", {{R::coordinator}, {R::administrator}}};
    case Action::see_health: return {"B4", {{R::administrator}}};
    }
    return {"A1", {}}; // anyone who is logged in, about oneself: see `for_all_logged_in`
}

/// What every account may do about itself, whatever its roles.
bool for_all_logged_in(Action action) {
    static constexpr std::array its{Action::second_factor, Action::see_home, Action::keep_account, Action::switch_partnership, Action::see_own_data, Action::export_own_data, Action::restrict_own_data, Action::erase_own_data, Action::keep_passkeys, Action::change_own_mail, Action::search, Action::prove_again, Action::see_who_looked, Action::see_own_deputyship};
    return std::find(its.begin(), its.end(), action) != its.end();
}

/// Whether a role arranges the programme: where the coordinator works outside, these roles are for people of that organisation only, names and lists included.
bool of_programme(Role role) { return role == Role::coordinator || role == Role::safety_officer; }

/// What someone who stands in for a coordinator leaves to the coordinator: who gets which task, who stands in, where the coordinator works, and what a buddy shares with that one person.
bool left_to_coordinator(Action action) { return action == Action::confirm_role || action == Action::give_role_outside || action == Action::keep_deputies || action == Action::see_shared_growth; }

/// What a reader does for the parents who chose this person: what the coordinator does with one request, from reading to looking back.
bool of_a_reader(Action action) {
    static constexpr std::array its{Action::see_worklist, Action::list_requests, Action::read_request, Action::clarify_request, Action::rank_buddies, Action::propose_match, Action::answer_departure, Action::plan_meeting, Action::list_trajectories, Action::see_trajectory, Action::close_trajectory, Action::reopen_trajectory, Action::keep_check_ins, Action::read_feedback, Action::write_message};
    return std::find(its.begin(), its.end(), action) != its.end();
}

template <class Holds>
bool any_may(Viewer const& viewer, Action action, Holds const& tie_holds) {
    if (wants_fresh(action) && !viewer.fresh) return false;
    if (for_all_logged_in(action)) return viewer.logged_in();
    auto const& its = rule(action);
    for (std::size_t i = 0; i < its.count; ++i) {
        auto const& [role, tie] = its.may[i];
        if (!viewer.roles.has(role) || !tie_holds(tie)) continue;
        if (needs_second_factor(role) && !viewer.second_factor) continue;
        if (role == Role::coordinator && viewer.deputy && left_to_coordinator(action)) continue;
        if (role == Role::coordinator && viewer.reader && !of_a_reader(action)) continue;
        if (of_programme(role) && viewer.independence == Independence::outside && !viewer.of_outside) continue;
        return true;
    }
    return false;
}

} // namespace

Rule const& rule(Action action) {
    static auto const all = [] {
        std::vector<Rule> made;
        for (auto const& [each, word] : base::Words<Action>::entries) made.push_back(make(each));
        return made;
    }();
    return all[static_cast<std::size_t>(action)];
}

bool wants_fresh(Action action) {
    static constexpr std::array its{Action::share, Action::export_own_data, Action::erase_own_data, Action::keep_passkeys, Action::change_own_mail, Action::correct_person};
    return std::find(its.begin(), its.end(), action) != its.end();
}

bool allowed(Viewer const& viewer, Ties ties, Action action) {
    return any_may(viewer, action, [&](Tie tie) { return ties.has(tie); });
}

bool conceivable(Viewer const& viewer, Action action) {
    return any_may(viewer, action, [](Tie) { return true; });
}

std::vector<Role> roles_of(Action action) {
    std::vector<Role> found;
    if (for_all_logged_in(action)) {
        for (auto role : roles)
            if (role != Role::anyone) found.push_back(role);
        return found;
    }
    auto const& its = rule(action);
    for (std::size_t i = 0; i < its.count; ++i) found.push_back(its.may[i].role);
    return found;
}

} // namespace visit
