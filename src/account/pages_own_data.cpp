#include "account/pages_own_data.h"

#include "account/listing_looks.h"
#include "account/pages_mail_change.h"
#include "account/pages_session.h"
#include "account/store_accounts.h"
#include "confidentiality/store_consent.h"
#include "people/store_people.h"
#include "people/store_restriction.h"
#include "platform/crypto/crypto.h"
#include "reception/visit.h"

namespace account {
using base::tr;
using confidentiality::Purpose;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// What taking back a consent does.
base::Text effect(Purpose purpose) {
    switch (purpose) {
    case Purpose::reading_by_coordinator:
    case Purpose::contact_by_phone:
    case Purpose::contact: return tr("Wilt u dit niet meer? Stop dan uw vraag of aanmelding. Daarna leest of belt niemand u daarover.");
    case Purpose::learning_points_to_trainers: return tr("Dit trekt u in bij het leerpunt zelf. De trainers zien het dan niet meer.");
    case Purpose::question_after_closure: return tr("Trekt u dit in, dan stellen wij die vraag niet.");
    case Purpose::longer_keeping: return tr("Trekt u dit in, dan wissen wij uw aanmelding acht weken na het laatste bericht.");
    case Purpose::research: return tr("Trekt u dit in, dan gaan uw cijfers niet meer naar onderzoekers.");
    }
    throw base::Impossible{"a purpose without an effect"};
}
/// Whether a consent is taken back here; the others end with what they were given for.
bool by_itself(Purpose purpose) { return purpose == Purpose::question_after_closure || purpose == Purpose::longer_keeping || purpose == Purpose::research; }

/// The name by which a form tells one session from another: made with a key of ours, so that nobody can think up the name of someone else's.
std::string name_of(Visit& v, Session const& session) { return base::base64url(crypto::hash(v.services().keys.secret("session-name"), session.hash)).substr(0, 22); }

http::Response show_own_data(Visit& v) {
    auto me = people::find_person(v.read(), v.keys(), v.me());
    auto session = current_session(v);
    if (!me || !session) return v.not_found();
    auto sessions = sessions_of(*v.services().data.read(db::Scope::of_hall()), session->account, v.services().clock.now());
    return v.page(tr("Mijn gegevens"), [&](html::Page& page) {
        if (auto const since = people::restricted_since(v.read(), v.me())) {
            page.alert(html::Tone::warning, base::Sentence{tr("Uw gegevens staan op slot sinds {day}. Niemand anders leest ze of doet er iets mee."), {{"day", text::plain_day(base::local_date(*since), v.language())}}});
            page.act("/mijn-gegevens/van-slot", tr("Haal van het slot"));
        }
        auto facts = page.facts();
        facts.row(tr("Naam"), me->name).row(tr("Mailadres"), me->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{me->mail}).row(tr("Telefoon"), me->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{me->phone});
        page.link("/mijn-gegevens/verbeteren", tr("Verbeter naam of telefoonnummer"));
        put_mail_change(v, page);
        page.heading(tr("Alles bekijken of meenemen"));
        page.link("/mijn-gegevens/alles", tr("Bekijk alles wat er over u bewaard wordt"));
        page.heading(tr("Wie heeft gekeken?"));
        page.link("/mijn-gegevens/wie-keek", tr("Bekijk wie uw gegevens las"));
        page.heading(tr("Waar bent u ingelogd?"));
        auto table = page.table(tr("Apparaten"), {{tr("Apparaat")}, {tr("Laatst gebruikt")}});
        auto const here = text::say(tr("dit apparaat"), v.language());
        for (auto const& each : sessions) table.row({{each.hash == session->hash ? each.device + " (" + here + ")" : each.device}, {text::moment(each.seen_at, v.language())}});
        for (auto const& each : sessions)
            if (each.hash != session->hash) page.act("/mijn-gegevens/apparaat-uit", base::Sentence{tr("Log uit op {device}, laatst gebruikt {moment}"), {{"device", each.device}, {"moment", text::moment(each.seen_at, v.language())}}}, {{"apparaat", name_of(v, each)}}, false);
        if (sessions.size() > 1) page.act("/mijn-gegevens/elders-uit", tr("Overal uitloggen, behalve hier"), {}, false);
        page.act("/mijn-gegevens/overal-uit", tr("Overal uitloggen"), {}, false);
        page.link("/mijn-gegevens/sleutels", tr("Toegangssleutels"));
        page.heading(tr("Waar u ja op zei"));
        auto given = confidentiality::consents_of(v.read(), v.me());
        if (given.empty()) page.empty(tr("U heeft nog geen toestemming gegeven."));
        for (auto const& consent : given) {
            page.paragraph(base::Sentence{consent.withdrawn_at ? tr("Ingetrokken: {what}") : tr("Toestemming: {what}"), {{"what", text::say(consent_words(consent.purpose), v.language()) + " (" + text::plain_day(base::local_date(consent.given_at), v.language()) + ")"}}});
            if (consent.withdrawn_at) continue;
            page.paragraph(effect(consent.purpose));
            if (by_itself(consent.purpose)) page.act("/mijn-gegevens/toestemming", base::Sentence{tr("Trek in: {what}"), {{"what", text::say(consent_words(consent.purpose), v.language())}}}, {{"doel", std::string{base::word(consent.purpose)}}}, false);
        }
        if (!people::restricted_since(v.read(), v.me())) {
            page.heading(tr("Even op slot"));
            page.link("/mijn-gegevens/op-slot", tr("Zet mijn gegevens op slot"));
        }
        page.heading(tr("Alles wissen"));
        page.link("/mijn-gegevens/wissen", tr("Wis mijn gegevens"));
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}

http::Response withdraw_consent(Visit& v) {
    auto const purpose = base::from_word<Purpose>(v.field("doel"));
    if (!purpose || !by_itself(*purpose)) return v.see("/mijn-gegevens");
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        confidentiality::withdraw(tx, v.me(), *purpose, v.now());
        return Done{"/mijn-gegevens", tr("Ingetrokken. Het geldt meteen.")}; }, [&](base::Refusal const&) { return v.see("/mijn-gegevens"); });
}

http::Response correct_form(Visit& v, base::Refusal const* refusal) {
    auto const me = people::find_person(v.read(), v.keys(), v.me());
    if (!me) return v.see("/mijn-gegevens");
    auto values = v.values();
    if (!refusal) values = {{"naam", me->name}, {"telefoon", me->phone}};
    return v.page(tr("Verbeter uw gegevens"), [&](html::Page& page) {
        auto form = page.form("/mijn-gegevens/verbeteren", tr("Bewaren"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam"), .autocomplete = "name", .most = 100});
        form.text({.name = "telefoon", .label = tr("Telefoon"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.or_go("/mijn-gegevens", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response edit_own(Visit& v) { return correct_form(v, nullptr); }
http::Response update_own(Visit& v) {
    auto const me = people::find_person(v.read(), v.keys(), v.me());
    if (!me) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return correct_form(v, &refusal); };
    auto contact = people::contact({text::tidy_line(v.field("naam")), me->mail, text::tidy_line(v.field("telefoon"))});
    if (!contact) return again(contact.error());
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        // the address as it is by now: another may just have been made
        if (auto const by_now = people::find_person(tx, v.keys(), v.me())) people::change_contact(tx, v.keys(), v.me(), {contact->name, by_now->mail, contact->phone});
        return Done{"/mijn-gegevens", tr("Verbeterd. Wie u mag bereiken, ziet dit meteen.")}; }, again);
}

http::Response log_out_elsewhere(Visit& v) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    bool ended = false;
    auto const now = v.services().clock.now();
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        // only among one's own, and the one of now ends by logging out
        for (auto const& each : sessions_of(hall, session->account, now)) {
            if (each.hash == session->hash || !crypto::equal(name_of(v, each), v.field("apparaat"))) continue;
            revoke(hall, each.hash, session->account, now);
            ended = true;
        }
    });
    if (ended) tell(v, "session.ended", session->account);
    return v.see({"/mijn-gegevens", ended ? tr("Dat apparaat is uitgelogd.") : tr("Dat apparaat was al uitgelogd.")});
}

http::Response log_out_others(Visit& v) {
    auto const session = current_session(v);
    if (!session) return v.not_found();
    auto const now = v.services().clock.now();
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        for (auto const& each : sessions_of(hall, session->account, now))
            if (each.hash != session->hash) revoke(hall, each.hash, session->account, now);
    });
    tell(v, "sessions.ended", session->account);
    return v.see({"/mijn-gegevens", tr("U bent alleen nog op dit apparaat ingelogd.")});
}

http::Response log_out_everywhere(Visit& v) {
    if (auto session = current_session(v)) {
        v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { revoke_all(hall, session->account, v.services().clock.now()); });
        tell(v, "sessions.ended", session->account);
    }
    v.drop_cookie(session_cookie);
    auto response = v.see("/uitgelogd");
    response.with("Clear-Site-Data", "\"cache\"");
    return response;
}

http::Response show_who_looked(Visit& v) {
    auto const days = looked_at_me(v);
    return v.page(tr("Wie heeft gekeken?"), [&](html::Page& page) {
        page.lead(tr("Hier staat wie uw gegevens las of veranderde, per dag."));
        if (days.empty()) return void(page.empty(tr("Er heeft nog niemand gekeken.")));
        auto table = page.table(tr("Gekeken of veranderd"), {{tr("Dag")}, {tr("Wie")}, {tr("Waarom")}});
        for (auto const& day : days) table.row({{text::day(day.date, v.language())}, {day.who}, {day.why}});
    },
                  {.quick_exit = v.viewer().is(visit::Role::asking_parent)});
}

} // namespace

std::vector<reception::Route> own_data_routes() {
    using reception::route;
    return {
        route<Action::see_own_data>("GET", "/mijn-gegevens", show_own_data),
        route<Action::keep_account>("POST", "/mijn-gegevens/apparaat-uit", log_out_elsewhere),
        route<Action::keep_account>("POST", "/mijn-gegevens/overal-uit", log_out_everywhere),
        route<Action::keep_account>("POST", "/mijn-gegevens/elders-uit", log_out_others),
        route<Action::keep_account>("POST", "/mijn-gegevens/toestemming", withdraw_consent),
        route<Action::keep_account>("GET", "/mijn-gegevens/verbeteren", edit_own),
        route<Action::keep_account>("POST", "/mijn-gegevens/verbeteren", update_own),
        route<Action::see_who_looked>("GET", "/mijn-gegevens/wie-keek", show_who_looked),
    };
}

} // namespace account
