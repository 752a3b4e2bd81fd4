#include "agreement/pages.h"

#include "agreement/store_agreement.h"
#include "people/store_people.h"
#include "platform/base/number.h"
#include "reception/visit.h"

namespace agreement {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// The text of a version as paragraphs between blank lines; version 0 in the language of the reader.
std::vector<std::string> paragraphs(std::vector<Version> const& all, int version, text::Language language) {
    std::vector<std::string> found;
    if (version == 0)
        for (auto const& each : first_text()) found.push_back(text::say(each, language));
    for (auto const& each : all) {
        if (each.version != version) continue;
        for (std::size_t at = 0; at < each.words.size();) {
            auto end = std::min(each.words.find("\n\n", at), each.words.size());
            if (end > at) found.push_back(each.words.substr(at, end - at));
            at = end + 2;
        }
    }
    return found;
}

std::string joined(std::vector<std::string> const& all) {
    std::string words;
    for (auto const& each : all) (words += words.empty() ? "" : "\n\n") += each;
    return words;
}

http::Response text_page(Visit& v, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_agreement>()) return v.not_found();
    auto all = versions(v.read());
    int const now = newest(v.read());
    auto values = v.values();
    if (!refusal) values.emplace("tekst", joined(paragraphs(all, now, text::Language::nl)));
    auto const buddies = people::with_role(v.read(), visit::Role::buddy).size();
    return v.page(tr("Afspraken met buddy’s"), [&](html::Page& page) {
        page.lead(tr("Wat een buddy belooft, en wat de buddy van u mag verwachten. Een buddy leest dit en geeft akkoord op de eigen bladzijde."));
        page.facts().row(tr("Versie"), now == 0 ? html::Said{tr("de eerste tekst")} : html::Said{std::to_string(now)}).row(tr("Akkoord op deze versie"), base::Sentence{tr("{count} van {all} buddy’s"), {{"count", std::to_string(count_accepted(v.read(), now))}, {"all", std::to_string(buddies)}}});
        auto form = page.form("/afspraken", tr("Bewaar als nieuwe versie"), values, refusal);
        form.area({.name = "tekst", .label = tr("Tekst"), .hint = tr("Een lege regel begint een nieuwe alinea."), .most = 6000}, 14);
        form.note(tr("Na een verandering vraagt Naast elke buddy opnieuw om akkoord."));
        auto standing = values.find("versie");
        form.hidden("versie", standing == values.end() ? std::to_string(now) : standing->second);
        if (!all.empty()) {
            page.heading(tr("Wat er veranderde"));
            auto table = page.table(tr("Versies"), {{tr("Versie"), "", true}, {tr("Sinds")}, {tr("Door")}});
            for (auto const& each : all) table.row({{std::to_string(each.version), {}, true}, {text::plain_day(base::local_date(each.written_at), v.language())}, {people::name_of(v.read(), v.keys(), each.written_by)}});
            for (int earlier = now - 1; earlier >= 0; --earlier) {
                auto words = paragraphs(all, earlier, v.language());
                page.details(base::Sentence{tr("Lees versie {version}"), {{"version", std::to_string(earlier)}}}, {words.begin(), words.end()});
            }
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_text(Visit& v) { return text_page(v, nullptr); }

http::Response create_version(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return text_page(v, &refusal); };
    auto words = write(text::tidy_text(v.field("tekst")), joined(paragraphs(versions(v.read()), newest(v.read()), text::Language::nl)));
    if (!words) return again(words.error());
    auto const after = base::number_from(v.field("versie")).value_or(-1);
    return v.act(v.house().id.value(), "", [&](db::Write& tx) -> Acted {
        if (!add_version(tx, *words, after, v.me(), v.now())) return base::Refusal::of(tr("Iemand anders veranderde deze tekst net ook. Open de bladzijde opnieuw en kijk wat er nu staat."));
        for (auto const& buddy : people::with_role(tx, visit::Role::buddy)) jobs::later(tx, v.services().random, "agreement.changed", v.house().id.value(), buddy.value(), "", v.now());
        return Done{"/afspraken", tr("Bewaard. Elke buddy krijgt een bericht om dit te lezen.")}; }, again);
}

http::Response show_own(Visit& v) {
    auto all = versions(v.read());
    int const now = newest(v.read());
    auto accepted = accepted_by(v.read(), v.me());
    return v.page(tr("Onze afspraken"), [&](html::Page& page) {
        page.lead(tr("Dit spreken we met elkaar af. Lees het rustig door. Is iets niet duidelijk? Bel de coördinator."));
        std::vector<html::Said> lines;
        for (auto const& each : paragraphs(all, now, v.language())) lines.push_back(each);
        page.bullets(lines);
        if (up_to_date(accepted, now)) return void(page.alert(html::Tone::good, base::Sentence{tr("Je gaf akkoord op {day}."), {{"day", text::plain_day(base::local_date(accepted->accepted_at), v.language())}}}));
        if (accepted) page.alert(html::Tone::info, base::Sentence{tr("Je gaf akkoord op {day}. Daarna is de tekst veranderd."), {{"day", text::plain_day(base::local_date(accepted->accepted_at), v.language())}}});
        page.act("/mijn/afspraken", tr("Ik ga akkoord"), {{"versie", std::to_string(now)}});
    });
}

http::Response create_acceptance(Visit& v) {
    auto const version = base::number_from(v.field("versie")).value_or(-1);
    // what was on the screen is what is accepted; a newer text is shown first
    if (version != newest(v.read())) return v.see(Done{"/mijn/afspraken", tr("De tekst is net veranderd. Lees hem opnieuw.")});
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        accept(tx, v.me(), version, v.now());
        return Done{"/mijn/afspraken", tr("Dank je wel. Je akkoord is bewaard.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::keep_agreement>("GET", "/afspraken", show_text),
        route<Action::keep_agreement>("POST", "/afspraken", create_version),
        route<Action::accept_agreement>("GET", "/mijn/afspraken", show_own),
        route<Action::accept_agreement>("POST", "/mijn/afspraken", create_acceptance),
    };
}

std::map<std::string, people::Worker> workers() {
    return {{"agreement.changed", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace agreement
