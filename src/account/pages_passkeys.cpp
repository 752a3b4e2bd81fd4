#include "account/pages_passkeys.h"

#include "account/pages_proof.h"
#include "account/pages_session.h"
#include "people/post_login.h"
#include "platform/crypto/token.h"
#include "platform/jobs/jobs.h"

#include <boost/json.hpp>

namespace account {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

constexpr std::chrono::minutes challenge_lasts{10};
constexpr std::string_view made = "passkey.made";

db::Database& data(Visit& v) { return v.services().data; }
base::Moment now(Visit& v) { return v.services().clock.now(); }

/// Nothing is kept of a challenge until it is used: it says itself until when it holds, for what and for whom.
std::string use(Asking asking, std::string const& account) { return std::string{base::word(asking)} + "|" + account; }
std::string challenge(Visit& v, Asking asking, std::string const& account) { return crypto::dated(v.services().keys.secret("passkey"), use(asking, account), now(v) + challenge_lasts, v.services().random); }
/// Until when a challenge of ours holds; nothing for any other.
std::optional<base::Moment> holds_until(Visit& v, std::string const& challenge, Asking asking, std::string const& account) {
    auto const ends = crypto::dated_until(v.services().keys.secret("passkey"), use(asking, account), challenge);
    return ends && now(v) < *ends ? ends : std::nullopt;
}

std::string origin(Visit& v) {
    auto const& base = v.services().base_url;
    return base.substr(0, base.find("://") + 3) + std::string{v.request().header("host")};
}
std::string host(Visit& v) {
    std::string const whole{v.request().header("host")};
    return whole.substr(0, whole.find(':'));
}
/// The challenge that the browser answered, our address beside it; the words inside are checked where the signature is.
std::string answered_challenge(std::string const& client) {
    boost::system::error_code error;
    auto const value = boost::json::parse(client, error);
    auto const* its = !error && value.is_object() ? value.as_object().if_contains("challenge") : nullptr;
    return its && its->is_string() ? std::string{its->as_string()} : std::string{};
}

struct Answer {
    crypto::PasskeyAsked asked;
    std::string id, client, authenticator, signature;
    base::Moment ends;
};
/// What the browser sent, when it is for a challenge of ours.
std::optional<Answer> answer(Visit& v, Asking asking, std::string const& account) {
    auto const bytes = [&](char const* name) { return base::from_base64url(v.field(name)); };
    auto const client = bytes("sleutel_antwoord");
    auto const its = answered_challenge(client);
    auto const ends = holds_until(v, its, asking, account);
    if (!ends) return {};
    return Answer{{its, origin(v), host(v)}, v.field("sleutel_naam"), client, bytes("sleutel_toestel"), bytes("sleutel_teken"), *ends};
}

/// The account whose passkey was shown; nothing when it was not, or when this answer was used before.
std::optional<AccountId> shown(Visit& v, Asking asking, std::optional<AccountId> const& only) {
    auto const its = answer(v, asking, only ? only->value() : std::string{});
    if (!its) return {};
    auto const row = find_passkey(*data(v).read(db::Scope::of_hall()), its->id);
    if (!row || (only && row->account != *only)) return {};
    auto const count = crypto::passkey_shown(its->asked, row->key(), its->client, its->authenticator, its->signature);
    if (!count) return {};
    bool first = false;
    data(v).write(db::Scope::of_hall(), [&](db::Write& hall) { first = use_challenge(hall, its->asked.challenge, its->ends, now(v)) && count_passkey(hall, *row, *count, now(v)); });
    return first ? std::optional{row->account} : std::nullopt;
}

/// Who must show a second factor shows it before making another one.
bool second_step_first(Visit& v, Session const& session) {
    if (session.second_factor || !second_factor_needed_anywhere(v, session.account)) return false;
    auto hall = data(v).read(db::Scope::of_hall());
    return totp_secret(*hall, v.services().keys, session.account) || !passkeys_of(*hall, session.account).empty();
}

http::Response own_page(Visit& v, base::Refusal const* refusal) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    if (second_step_first(v, *session)) return v.see("/tweede-stap");
    auto const all = passkeys_of(*data(v).read(db::Scope::of_hall()), session->account);
    return v.page(tr("Toegangssleutels"), [&](html::Page& page) {
        if (refusal) page.alert(html::Tone::error, refusal->fields.front().why);
        page.lead(tr("Met een toegangssleutel logt u in zoals u uw telefoon of computer opent: met uw vinger, gezicht of pincode."));
        page.paragraph(tr("De sleutel blijft op uw eigen apparaat. Niemand kan hem uit een mail halen."));
        page.details(tr("Gebruikt iemand anders dit apparaat ook?"), {tr("Maak dan geen toegangssleutel. Wie het apparaat kan openen, kan dan ook hier inloggen. En op het apparaat staat dat er een sleutel van dit steunpunt is.")});
        if (all.empty()) page.empty(tr("U heeft nog geen toegangssleutel. Inloggen met een link in uw mail blijft werken."));
        else {
            auto table = page.table(tr("Uw toegangssleutels"), {{tr("Gemaakt op")}, {tr("Apparaat")}, {tr("Laatst gebruikt")}});
            for (auto const& row : all) table.row({{text::plain_day(base::local_date(row.made_at), v.language())}, {row.device}, {row.used_at ? text::moment(*row.used_at, v.language()) : text::say(tr("nog niet"), v.language())}});
        }
        if (static_cast<int>(all.size()) < most_passkeys) put_passkey_form(v, page, "/mijn-gegevens/sleutels", tr("Maak een sleutel op dit apparaat"), Asking::make, session->account);
        int number = 0;
        for (auto const& row : all) page.act("/mijn-gegevens/sleutels/weg", base::Sentence{tr("Haal sleutel {number} weg: {device}"), {{"number", std::to_string(++number)}, {"device", row.device}}}, {{"sleutel", row.id}}, false);
        if (sessions_of(*data(v).read(db::Scope::of_hall()), session->account, now(v)).size() > 1) {
            page.paragraph(tr("Kan iemand anders nog ingelogd zijn met uw oude sleutel of mail?"));
            page.act("/mijn-gegevens/elders-uit", tr("Overal uitloggen, behalve hier"), {}, false);
        }
        page.link("/mijn-gegevens", tr("Terug naar mijn gegevens"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response list_passkeys(Visit& v) { return own_page(v, nullptr); }

http::Response create_passkey(Visit& v) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    if (second_step_first(v, *session)) return v.see("/tweede-stap");
    auto const its = answer(v, Asking::make, session->account.value());
    auto const key = its ? crypto::passkey_made(its->asked, its->client, its->authenticator) : std::nullopt;
    bool added = false;
    if (key)
        data(v).write(db::Scope::of_hall(), [&](db::Write& hall) {
            added = use_challenge(hall, its->asked.challenge, its->ends, now(v)) && add_passkey(hall, session->account, *key, session->device, now(v));
            if (added) jobs::later(hall, v.services().random, std::string{made}, v.house().id.value(), v.me().value(), "", now(v));
        });
    tell(v, added ? "passkey.made" : "passkey.refused", session->account);
    if (!added) {
        auto const refusal = base::Refusal::of(tr("Er is geen sleutel gemaakt. U kunt het opnieuw proberen. Werkt het niet, dan kan dit apparaat of deze browser het niet."));
        return own_page(v, &refusal);
    }
    // the device just showed its owner: where a second factor is needed, this was it
    if (!session->second_factor) renew_session(v, *session, true);
    return v.see({"/mijn-gegevens/sleutels", tr("De toegangssleutel is gemaakt. U kunt er de volgende keer mee inloggen.")});
}

http::Response create_removal(Visit& v) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    if (second_step_first(v, *session)) return v.see("/tweede-stap");
    bool removed = false;
    data(v).write(db::Scope::of_hall(), [&](db::Write& hall) { removed = remove_passkey(hall, session->account, v.field("sleutel")); });
    if (removed) tell(v, "passkey.removed", session->account);
    return v.see({"/mijn-gegevens/sleutels", tr("Die toegangssleutel werkt niet meer. Haal hem ook weg uit uw apparaat.")});
}

base::Refusal not_shown() { return base::Refusal::of(tr("Dat lukte niet. Probeer het opnieuw, of kies een andere manier.")); }
http::Response try_again(Visit& v, std::string const& back) {
    auto const refusal = not_shown();
    return v.page(tr("Het lukte niet"), [&](html::Page& page) {
        page.alert(html::Tone::error, refusal.fields.front().why);
        page.paragraph(tr("Werkt een toegangssleutel niet op dit apparaat? Log dan in met een link in uw mail."));
        page.button(back, tr("Terug"));
    },
                  {.status = 422, .quick_exit = true});
}

http::Response log_in_with(Visit& v) {
    bool calm = false;
    data(v).write(db::Scope::of_hall(), [&](db::Write& hall) { calm = attempt(hall, "passkey-from|" + v.request().peer, 30, std::chrono::hours{1}, now(v)); });
    auto const account = calm ? shown(v, Asking::log_in, {}) : std::nullopt;
    if (account) return log_in(v, *account, true);
    tell(v, calm ? "passkey.refused" : "tries.too_many");
    return try_again(v, "/inloggen");
}

/// A passkey of this account, shown in the session of now.
http::Response prove_with(Visit& v, std::string_view shown_as, std::string const& back, std::string const& to) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    if (!shown(v, Asking::prove, session->account)) {
        tell(v, "passkey.refused", session->account);
        return try_again(v, back);
    }
    renew_session(v, *session, true);
    tell(v, shown_as, session->account);
    return v.see(parked(*data(v).read(db::Scope::of_hall()), session->account, now(v)) ? "/hervatten" : to);
}
http::Response second_step_with(Visit& v) { return prove_with(v, "second_step.shown", "/tweede-stap", "/"); }
http::Response prove_again_with(Visit& v) { return prove_with(v, "proof.shown", "/opnieuw-bewijzen", inside(v.field("naar"))); }

} // namespace

void put_passkey_form(Visit& v, html::Page& page, std::string const& action, base::Text label, Asking asking, std::optional<AccountId> const& account, std::vector<std::pair<std::string, std::string>> const& hidden) {
    boost::json::object asked{{"maak", asking == Asking::make}, {"vraag", challenge(v, asking, account ? account->value() : std::string{})}, {"huis", host(v)}, {"naam", v.house().support_point}};
    boost::json::array known;
    if (account)
        for (auto const& row : passkeys_of(*data(v).read(db::Scope::of_hall()), *account)) known.emplace_back(row.id);
    asked["bekend"] = std::move(known);
    // the same account has the same mark on every device, and the mark tells nothing
    if (asking == Asking::make) asked["eigenaar"] = base::base64url(crypto::hash(v.services().keys.secret("passkey-owner"), account->value()));
    std::vector<std::pair<std::string, std::string>> fields{{"sleutel_vraag", boost::json::serialize(asked)}};
    for (auto const* name : {"sleutel_naam", "sleutel_antwoord", "sleutel_toestel", "sleutel_teken"}) fields.emplace_back(name, "");
    fields.insert(fields.end(), hidden.begin(), hidden.end());
    page.act(action, label, fields, asking != Asking::log_in);
}

std::vector<reception::Route> passkey_routes() {
    using reception::route;
    return {
        route<Action::keep_passkeys>("GET", "/mijn-gegevens/sleutels", list_passkeys),
        route<Action::keep_passkeys>("POST", "/mijn-gegevens/sleutels", create_passkey),
        route<Action::keep_passkeys>("POST", "/mijn-gegevens/sleutels/weg", create_removal),
        route<Action::log_in>("POST", "/inloggen/sleutel", log_in_with),
        route<Action::second_factor>("POST", "/tweede-stap/sleutel", second_step_with),
        route<Action::prove_again>("POST", "/opnieuw-bewijzen/sleutel", prove_again_with),
    };
}

std::map<std::string, people::Worker> passkey_workers() {
    return {{std::string{made}, [](people::Post& post, jobs::Job const& job) {
                 people::write_login_letter(post, job.of_partnership, visit::PersonId{job.about}, {.subject = tr("Nieuwe manier om in te loggen"), .lines = {tr("Er is zojuist een toegangssleutel gemaakt voor uw account."), tr("Deed u dit niet zelf? Bel dan de coördinator.")}});
             }}};
}

} // namespace account
