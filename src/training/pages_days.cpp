#include "training/pages_days.h"

#include "platform/base/number.h"
#include "training/pages_edition.h"
#include "training/store_days.h"
#include "training/store_programme.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& id) { return "/trainingen/" + id.value(); }
std::string field(int number) { return "dag-" + std::to_string(number); }

http::Response poll_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Kies samen de dagen"), [&](html::Page& page) {
        page.lead(tr("Noem drie tot zes dagen. Wie u uitnodigt, zegt welke kunnen. Daarna kiest u er twee."));
        auto values = v.values();
        if (!refusal) values.emplace("tijd", "19.00");
        auto form = page.form("/trainingen/nieuw/dagen", tr("Training maken"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam van de groep"), .hint = tr("Bijvoorbeeld Voorjaar 2027"), .most = 100}).text({.name = "plaats", .label = tr("Plaats"), .most = 100});
        form.text({.name = "tijd", .label = tr("Begintijd"), .hint = tr("Begin met eten of koffie; reken daar drie kwartier voor."), .most = 5});
        for (std::size_t i = 1; i <= most_days; ++i) {
            base::Sentence const label{i <= fewest_days ? tr("Dag {number}") : tr("Dag {number} (niet verplicht)"), {{"number", std::to_string(i)}}};
            form.date({.name = "dag" + std::to_string(i), .label = label});
        }
        form.or_go("/trainingen/nieuw", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_poll(Visit& v) { return poll_form(v, nullptr); }

http::Response create_poll(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return poll_form(v, &refusal); };
    PollDraft draft{text::tidy_line(v.field("naam")), text::tidy_line(v.field("plaats")), {}, base::time_from(text::tidy_line(v.field("tijd")))};
    for (std::size_t i = 0; i < most_days; ++i) {
        auto const field = "dag" + std::to_string(i + 1);
        draft.days[i] = v.date_field(field);
        draft.typed[i] = !(v.field(field + "_dag") + v.field(field + "_maand") + v.field(field + "_jaar")).empty();
    }
    auto const poll = plan_poll(draft, v.now());
    if (!poll) return again(poll.error());
    auto const id = v.new_id<Edition>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_undated_edition(tx, id, poll->name, poll->place, v.me(), v.now());
        add_day_options(tx, id, poll->days);
        take_programme(tx, id, current_programme(tx));
        return Done{href(id), tr("De training staat er. Nodig nu mensen uit; zij zeggen welke dagen kunnen.")}; }, again);
}

http::Response create_choice(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto const options = day_options(v.read(), edition->id);
    auto at = [&](char const* name) -> std::optional<base::Moment> {
        for (auto const& option : options)
            if (option.number == base::number_from(v.field(name)) && option.begins_at > v.now()) return option.begins_at;
        return {};
    };
    auto const first = at("eerste"), second = at("tweede");
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        // locked first, so that two at once do not both choose
        take_programme(tx, edition->id, programme_version(tx, edition->id));
        if (!evenings_of(tx, edition->id).empty()) return base::Refusal::of(tr("De dagen zijn al gekozen."));
        if (!first || !second || *first >= *second) return base::Refusal::of(tr("Kies twee dagen die nog komen, de eerste vóór de tweede."));
        add_evenings(tx, v.services().random, edition->id, {*first, *second});
        invite(tx, v, evenings_of(tx, edition->id), people_of(tx, edition->id, "participant"));
        return Done{href(edition->id), tr("De dagen staan vast. Iedereen krijgt een mail met beide avonden.")}; }, [&](base::Refusal const& refusal) { return refused(v, edition->id, refusal); });
}

