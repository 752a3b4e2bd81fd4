#include "competence/pages.h"

#include "competence/pages_instrument.h"
#include "competence/pages_research.h"
#include "gen/competence_views.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "platform/jobs/jobs.h"
#include "reception/visit_drafts.h"
#include "training/store_edition.h"

#include <algorithm>
#include <fmt/format.h>

namespace competence {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string score_of(Answers const& answers, int number) { return answers.scores.contains(number) ? std::to_string(answers.scores.at(number)) : std::string{"–"}; }

/// One statement over the moments: a point each, joined by a line.
void line(html::Data statement, Visit& v, html::Said const& words, int number, std::vector<Filled> const& all) {
    using g = views::growth_;
    std::string path, said;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const at = all[i].answers.scores.find(number);
        if (at == all[i].answers.scores.end()) continue;
        auto const x = fmt::format("{:.1f}", 20 + 320.0 * static_cast<double>(i) / static_cast<double>(all.size() - 1));
        auto const y = 60 - 46.0 * (at->second - 1) / 9;
        path += (path.empty() ? "" : " ") + x + fmt::format(",{:.1f}", y);
        said += (said.empty() ? "" : ", ") + text::say(name(all[i].moment), v.language()) + ": " + std::to_string(at->second);
        statement.add(g::POINT).set(g::X, x).set(g::Y, fmt::format("{:.1f}", y)).set(g::SCORE_Y, fmt::format("{:.1f}", y < 30 ? y + 18 : y - 9)).set(g::SCORE, std::to_string(at->second)).set(g::NUMBER, std::to_string(i + 1));
    }
    statement.set(g::WORDS, words).set(g::LABEL, said).set(g::PATH, path);
}

http::Response show_growth(Visit& v) {
    auto const all = of(v.read(), v.keys(), v.me());
    auto const shares = shares_of(v.read(), v.me());
    auto const released = released_by(v.read(), v.me());
    auto const asked_now = asked(v.read(), v.me());
    bool const begun = draft_of(v.read(), v.keys(), v.me()).has_value();
    return v.page(tr("Mijn groei"), [&](html::Page& page) {
        page.lead(tr("Dit is een spiegel, geen toets. Niemand kan alles. Alleen jij ziet deze cijfers, tenzij je ze zelf deelt."));
        if (asked_now) page.alert(html::Tone::info, base::Sentence{tr("Er staat een vragenlijst voor je klaar: {moment}."), {{"moment", text::say(name(*asked_now), v.language())}}});
        page.button("/mijn/groei/nieuw", begun ? tr("Ga verder waar je was") : tr("Vragenlijst invullen"), begun || asked_now || all.empty());
        if (all.empty()) {
            page.empty(tr("Je vulde nog niets in. Het kost drie minuten."));
            return research_part(page, v);
        }
        growth_part(page, v, all, tr("Mijn cijfers"));
        page.heading(tr("Delen"));
        page.paragraph(tr("Wil je een moment bespreken? Deel het met je trainers of met de coördinator. Je kunt het altijd terugnemen."));
        for (auto const& each : all) {
            auto const address = "/mijn/groei/" + each.id.value();
            page.heading(base::Sentence{tr("{moment}, {day}"), {{"moment", text::say(name(each.moment), v.language())}, {"day", text::plain_day(base::local_date(each.filled_at), v.language())}}});
            for (auto audience : {Audience::trainer, Audience::coordinator}) {
                bool const with = std::any_of(shares.begin(), shares.end(), [&](auto const& one) { return one.assessment == each.id && one.audience == audience; });
                std::vector<std::pair<std::string, std::string>> const who{{"met", std::string{base::word(audience)}}};
                if (with) page.act(address + "/terugnemen", audience == Audience::trainer ? tr("Deel dit niet meer met mijn trainers") : tr("Deel dit niet meer met de coördinator"), who, false);
                else page.act(address + "/delen", audience == Audience::trainer ? tr("Deel dit met mijn trainers") : tr("Deel dit met de coördinator"), who, false);
            }
            if (std::find(released.begin(), released.end(), each.id) != released.end()) page.act(address + "/leervraag-terug", tr("Trainers mogen mijn leervraag niet meer lezen"), {}, false);
        }
        research_part(page, v);
        page.heading(tr("Wissen"));
        page.link("/mijn/groei/wissen", tr("Wis alles wat ik hier invulde"));
    });
}

