#include "account/pages_session.h"

#include "people/store_people.h"
#include "platform/base/log.h"

namespace account {
using base::tr;
using reception::Visit;
using visit::Action;

std::optional<Session> current_session(reception::Visit& v) {
    auto secret = v.request().cookie(session_cookie);
    if (!secret) return {};
    return find_session(*v.services().data.read(db::Scope::of_hall()), *secret, v.services().clock.now());
}

http::Response log_in(Visit& v, AccountId const& account, bool second_factor) {
    auto all = memberships(*v.services().data.read(db::Scope::of_hall()), account);
    if (all.empty()) return v.not_found();
    auto at = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.partnership == v.house().id; });
    auto const& membership = at == all.end() ? all.front() : *at;
    visit::RoleSet roles;
    for (auto const& row : people::roles_of(*v.services().data.read(db::Scope::of(membership.partnership.value())), membership.person)) roles.add(row.role);
    std::string secret;
    auto const brought = v.request().cookie(session_cookie);
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        // whoever takes over a browser does not leave the session of before alive behind it
        if (auto const before = brought ? find_ended_session(hall, *brought) : std::nullopt) revoke(hall, before->hash, before->account, v.services().clock.now());
        secret = open_session(hall, v.services().random, account, membership.partnership, session_limits(roles, v.field("blijf") == "ja"), second_factor, device_of(v.request()), v.services().clock.now());
    });
    v.set_cookie(session_cookie, secret, v.field("blijf") == "ja" ? std::optional<std::chrono::seconds>{std::chrono::hours{720}} : std::nullopt);
    v.drop_cookie(browser_cookie);
    tell(v, "login.done", account);
    auto parked_form = parked(*v.services().data.read(db::Scope::of_hall()), account, v.services().clock.now());
    return v.see(second_factor_needed(roles) && !second_factor ? "/tweede-stap" : parked_form ? "/hervatten"
                                                                                              : "/");
}

void renew_session(Visit& v, Session const& session, bool second_factor) {
    std::string fresh;
    auto const now = v.services().clock.now();
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        revoke(hall, session.hash, session.account, now);
        fresh = open_session(hall, v.services().random, session.account, session.partnership, {std::chrono::seconds{session.idle_seconds}, session.ends_at - now}, second_factor, session.device, now);
    });
    auto const left = session.ends_at - now;
    // only someone who chose to stay logged in has a session that outlives the browser
    v.set_cookie(session_cookie, fresh, session.ends_at - session.created_at > std::chrono::hours{24} ? std::optional<std::chrono::seconds>{left} : std::nullopt);
}

std::string inside(std::string const& asked) {
    // browsers drop tabs and line ends out of an address before they read it
    bool const ours = asked.size() > 1 && asked[0] == '/' && asked[1] != '/' && std::all_of(asked.begin(), asked.end(), [](unsigned char c) { return c > 0x20 && c != 0x7f && c != '\\'; });
    return ours ? asked : "/";
}

bool second_factor_needed_anywhere(Visit& v, AccountId const& account) {
    auto const all = memberships(*v.services().data.read(db::Scope::of_hall()), account);
    return std::any_of(all.begin(), all.end(), [&](auto const& one) {
        visit::RoleSet roles;
        for (auto const& row : people::roles_of(*v.services().data.read(db::Scope::of(one.partnership.value())), one.person)) roles.add(row.role);
        return second_factor_needed(roles);
    });
}

std::string device_of(http::Request const& request) {
    auto agent = request.header("user-agent");
    auto has = [&](std::string_view word) { return agent.find(word) != std::string_view::npos; };
    std::string browser = has("Firefox") ? "Firefox" : has("Edg/") ? "Edge"
                                                   : has("Chrome") ? "Chrome"
                                                   : has("Safari") ? "Safari"
                                                                   : "?";
    std::string on = has("Android") ? "Android" : has("iPhone") || has("iPad") ? "iOS"
                                              : has("Windows")                 ? "Windows"
                                              : has("Mac OS")                  ? "macOS"
                                              : has("Linux")                   ? "Linux"
                                                                               : "?";
    return browser + " · " + on;
}

