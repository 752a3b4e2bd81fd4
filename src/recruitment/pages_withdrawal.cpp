#include "recruitment/pages_withdrawal.h"

#include "account/store_accounts.h"
#include "platform/jobs/jobs.h"
#include "reception/visit.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

void call_off(db::Write& tx, Visit& v, visit::PersonId const& person) {
    jobs::later(tx, v.services().random, "interview.call_off", v.house().id.value(), person.value(), "", v.now());
    jobs::later(tx, v.services().random, "training.leave", v.house().id.value(), person.value(), "", v.now());
}

namespace {

http::Response withdrawal_form(Visit& v, std::string const& address, std::string const& back) {
    return v.page(tr("Terugtrekken"), [&](html::Page& page) {
        page.lead(tr("Trekt u zich terug, dan stopt uw aanmelding. Wat al gepland was, gaat niet door."));
        page.paragraph(base::Sentence{tr("Op {day} wissen we uw gegevens. Alleen aantallen blijven over, zonder naam."), {{"day", text::plain_day(*erased_on(v.today(), true, v.today()), v.language())}}});
        auto form = page.form(address, tr("Ja, ik trek mij terug"), v.values());
        std::vector<html::Option> reasons;
        for (auto const& [reason, word] : base::Words<WithdrawReason>::entries) reasons.push_back({std::string{word}, name(reason)});
        form.radios({.name = "reden", .label = tr("Wilt u zeggen waarom? (niet verplicht)"), .hint = tr("Een reden is niet nodig. De coördinator ziet wat u kiest.")}, reasons);
        form.or_go(back, tr("Nee, terug"));
    });
}

std::optional<Entry> entry_of_link(Visit& v) {
    auto link = account::find_action_link(v.read(), v.part("token"), v.now());
    if (!link || link->act != "sign_up") return {};
    return find_for_link(v.read(), SignUpId{link->object});
}

Acted withdraw_now(db::Write& tx, Visit& v, Entry const& entry, std::string const& location) {
    if (withdraw(tx, entry, base::from_word<WithdrawReason>(v.field("reden")), v.now())) call_off(tx, v, entry.person);
    return Done{location, tr("U bent teruggetrokken. Over acht weken wissen we uw gegevens. Dank voor uw belangstelling.")};
}

http::Response new_by_link(Visit& v) {
    auto entry = entry_of_link(v);
    if (!entry) return v.not_found();
    auto const back = "/aanmelding/" + v.part("token");
    if (entry->ended_at) return v.see(back);
    return withdrawal_form(v, back + "/terugtrekken", back);
}

http::Response create_by_link(Visit& v) {
    auto entry = entry_of_link(v);
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) { return withdraw_now(tx, v, *entry, "/aanmelding/" + v.part("token")); }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The candidate's own sign-up while it goes on.
std::optional<Entry> own(Visit& v) {
    auto entry = find_own(v.read(), v.me());
    if (!entry || entry->ended_at || !v.grant<Action::withdraw>(entry->id, v.me().value(), {visit::Tie::own})) return {};
    return entry;
}

http::Response new_own(Visit& v) {
    if (!own(v)) return v.see("/mijn/aanmelding");
    return withdrawal_form(v, "/mijn/aanmelding/terugtrekken", "/mijn/aanmelding");
}

http::Response create_own(Visit& v) {
    auto entry = own(v);
    if (!entry) return v.see("/mijn");
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) { return withdraw_now(tx, v, *entry, "/mijn"); }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> withdrawal_routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::use_link>("GET", "/aanmelding/{token}/terugtrekken", new_by_link),
        route<Action::use_link>("POST", "/aanmelding/{token}/terugtrekken", create_by_link, Haste::urgent),
        route<Action::withdraw>("GET", "/mijn/aanmelding/terugtrekken", new_own),
        route<Action::withdraw>("POST", "/mijn/aanmelding/terugtrekken", create_own, Haste::urgent),
    };
}

} // namespace recruitment