http::Response assessment_form(Visit& v, base::Refusal const* refusal) {
    auto values = v.values();
    values.erase("versie");
    auto const version = current_instrument(v.read());
    auto const shown = shown_statements(v, version);
    if (!refusal) {
        if (auto draft = draft_of(v.read(), v.keys(), v.me()))
            if (auto fields = http::parse_form(*draft))
                for (auto const& [name, value] : *fields)
                    // scores belong to the statements beside which they were chosen
                    if (name != "versie" && (fields->get("versie") == std::to_string(version) || !name.starts_with('s'))) values.emplace(name, value);
        if (auto moment = asked(v.read(), v.me())) values.emplace("moment", std::string{base::word(*moment)});
    }
    return v.page(tr("Vragenlijst"), [&](html::Page& page) {
        page.lead(tr("Kies bij elke uitspraak een cijfer. Drie minuten is genoeg. Niemand kan alles."));
        auto form = page.form("/mijn/groei", tr("Opslaan"), values, refusal);
        form.keeps_drafts("/mijn/groei/concept").hidden("versie", std::to_string(version));
        std::vector<html::Option> moments;
        for (auto const& [moment, word] : base::Words<Moment>::entries) moments.push_back({std::string{word}, name(moment)});
        form.radios({.name = "moment", .label = tr("Wanneer vul je dit in?")}, moments);
        for (std::size_t i = 0; i < shown.size(); ++i) form.scale({.name = "s" + std::to_string(i + 1), .label = shown[i].words}, shown[i].low, shown[i].high);
        html::Said const low{tr("hier kan ik nog in groeien")}, high{tr("dit kan ik")};
        form.text({.name = "eigen", .label = tr("Een eigen punt dat je belangrijk vindt (niet verplicht)"), .most = 150});
        form.scale({.name = "s" + std::to_string(own_number), .label = tr("Jouw cijfer voor dat punt")}, low, high);
        form.area({.name = "doel", .label = tr("Waar wil je aan werken? (niet verplicht)"), .most = static_cast<int>(longest_words)}, 2);
        form.box({.name = "naar_trainers", .label = tr("Mijn trainers mogen dit doel lezen, zonder mijn naam."), .hint = tr("In een kleine groep kan iemand toch raden van wie het is.")});
        form.area({.name = "hulp", .label = tr("Wat helpt of hielp je daarbij? (niet verplicht)"), .most = static_cast<int>(longest_words)}, 2);
        form.note(tr("Alleen jij ziet je cijfers. Vullen vijf mensen van je groep dit in, dan zien trainers het gemiddelde van die vijf."));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_assessment(Visit& v) { return assessment_form(v, nullptr); }

http::Response keep_draft_now(Visit& v) {
    http::Fields kept;
    for (auto const& [name, value] : v.form()) {
        if (name.starts_with('_') || name.size() >= 20) continue;
        if (base::characters(value) > longest_words) return reception::too_long_to_keep();
        kept.add(name, value);
    }
    v.services().data.write(v.scope(), [&](db::Write& tx) { keep_draft(tx, v.keys(), v.me(), http::form_text(kept), v.now()); });
    return reception::kept_while_typing(v, "/mijn/groei/nieuw");
}

http::Response create_assessment(Visit& v) {
    Answers typed{base::from_word<Moment>(v.field("moment")), {}, text::tidy_line(v.field("eigen")), text::tidy_text(v.field("doel")), text::tidy_text(v.field("hulp")), v.field("naar_trainers") == "ja"};
    for (int number = 1; number <= own_number; ++number) {
        auto const& score = v.field("s" + std::to_string(number));
        if (auto const value = base::number_from(score)) typed.scores[number] = *value;
    }
    auto again = [&](base::Refusal const& refusal) { return assessment_form(v, &refusal); };
    auto good = assess(typed);
    if (!good) return again(good.error());
    auto const edition = training::edition_of(v.read(), v.me());
    auto const version = current_instrument(v.read());
    if (v.field("versie") != std::to_string(version)) return again(base::Refusal::of(tr("De vragenlijst is net veranderd. Kijk na of je cijfers nog kloppen.")));
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), v.new_id<SelfAssessment>(), v.me(), *good, version, edition ? std::optional{edition->id} : std::nullopt, v.now());
        return Done{"/mijn/groei", tr("Bewaard. Je ziet hieronder je eigen lijn.")}; }, again);
}

