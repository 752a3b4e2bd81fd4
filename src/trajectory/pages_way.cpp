#include "trajectory/pages_way.h"

#include "gen/trajectory_views.h"

#include "matching/listing_gives.h"
#include "trajectory/store_ties.h"

namespace trajectory {
using base::tr;
using matching::Gives;
using matching::MatchRow;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

Gives given_by(MatchRow const& match, visit::PersonId const& person) { return match.parent == person ? match.parent_gives : match.gives(person); }
std::string back(MatchRow const& match, bool parent) { return parent ? std::string{"/mijn/traject"} : "/trajecten/" + match.id.value() + "/contacten"; }

} // namespace

void way_part(html::Page& page, Visit& v, MatchRow const& match, people::Known const& other, Gives gives) {
    bool const parent = match.parent == v.me();
    auto const name = people::first_name(other.name);
    if (gives == Gives::phone && !other.phone.empty()) {
        if (match.partner && parent) page.phone(base::Sentence{tr("{name} is bereikbaar op:"), {{"name", name}}}, other.phone);
        else page.phone(tr("Bereikbaar op:"), other.phone);
        // only Dutch mobile numbers are known to take messages
        if (auto const digits = people::tidy_phone(other.phone); digits.starts_with("06") && digits.size() == 10) {
            using m = views::messages_;
            auto messages = page.own(m::view);
            messages.set(m::NUMBER, digits).set(m::ABROAD, "31" + digits.substr(1));
            messages.set(m::TEXT, base::Sentence{tr("Stuur {name} een sms"), {{"name", name}}}).set(m::WHATSAPP, base::Sentence{tr("App {name} met WhatsApp"), {{"name", name}}});
        }
    } else if (gives == Gives::mail && !other.mail.empty()) page.link("mailto:" + other.mail, other.mail);
    else {
        page.alert(html::Tone::info, base::Sentence{parent ? tr("{name} geeft geen nummer en geen mailadres. U ziet elkaar op een afspraak, hieronder.") : tr("{name} geeft geen nummer en geen mailadres. Jullie zien elkaar op een afspraak, hieronder."), {{"name", name}}});
        page.phone(tr("Waar precies? De coördinator geeft het door:"), v.house().coordinator_phone);
    }
}

void own_way_part(html::Page& page, Visit& v, MatchRow const& match) {
    bool const parent = match.parent == v.me();
    page.paragraph(base::Sentence{parent ? tr("Uw buddy ziet van u: {way}.") : tr("De ouder ziet van jou: {way}."), {{"way", text::say(matching::name(given_by(match, v.me())), v.language())}}});
    page.link("/trajecten/" + match.id.value() + "/bereikbaar", tr("Anders bereikbaar zijn"));
}

namespace {

/// The live match behind the address, for one of its two sides.
std::optional<MatchRow> open(Visit& v) {
    auto match = matching::find_match(v.read(), v.id<matching::Match>("match"));
    if (!match || match->ended_at || !v.grant<Action::give_way>(match->id, match->parent.value(), ties(v.me(), *match))) return {};
    return match;
}

http::Response way_form(Visit& v, base::Refusal const* refusal) {
    auto const match = open(v);
    auto const self = match ? people::find_person(v.read(), v.keys(), v.me()) : std::nullopt;
    if (!self) return v.not_found();
    bool const parent = match->parent == v.me();
    auto values = v.values();
    if (!refusal) values.emplace("geeft", std::string{base::word(given_by(*match, v.me()))});
    return v.page(tr("Anders bereikbaar zijn"), [&](html::Page& page) {
        auto form = page.form("/trajecten/" + match->id.value() + "/bereikbaar", tr("Bewaren"), values, refusal);
        form.radios({.name = "geeft", .label = parent ? tr("Hoe mag uw buddy u bereiken?") : tr("Hoe mag de ouder jou bereiken?")}, matching::ways_to_give(*self));
        form.note(matching::what_was_given_stays(parent)).or_go(back(*match, parent), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = parent});
}
http::Response edit_way(Visit& v) { return way_form(v, nullptr); }

http::Response update_way(Visit& v) {
    auto const match = open(v);
    if (!match) return v.not_found();
    return v.act(match->id.value(), match->parent.value(), [&](db::Write& tx) -> Acted {
        auto const gives = base::from_word<Gives>(v.field("geeft"));
        if (!gives) return base::Refusal::of("geeft", tr("Kies een van de manieren."));
        if (!matching::change_way(tx, match->id, v.me(), *gives)) return base::Refusal::of(tr("Dit contact is intussen gestopt."));
        return Done{back(*match, match->parent == v.me()), *gives == Gives::appointment ? tr("Bewaard. Maak hier samen een afspraak.") : tr("Bewaard. De ander ziet dit meteen.")}; }, [&](base::Refusal const& refusal) { return way_form(v, &refusal); });
}

} // namespace

std::vector<reception::Route> way_routes() {
    using reception::route;
    return {
        route<Action::give_way>("GET", "/trajecten/{match}/bereikbaar", edit_way),
        route<Action::give_way>("POST", "/trajecten/{match}/bereikbaar", update_way),
    };
}

} // namespace trajectory
