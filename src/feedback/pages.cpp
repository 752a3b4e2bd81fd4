#include "feedback/pages.h"

#include "feedback/store_feedback.h"
#include "people/store_people.h"
#include "reception/visit.h"
#include "trajectory/store_at_school.h"

#include <algorithm>

namespace feedback {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// What an entry says, to who may read all of it.
void put_all(html::Page& page, Visit& v, Entry const& entry, bool parent) {
    auto const answers = answers_of(v.keys(), entry);
    auto who = [&](bool for_buddy) { return for_buddy ? (parent ? tr("Uw buddy mag dit lezen.") : tr("De buddy mag dit lezen.")) : parent ? tr("Alleen voor de coördinator.")
                                                                                                                                          : tr("Alleen voor u."); };
    if (answers.helped) {
        page.heading(tr("Hielp het om een buddy te hebben?"));
        page.paragraph(name(*answers.helped)).paragraph(who(answers.helped_for_buddy));
        page.paragraph(answers.counted ? tr("Dit mag meetellen in de cijfers, zonder naam.") : tr("Dit telt niet mee in de cijfers."));
    }
    for (std::size_t i = 0; i < 3; ++i) {
        if (answers.texts[i].empty()) continue;
        page.heading(questions()[i]);
        page.quote(answers.texts[i]).paragraph(who(answers.for_buddy[i]));
    }
    if (!entry.school_said_at) return;
    page.heading(tr("Wat school zei over de rol van de buddy"));
    page.quote(school_words_of(v.keys(), entry));
}

http::Response give_page(Visit& v, base::Refusal const* refusal) {
    auto match = matching::ended_match_of(v.read(), v.me());
    return v.page(tr("Terugkijken"), [&](html::Page& page) {
        if (!match || !may_ask(Whom::parent, {.ended = true})) return void(page.empty(tr("Er is nu niets om op terug te kijken. Dat kan als het contact met uw buddy is gestopt.")));
        if (auto const its = given(v.read(), *match)) {
            page.alert(html::Tone::good, tr("U keek al terug. Dank u wel."));
            if (v.grant<Action::give_feedback>(its->id, v.me().value(), {visit::Tie::own})) put_all(page, v, *its, true);
            return;
        }
        page.lead(tr("Een paar vragen over wat uw buddy deed. Niet over wat u besprak. Overslaan mag."));
        page.details(tr("Wat bedoelen wij met wat uw buddy deed?"), {tr("Bijvoorbeeld: luisterde uw buddy, kon u zelf kiezen, kwam uw buddy afspraken na."), tr("Niet: wat er met uw kind of op school is.")});
        auto form = page.form("/mijn/terugblik", tr("Versturen"), v.values(), refusal);
        auto const readers = reception::readers(Action::read_feedback, v.house(), v.language());
        std::vector<html::Option> helps;
        for (auto const& [helped, word] : base::Words<Helped>::entries) helps.push_back({std::string{word}, name(helped)});
        form.radios({.name = "hielp", .label = tr("Hielp het om een buddy te hebben?")}, helps);
        form.box({.name = "hielp_buddy", .label = tr("Mijn buddy mag dit weten.")});
        form.box({.name = "tellen", .label = tr("Dit antwoord mag meetellen in de cijfers, zonder naam.")});
        for (std::size_t i = 0; i < 3; ++i) {
            auto const field = "a" + std::to_string(i + 1);
            form.area({.name = field, .label = questions()[i], .who_reads = readers, .most = 1000}, 3);
            form.box({.name = field + "_buddy", .label = tr("Mijn buddy mag dit antwoord lezen.")});
        }
        if (may_ask(Whom::school, {true, trajectory::was_at_school(v.read(), match->id), true})) form.box({.name = "school_mag", .label = tr("School mag ook iets zeggen over wat mijn buddy deed in het gesprek daar. Mijn buddy en ik lezen het ook.")});
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_feedback(Visit& v) { return give_page(v, nullptr); }

http::Response create_feedback(Visit& v) {
    auto match = matching::ended_match_of(v.read(), v.me());
    if (!match) return v.see("/mijn/terugblik");
    Answers typed;
    for (std::size_t i = 0; i < 3; ++i) {
        auto const field = "a" + std::to_string(i + 1);
        typed.texts[i] = text::tidy_text(v.field(field));
        typed.for_buddy[i] = v.field(field + "_buddy") == "ja";
    }
    typed.helped = base::from_word<Helped>(v.field("hielp"));
    typed.helped_for_buddy = typed.helped && v.field("hielp_buddy") == "ja";
    typed.counted = typed.helped && v.field("tellen") == "ja";
    typed.school_agreed = v.field("school_mag") == "ja" && may_ask(Whom::school, {true, trajectory::was_at_school(v.read(), match->id), true});
    auto again = [&](base::Refusal const& refusal) { return give_page(v, &refusal); };
    auto good = give(typed);
    if (!good) return again(good.error());
    auto id = v.new_id<Feedback>();
    if (!v.grant<Action::give_feedback>(id, v.me().value(), {visit::Tie::own})) return v.not_found();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, *match, *good, v.now());
        return Done{"/mijn/terugblik", tr("Dank u wel. De coördinator leest het eerst.")}; }, again);
}

/// Whether the school may be asked now: the end, the talk and the parent's yes (R6, R7); a match that goes on again has not ended.
bool school_may_be_asked(Visit& v, Entry const& entry) {
    auto const together = matching::find_together(v.read(), entry.match);
    return together && may_ask(Whom::school, {together->ended_at.has_value(), trajectory::was_at_school(v.read(), entry.match), entry.school_agreed});
}

http::Response desk_page(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<Feedback>("feedback"));
    if (!entry || !v.grant<Action::read_feedback>(entry->id, entry->parent.value())) return v.not_found();
    auto const address = "/terugblikken/" + entry->id.value();
    return v.page(base::Sentence{tr("Terugblik op {name}"), {{"name", people::name_of(v.read(), v.keys(), entry->buddy)}}}, [&](html::Page& page) {
        put_all(page, v, *entry, false);
        if (!entry->read_at) page.act(address, tr("Ik las dit; de buddy mag het nu ook lezen"));
        if (!school_may_be_asked(v, *entry) || entry->school_said_at) return;
        page.heading(tr("School vragen"));
        page.paragraph(tr("De ouder vindt goed dat u school belt over de rol van de buddy in het gesprek. Vraag niet naar het kind of de inhoud. Ouder en buddy lezen wat u hier opschrijft."));
        page.form(address + "/school", tr("Bewaren"), v.values(), refusal).area({.name = "school", .label = tr("Wat zei school over de rol van de buddy?"), .most = 1000}, 3);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_feedback(Visit& v) { return desk_page(v, nullptr); }
http::Response create_school_words(Visit& v) {
    auto entry = find(v.read(), v.id<Feedback>("feedback"));
    if (!entry || !school_may_be_asked(v, *entry) || !v.grant<Action::read_feedback>(entry->id, entry->parent.value())) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return desk_page(v, &refusal); };
    auto words = said_by_school(text::tidy_text(v.field("school")));
    if (!words) return again(words.error());
    return v.act(entry->id.value(), entry->parent.value(), [&](db::Write& tx) -> Acted {
        if (!keep_school_words(tx, v.keys(), *entry, *words, v.now())) return Done{"/terugblikken/" + entry->id.value(), tr("Dit was al bewaard.")};
        return Done{"/terugblikken/" + entry->id.value(), tr("Bewaard. De ouder leest het ook.")}; }, again);
}
http::Response create_reading(Visit& v) {
    auto entry = find(v.read(), v.id<Feedback>("feedback"));
    if (!entry || !v.grant<Action::read_feedback>(entry->id, entry->parent.value())) return v.not_found();
    return v.act(entry->id.value(), entry->parent.value(), [&](db::Write& tx) -> Acted {
        note_read(tx, entry->id, v.now());
        return Done{"/vandaag", tr("De buddy kan nu lezen wat voor de buddy bedoeld is.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response list_about_me(Visit& v) {
    auto all = read_about(v.read(), v.me());
    return v.page(tr("Wat ouders zeiden"), [&](html::Page& page) {
        bool any = false;
        for (auto const& entry : all) {
            auto answers = answers_of(v.keys(), entry);
            bool const says_something = entry.school_said_at || answers.helped_for_buddy || std::any_of(answers.for_buddy.begin(), answers.for_buddy.end(), [](bool one) { return one; });
            // the parent finds in the own log that it was read
            if (says_something) v.note(Action::read_feedback, entry.id.value(), entry.parent.value());
            if (answers.helped && answers.helped_for_buddy) {
                any = true;
                page.heading(tr("Hielp het om een buddy te hebben?"));
                page.paragraph(name(*answers.helped));
            }
            if (entry.school_said_at) {
                any = true;
                page.heading(tr("Wat school zei over de rol van de buddy"));
                page.quote(school_words_of(v.keys(), entry));
            }
            for (std::size_t i = 0; i < 3; ++i) {
                if (!answers.for_buddy[i] || answers.texts[i].empty()) continue;
                any = true;
                page.heading(questions()[i]);
                page.quote(answers.texts[i]);
            }
        }
        if (!any) page.empty(tr("Er is nog niets. Na het einde van een contact kan een ouder terugkijken."));
    });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::give_feedback>("GET", "/mijn/terugblik", new_feedback),
        route<Action::give_feedback>("POST", "/mijn/terugblik", create_feedback),
        route<Action::read_feedback>("GET", "/terugblikken/{feedback}", show_feedback),
        route<Action::read_feedback>("POST", "/terugblikken/{feedback}", create_reading),
        route<Action::read_feedback>("POST", "/terugblikken/{feedback}/school", create_school_words),
        route<Action::keep_own_offer>("GET", "/mijn/reacties", list_about_me),
    };
}

} // namespace feedback
