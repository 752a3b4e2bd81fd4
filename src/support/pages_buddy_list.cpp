#include "support/pages_buddy_list.h"

#include "reception/visit.h"
#include "support/store_buddy_list.h"

#include <algorithm>

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string or_dash(bool gives, std::string const& its) { return gives && !its.empty() ? its : "–"; }
std::string theme_names(std::string const& themes, text::Language language) {
    std::string all;
    for (auto theme : themes_of(themes)) (all += all.empty() ? "" : ", ") += text::say(name(theme), language);
    return all.empty() ? "–" : all;
}

/// Who else is on the list, for who is on it too.
void others_part(html::Page& page, Visit& v) {
    struct Line {
        std::string name, phone, mail, themes;
    };
    std::vector<Line> lines;
    for (auto const& row : buddy_list(v.read())) {
        if (row.person == v.me()) continue;
        if (auto person = people::find_person(v.read(), v.keys(), row.person)) lines.push_back({person->name, or_dash(row.phone, person->phone), or_dash(row.mail, person->mail), theme_names(row.themes, v.language())});
    }
    if (lines.empty()) return void(page.empty(tr("Nu sta jij er alleen op. Anderen zien je zodra zij ook meedoen.")));
    std::sort(lines.begin(), lines.end(), [](auto const& a, auto const& b) { return text::sort_key(a.name) < text::sort_key(b.name); });
    auto table = page.table(tr("Wie er nog meer op staat"), {{tr("Naam")}, {tr("Telefoon")}, {tr("Mail")}, {tr("Thema’s")}});
    for (auto const& line : lines) table.row({{line.name}, {line.phone}, {line.mail}, {line.themes}});
}

http::Response list_page(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_buddy_list>(v.me(), v.me().value(), {visit::Tie::own})) return v.not_found();
    auto const me = people::find_person(v.read(), v.keys(), v.me());
    auto const mine = listed_of(v.read(), v.me());
    auto values = v.values();
    if (!refusal && mine) {
        if (mine->phone) values.emplace("via", "phone");
        if (mine->mail) values.emplace("via", "mail");
        for (auto theme : themes_of(mine->themes)) values.emplace("themas", std::string{base::word(theme)});
    }
    return v.page(tr("Lijst van buddy’s"), [&](html::Page& page) {
        page.lead(tr("Hier vinden buddy’s elkaar. Meedoen mag, het hoeft niet. Alleen wie zelf meedoet, ziet de lijst."));
        if (mine) {
            page.alert(html::Tone::good, tr("Je staat op de lijst."));
            others_part(page, v);
        }
        page.heading(mine ? tr("Wat anderen van jou zien") : tr("Ik doe mee"));
        std::vector<html::Option> ways, themes;
        if (me && !me->phone.empty()) ways.push_back({"phone", base::Sentence{tr("mijn nummer: {phone}"), {{"phone", me->phone}}}});
        if (me && !me->mail.empty()) ways.push_back({"mail", base::Sentence{tr("mijn mailadres: {mail}"), {{"mail", me->mail}}}});
        for (auto const& [theme, word] : base::Words<Theme>::entries) themes.push_back({std::string{word}, name(theme)});
        if (ways.empty()) return void(page.empty(tr("Er is geen nummer of mailadres van jou bekend. Bel de coördinator.")));
        auto form = page.form("/mijn/buddylijst", mine ? tr("Bewaren") : tr("Zet mij op de lijst"), values, refusal);
        form.checks({.name = "via", .label = tr("Hoe mogen andere buddy’s je bereiken?")}, ways);
        form.checks({.name = "themas", .label = tr("Waar praat je graag over? (niet verplicht)")}, themes);
        if (mine) page.act("/mijn/buddylijst/weg", tr("Haal mij van de lijst"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show(Visit& v) { return list_page(v, nullptr); }

http::Response update(Visit& v) {
    if (!v.grant<Action::keep_buddy_list>(v.me(), v.me().value(), {visit::Tie::own})) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return list_page(v, &refusal); };
    auto const me = people::find_person(v.read(), v.keys(), v.me());
    auto const& ways = v.form().all("via");
    Listed typed{std::find(ways.begin(), ways.end(), "phone") != ways.end(), std::find(ways.begin(), ways.end(), "mail") != ways.end(), {}};
    for (auto const& word : v.form().all("themas"))
        if (auto theme = base::from_word<Theme>(word)) typed.themes.insert(*theme);
    auto const its = listed(typed, me && !me->phone.empty(), me && !me->mail.empty());
    if (!its) return again(its.error());
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        keep_listed(tx, v.me(), *its, v.now());
        return Done{"/mijn/buddylijst", tr("Je staat op de lijst. Je kunt er elk moment af.")}; }, again);
}

http::Response leave(Visit& v) {
    if (!v.grant<Action::keep_buddy_list>(v.me(), v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        leave_list(tx, v.me());
        return Done{"/mijn/buddylijst", tr("Je staat niet meer op de lijst. Niemand ziet je gegevens daar nog.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> buddy_list_routes() {
    using reception::route;
    return {
        route<Action::keep_buddy_list>("GET", "/mijn/buddylijst", show),
        route<Action::keep_buddy_list>("POST", "/mijn/buddylijst", update),
        route<Action::keep_buddy_list>("POST", "/mijn/buddylijst/weg", leave),
    };
}

} // namespace support