http::Response create_days(Visit& v) {
    auto const edition = edition_of(v.read(), v.me());
    if (!edition) return v.not_found();
    auto const options = day_options(v.read(), edition->id);
    return v.act(edition->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        for (auto const& option : options)
            if (auto const answer = base::from_word<DayAnswer>(v.field(field(option.number)))) say_day(tx, edition->id, option.number, v.me(), *answer);
        return Done{"/mijn/training", tr("Bewaard. Je krijgt een mail als de avonden gekozen zijn.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void days_part(html::Page& page, Visit& v, EditionRow const& edition, std::vector<visit::PersonId> const& participants) {
    auto const options = day_options(v.read(), edition.id);
    if (options.empty()) return;
    auto const said = days_said(v.read(), edition.id);
    auto const counts = count_days(options, said, participants);
    page.heading(tr("Welke dagen kunnen?"));
    if (participants.empty()) page.empty(tr("Nodig eerst mensen uit. Hier ziet u dan wie wanneer kan."));
    auto table = page.table(tr("Dagen om uit te kiezen"), {{tr("Dag")}, {tr("Ja"), "", true}, {tr("Als het moet"), "", true}, {tr("Nee"), "", true}, {tr("Wie kan niet?")}});
    for (std::size_t i = 0; i < options.size(); ++i) {
        std::string cannot;
        for (auto const& one : said)
            if (one.number == options[i].number && one.answer == DayAnswer::no && std::find(participants.begin(), participants.end(), one.person) != participants.end()) cannot += (cannot.empty() ? "" : ", ") + people::name_of(v.read(), v.keys(), one.person);
        table.row({{text::moment(options[i].begins_at, v.language())}, {std::to_string(counts[i].yes), {}, true}, {std::to_string(counts[i].if_need_be), {}, true}, {std::to_string(counts[i].no), {}, true}, {cannot.empty() ? "–" : cannot}});
    }
    auto const answered = std::count_if(participants.begin(), participants.end(), [&](auto const& person) { return std::any_of(said.begin(), said.end(), [&](auto const& one) { return one.person == person; }); });
    page.paragraph(base::Sentence{tr("Antwoord gaven {count} van de {total}."), {{"count", std::to_string(answered)}, {"total", std::to_string(participants.size())}}});
    if (!v.viewer().is(visit::Role::coordinator)) return;
    std::vector<html::Option> choices;
    for (auto const& option : options)
        if (option.begins_at > v.now()) choices.push_back({std::to_string(option.number), text::moment(option.begins_at, v.language())});
    auto const best = best_two(counts);
    auto form = page.form(href(edition.id) + "/dagen", tr("Kies deze avonden en mail iedereen"), {{"eerste", std::to_string(best[0])}, {"tweede", std::to_string(best[1])}});
    form.select({.name = "eerste", .label = tr("Eerste avond"), .hint = tr("Ingevuld staan de dagen waarop de meesten kunnen.")}, choices).select({.name = "tweede", .label = tr("Tweede avond")}, choices);
}

void own_days_part(html::Page& page, Visit& v, EditionId const& edition) {
    auto const options = day_options(v.read(), edition);
    if (options.empty()) return;
    html::Values values;
    for (auto const& one : days_said(v.read(), edition))
        if (one.person == v.me()) values.emplace(field(one.number), std::string{base::word(one.answer)});
    std::vector<html::Option> answers;
    for (auto const& [answer, word] : base::Words<DayAnswer>::entries) answers.push_back({std::string{word}, name(answer)});
    page.heading(tr("Welke dagen kun jij?"));
    page.paragraph(tr("Er komen twee avonden. De coördinator kiest de dagen waarop de meesten kunnen."));
    auto form = page.form("/mijn/training/dagen", values.empty() ? tr("Laat het weten") : tr("Verander mijn antwoord"), values);
    for (auto const& option : options) form.radios({.name = field(option.number), .label = text::moment(option.begins_at, v.language())}, answers);
}

std::vector<reception::Route> day_routes() {
    using reception::route;
    return {
        route<Action::manage_edition>("GET", "/trainingen/nieuw/dagen", new_poll),
        route<Action::manage_edition>("POST", "/trainingen/nieuw/dagen", create_poll),
        route<Action::manage_edition>("POST", "/trainingen/{edition}/dagen", create_choice),
        route<Action::answer_invitation>("POST", "/mijn/training/dagen", create_days),
    };
}

} // namespace training