void tell(Visit& v, std::string_view event, std::optional<AccountId> const& account) {
    auto const level = event.ends_with("failed") || event.ends_with("refused") || event == "tries.too_many" ? base::log::Level::warning : base::log::Level::info;
    if (account) base::log::write(level, event, {{"request", v.request().id}, {"account", account->value()}});
    else base::log::write(level, event, {{"request", v.request().id}});
}

std::string six_digits(base::Random& random) {
    std::array<unsigned char, 4> bytes{};
    random.fill(bytes);
    auto const number = (static_cast<unsigned>(bytes[0]) << 16U | static_cast<unsigned>(bytes[1]) << 8U | bytes[2]) % 1000000U;
    return fmt::format("{:06}", number);
}

base::Text consent_words(confidentiality::Purpose purpose) {
    using P = confidentiality::Purpose;
    switch (purpose) {
    case P::reading_by_coordinator: return tr("de coördinator leest wat ik schreef");
    case P::contact_by_phone: return tr("u mag mij bellen");
    case P::contact: return tr("u mag contact met mij opnemen");
    case P::learning_points_to_trainers: return tr("mijn leerpunt mag naar de trainers");
    case P::question_after_closure: return tr("één vraag na drie maanden");
    case P::longer_keeping: return tr("mijn aanmelding langer bewaren");
    case P::research: return tr("onderzoekers krijgen mijn cijfers, zonder naam");
    }
    throw base::Impossible{"a purpose without words"};
}

base::Text reason(Action action) {
    if (action == Action::write_learning_point || action == Action::see_learning_points || action == Action::release_learning_point) return tr("een leerpunt voor de training");
    if (action == Action::write_message || action == Action::see_own_messages) return tr("u een bericht schrijven");
    if (action == Action::withdraw) return tr("uw aanmelding regelen");
    if (action == Action::hold_interview) return tr("het gesprek voorbereiden of vastleggen");
    if (action == Action::tell_outcome || action == Action::see_own_outcome) return tr("de uitkomst van het gesprek");
    if (action == Action::read_request || action == Action::clarify_request || action == Action::see_own_request || action == Action::ask_for_buddy || action == Action::add_request) return tr("uw vraag lezen of ermee verder gaan");
    if (action == Action::propose_match || action == Action::rank_buddies || action == Action::answer_as_buddy || action == Action::answer_as_parent) return tr("een buddy bij u zoeken");
    if (action == Action::ask_consult || action == Action::answer_consult || action == Action::answer_as_asked) return tr("een vraag van de buddy beantwoorden");
    if (action == Action::read_feedback || action == Action::give_feedback) return tr("uw terugblik lezen");
    if (action == Action::record_attendance || action == Action::manage_edition || action == Action::decide_readiness || action == Action::keep_packs || action == Action::see_participant) return tr("de training regelen");
    if (action == Action::sign_up || action == Action::add_sign_up || action == Action::handle_sign_up || action == Action::plan_interview) return tr("uw aanmelding regelen");
    if (action == Action::export_research || action == Action::consent_to_research) return tr("onderzoek, zonder uw naam");
    if (action == Action::declare_other_task) return tr("overdragen: de coördinator heeft nog een andere taak bij uw gezin");
    if (action == Action::correct_person) return tr("uw naam, telefoonnummer of mailadres verbeteren");
    if (action == Action::see_shared || action == Action::share || action == Action::keep_shared) return tr("lezen wat u deelt");
    if (action == Action::join_school_talk || action == Action::prepare_school_talk) return tr("uw gesprek op school voorbereiden");
    return tr("iets regelen rond uw traject");
}

} // namespace account