/// An act on one own assessment.
http::Response own_act(Visit& v, std::function<base::Text(db::Write&, SelfAssessmentId const&, std::optional<Audience>)> const& work) {
    auto const id = v.id<SelfAssessment>("assessment");
    auto const all = of(v.read(), v.keys(), v.me());
    if (std::none_of(all.begin(), all.end(), [&](auto const& one) { return one.id == id; })) return v.not_found();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted { return Done{"/mijn/groei", work(tx, id, base::from_word<Audience>(v.field("met")))}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_share(Visit& v) {
    return own_act(v, [&](db::Write& tx, SelfAssessmentId const& id, std::optional<Audience> audience) {
        if (audience) share(tx, id, v.me(), *audience, v.now());
        return tr("Gedeeld. Je kunt het altijd terugnemen.");
    });
}
http::Response create_take_back(Visit& v) {
    return own_act(v, [&](db::Write& tx, SelfAssessmentId const& id, std::optional<Audience> audience) {
        if (audience) take_back(tx, id, v.me(), *audience, v.now());
        return tr("Teruggenomen. Zij zien het niet meer.");
    });
}
http::Response create_question_back(Visit& v) {
    return own_act(v, [&](db::Write& tx, SelfAssessmentId const& id, std::optional<Audience>) {
        take_back_question(tx, id, v.me(), v.now());
        return tr("Teruggenomen. Zij zien het niet meer.");
    });
}

http::Response new_erasure(Visit& v) {
    return v.page(tr("Alles wissen wat ik invulde"), [&](html::Page& page) {
        page.paragraph(tr("Je cijfers, doelen en eigen woorden gaan weg, ook wat je deelde. Dit kan niet terug."));
        page.act("/mijn/groei/wissen", tr("Ja, wis alles"));
        page.link("/mijn/groei", tr("Nee, terug"));
    });
}
http::Response create_erasure(Visit& v) {
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        erase_own(tx, v.me());
        return Done{"/mijn/groei", tr("Gewist. Er staat niets meer van je.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void growth_part(html::Page& page, Visit& v, std::vector<Filled> const& all, html::Said const& caption) {
    auto const version = all.back().version;
    auto const shown = shown_statements(v, version);
    std::vector<html::Said> moments;
    for (std::size_t i = 0; i < all.size(); ++i) moments.push_back(base::Sentence{tr("{number}: {moment}"), {{"number", std::to_string(i + 1)}, {"moment", text::say(name(all[i].moment), v.language())}}});
    page.paragraph(all.size() > 1 ? tr("1 is onderaan, 10 bovenaan. De momenten van links naar rechts:") : tr("Het moment:")).bullets(moments);
    if (std::any_of(all.begin(), all.end(), [&](auto const& one) { return one.version != version; })) page.alert(html::Tone::info, tr("De uitspraken zijn sinds je eerste keer veranderd. Vergelijk met zorg."));
    using g = views::growth_;
    auto part = page.own(g::view);
    part.set(g::CAPTION, caption);
    if (all.size() > 1) {
        auto lines = part.add(g::LINES);
        for (std::size_t i = 0; i < shown.size(); ++i) line(lines.add(g::STATEMENT), v, shown[i].words, static_cast<int>(i) + 1, all);
    } else part.show(g::ALONE);
    for (std::size_t i = 0; i < all.size(); ++i) part.add(g::MOMENT).set(g::NUMBER, std::to_string(i + 1));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        auto row = part.add(g::ROW);
        row.set(g::WORDS, shown[i].words);
        for (auto const& each : all) row.add(g::VALUE).set(g::VALUE, score_of(each.answers, static_cast<int>(i) + 1));
    }
    if (std::all_of(all.begin(), all.end(), [](auto const& one) { return one.answers.goal.empty() && one.answers.help.empty() && one.answers.own_point.empty(); })) return;
    page.heading(tr("Doelen en eigen woorden"));
    for (auto const& each : all) {
        auto const& [moment, scores, own_point, goal, help, released] = each.answers;
        if (goal.empty() && help.empty() && own_point.empty()) continue;
        auto facts = page.facts();
        facts.row(tr("Wanneer"), name(each.moment));
        if (!goal.empty()) facts.row(tr("Doel"), goal);
        if (!help.empty()) facts.row(tr("Wat helpt"), help);
        if (!own_point.empty()) facts.row(tr("Eigen punt"), own_point + " (" + score_of(each.answers, own_number) + ")");
    }
}

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::assess_oneself>("GET", "/mijn/groei", show_growth),
        route<Action::assess_oneself>("GET", "/mijn/groei/nieuw", new_assessment),
        route<Action::assess_oneself>("POST", "/mijn/groei", create_assessment),
        route<Action::assess_oneself>("POST", "/mijn/groei/concept", keep_draft_now),
        route<Action::assess_oneself>("GET", "/mijn/groei/wissen", new_erasure),
        route<Action::assess_oneself>("POST", "/mijn/groei/wissen", create_erasure),
        route<Action::share_growth>("POST", "/mijn/groei/{assessment}/delen", create_share),
        route<Action::share_growth>("POST", "/mijn/groei/{assessment}/terugnemen", create_take_back),
        route<Action::share_growth>("POST", "/mijn/groei/{assessment}/leervraag-terug", create_question_back),
    };
}

std::map<std::string, people::Worker> workers() {
    return {
        {"assessment.ask",
         [](people::Post& post, jobs::Job const& job) {
             auto const moment = base::from_word<Moment>(job.extra);
             if (!moment) return;
             visit::PersonId const person{job.about};
             bool fresh = false;
             post.services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { fresh = ask(tx, person, *moment, post.services.clock.now()); });
             if (fresh) people::write_notice(post, job.of_partnership, person);
         }},
        {"support.begun",
         [](people::Post& post, jobs::Job const& job) {
             auto& services = post.services;
             services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
                 auto const its = instrument_of(tx, current_instrument(tx));
                 auto const now = services.clock.now();
                 for (auto const& [moment, weeks] : {std::pair{Moment::support_1, its.weeks_1}, {Moment::support_2, its.weeks_2}})
                     jobs::later(tx, services.random, "assessment.ask", job.of_partnership, job.about, std::string{base::word(moment)}, now + std::chrono::hours{24 * 7 * weeks});
             });
         }},
    };
}

} // namespace competence
