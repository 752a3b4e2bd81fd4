#include "intake/pages.h"

#include "account/store_accounts.h"
#include "intake/pages_checklist.h"
#include "intake/pages_choice.h"
#include "intake/pages_learning_point.h"
#include "intake/pages_week.h"
#include "intake/store_interview.h"
#include "intake/store_offered_time.h"
#include "intake/store_terms.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "platform/calendar/calendar.h"
#include "reception/visit_drafts.h"

namespace intake {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(InterviewId const& id, char const* more = "") { return "/gesprekken/" + id.value() + more; }

PlanDraft plan_of(Visit& v) {
    return {v.date_field("dag"), base::time_from(text::tidy_line(v.field("tijd"))), base::number_from(v.field("duur")).value_or(0), base::from_word<Way>(v.field("manier")), text::tidy_line(v.field("plaats"))};
}

http::Response plan_form(Visit& v, std::string const& address, std::string const& who, html::Values const& values, base::Refusal const* refusal, std::optional<int> version) {
    return v.page(version ? tr("Gesprek verzetten") : tr("Gesprek plannen"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Met {name}. U spreekt elkaar 30 tot 60 minuten."), {{"name", who}}});
        if (!version) {
            page.act(address.substr(0, address.rfind('/')) + "/tijden", tr("Laat de ouder zelf een tijd kiezen"), {}, false);
            page.heading(tr("Of kies zelf een tijd"));
        }
        auto form = page.form(address, version ? tr("Verzetten en mail sturen") : tr("Plannen en mail sturen"), values, refusal);
        form.date({.name = "dag", .label = tr("Dag"), .hint = tr("Bijvoorbeeld 15 1 2027")});
        form.text({.name = "tijd", .label = tr("Tijd"), .hint = tr("Bijvoorbeeld 19.30. Een avond mag ook."), .inputmode = "decimal", .most = 5});
        form.select({.name = "duur", .label = tr("Duur")}, {{"30", tr("30 minuten")}, {"45", tr("45 minuten")}, {"60", tr("60 minuten")}});
        form.radios({.name = "manier", .label = tr("Hoe spreekt u elkaar?")}, {{"online", name(Way::online)}, {"in_person", name(Way::in_person)}, {"phone", name(Way::phone)}});
        form.text({.name = "plaats", .label = tr("Plaats of link (niet verplicht bij bellen)"), .hint = tr("Dit komt in de agenda van de ouder. Schrijf er niet bij waar het over gaat."), .most = 100});
        if (version) form.hidden("versie", std::to_string(*version));
    },
                  {.status = refusal ? 422 : 200});
}

std::optional<recruitment::Entry> sign_up_of(Visit& v) {
    auto granted = v.grant<Action::read_sign_up>();
    return granted ? recruitment::find(v.read(), *granted, v.id<recruitment::SignUp>("sign_up")) : std::nullopt;
}

http::Response new_plan(Visit& v) {
    auto sign_up = sign_up_of(v);
    if (!sign_up || sign_up->ended_at) return v.not_found();
    if (auto standing = newest_of(v.read(), sign_up->person); standing && standing->begins_at > v.now()) return v.see(href(standing->id));
    html::Values values{{"duur", "45"}};
    return plan_form(v, v.request().path, people::name_of(v.read(), v.keys(), sign_up->person), values, nullptr, {});
}

http::Response create_plan(Visit& v) {
    auto sign_up = sign_up_of(v);
    if (!sign_up || sign_up->ended_at) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return plan_form(v, v.request().path, people::name_of(v.read(), v.keys(), sign_up->person), v.values(), &refusal, {}); };
    auto planned = plan(plan_of(v), v.now());
    if (!planned) return again(planned.error());
    auto id = v.new_id<Interview>();
    return v.act(id.value(), sign_up->person.value(), [&](db::Write& tx) -> Acted {
        if (auto const standing = find_alone(tx, sign_up->id, sign_up->person); standing && standing->begins_at > v.now()) return base::Refusal::of("dag", tr("Er staat al een gesprek gepland. Verzet dat gesprek."));
        add(tx, id, sign_up->id, sign_up->person, *planned, v.me(), v.now());
        jobs::later(tx, v.services().random, "interview.invite", v.house().id.value(), id.value(), "", v.now());
        return Done{href(id), tr("Het gesprek staat gepland. De ouder krijgt een mail voor de agenda.")}; }, again);
}

http::Response edit_plan(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at) return v.not_found();
    auto values = v.values();
    if (!refusal) {
        auto when = base::local(entry->begins_at);
        reception::put_date(values, "dag", when.date);
        auto time = base::hours(when.time);
        time[2] = '.';
        values.emplace("tijd", time);
        values.emplace("duur", std::to_string(entry->minutes));
        values.emplace("manier", std::string{base::word(entry->way)});
        values.emplace("plaats", entry->place);
    }
    return plan_form(v, href(entry->id, "/verzetten"), people::name_of(v.read(), v.keys(), entry->person), values, refusal, entry->version);
}
http::Response edit_plan_page(Visit& v) { return edit_plan(v, nullptr); }

http::Response update_plan(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return edit_plan(v, &refusal); };
    auto planned = plan(plan_of(v), v.now());
    if (!planned) return again(planned.error());
    auto const version = base::number_from(v.field("versie")).value_or(0);
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        free_time(tx, entry->id);
        if (!change(tx, entry->id, *planned, version)) return base::Refusal::of(tr("Iemand anders veranderde dit gesprek net ook. Kijk de gegevens na en verstuur opnieuw."));
        jobs::later(tx, v.services().random, "interview.invite", v.house().id.value(), entry->id.value(), "", v.now());
        return Done{href(entry->id), tr("Het gesprek is verzet. De ouder krijgt een nieuwe mail.")}; }, again);
}

http::Response new_cancellation(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at) return v.not_found();
    return v.page(tr("Gesprek afzeggen"), [&](html::Page& page) {
        page.paragraph(tr("De ouder krijgt een mail dat de afspraak niet doorgaat. De aanmelding komt terug op Vandaag."));
        page.act(href(entry->id, "/afzeggen"), tr("Ja, zeg af"));
        page.link(href(entry->id), tr("Nee, terug"));
    });
}

http::Response create_cancellation(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        if (!cancel(tx, *entry, v.now())) return Done{"/aanmeldingen/" + entry->sign_up.value(), tr("Het gesprek was al afgezegd.")};
        jobs::later(tx, v.services().random, "interview.invite", v.house().id.value(), entry->id.value(), "", v.now());
        return Done{"/aanmeldingen/" + entry->sign_up.value(), tr("Het gesprek is afgezegd. De ouder krijgt een mail.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_no_show(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at || entry->begins_at > v.now()) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        set_no_show(tx, *entry, v.now());
        return Done{"/aanmeldingen/" + entry->sign_up.value(), tr("Genoteerd. De aanmelding staat weer op Vandaag; bel de ouder even.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

constexpr std::size_t longest_note = 2000;

/// What was typed in the checklist, as one text: the fields of the points only.
std::string notes_of(Visit& v, Entry const& entry) {
    http::Fields kept;
    for (auto const& point : shown_points(v, entry.points_version)) {
        auto said = text::tidy_text(v.field(point.name));
        if (!said.empty() && (!point.yes_no || said == "ja" || said == "nee" || said == "beetje")) kept.add(point.name, said);
    }
    return http::form_text(kept);
}

/// What stands in a field and is more than fits.
base::Refusal too_long(Visit& v, Entry const& entry) {
    base::Refusal refusal;
    for (auto const& point : shown_points(v, entry.points_version))
        if (base::characters(text::tidy_text(v.field(point.name))) > longest_note) refusal.add(point.name, tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    return refusal;
}

/// The day on which the text of a talk is erased, and whether that day has come.
bool text_is_gone(Visit& v, InterviewId const& id) {
    auto on = text_erased_on(v.read(), id);
    return on && *on <= v.today();
}

/// The outcome of this talk, what the candidate said of it, and what follows.
void outcome_part(html::Page& page, Visit& v, Entry const& entry, OutcomeEntry const& outcome) {
    auto const plan_again = "/aanmeldingen/" + entry.sign_up.value() + "/gesprek";
    auto next = talk_since(v.read(), outcome);
    auto sign_up = recruitment::find_for_link(v.read(), entry.sign_up);
    bool const goes_on_still = sign_up && !sign_up->ended_at;
    page.heading(tr("Uitkomst"));
    page.paragraph(name(outcome.advice));
    page.quote(words_of(v.keys(), outcome));
    if (!outcome.discussed_on) {
        page.paragraph(tr("De ouder ziet dit pas als u het samen heeft besproken."));
        page.act(href(entry.id, "/besproken"), tr("Wij bespraken dit vandaag"));
    } else if (outcome.answer == Answer::agrees) page.alert(html::Tone::good, tr("De ouder is het ermee eens."));
    else if (outcome.answer == Answer::objects) {
        auto words = answer_words_of(v.keys(), outcome);
        page.alert(html::Tone::warning, words.empty() ? tr("De ouder is het er niet mee eens.") : tr("De ouder is het er niet mee eens en schreef:"));
        if (!words.empty()) page.quote(words);
        if (outcome.other_person.value_or(false)) page.paragraph(tr("De ouder praat liever met iemand anders. Laat een vervanger dit tweede gesprek plannen en houden."));
    } else page.paragraph(base::Sentence{tr("Besproken op {day}. De ouder heeft nog niet geantwoord."), {{"day", text::plain_day(*outcome.discussed_on, v.language())}}});
    if (outcome.talk_again_on) page.facts().row(tr("Weer praten vanaf"), text::plain_day(*outcome.talk_again_on, v.language()));
    if (next) page.button(href(next->id), tr("Open het volgende gesprek"));
    else if (!goes_on_still) page.paragraph(tr("Deze aanmelding is gestopt."));
    else if (outcome.discussed_on && outcome.answer == Answer::objects) page.button(plan_again, tr("Plan een tweede gesprek"));
    else if (outcome.discussed_on && outcome.advice == Advice::not_yet) page.button(plan_again, tr("Plan een nieuw gesprek"), outcome.talk_again_on && *outcome.talk_again_on <= v.today());
    if (auto on = erased_on(v.read(), entry.person); on && outcome.discussed_on) {
        page.paragraph(base::Sentence{tr("De gegevens van deze ouder worden gewist op {day}."), {{"day", text::plain_day(*on, v.language())}}});
        if (outcome.advice == Advice::not_yet && *on < base::later(*outcome.talk_again_on, 1)) page.paragraph(tr("Dat is voor u weer praat. Langer bewaren mag alleen als de ouder daar op de eigen bladzijde ja op zegt."));
    }
    page.button(href(entry.id, "/uitkomst"), tr("Andere uitkomst vastleggen"), false);
}

/// What was decided after another talk with the same person.
void other_outcome_part(html::Page& page, Visit& v, Entry const& entry, OutcomeEntry const& outcome) {
    auto other = find(v.read(), outcome.interview);
    if (!other) return;
    bool const earlier = other->begins_at < entry.begins_at;
    page.heading(earlier ? tr("Eerdere uitkomst") : tr("Latere uitkomst"));
    page.paragraph(name(outcome.advice));
    page.link(href(other->id), earlier ? tr("Open het vorige gesprek") : tr("Open het volgende gesprek"));
}

http::Response interview_page(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry) return v.not_found();
    auto granted = v.grant<Action::hold_interview>(entry->id, entry->person.value());
    auto person = people::find_person(v.read(), v.keys(), entry->person);
    if (!granted || !person) return v.not_found();
    auto outcome = outcome_of(v.read(), entry->person);
    auto const erased = text_erased_on(v.read(), entry->id);
    bool const gone = erased && *erased <= v.today();
    auto notes = gone ? std::string{} : entry->confidential().open(*granted, v.keys()).value_or("");
    html::Values values;
    auto const fields = http::parse_form(notes).value_or(http::Fields{});
    for (auto const& [field, value] : fields) values.emplace(field, value);
    if (refusal) values = v.values();
    return v.page(base::Sentence{tr("Gesprek met {name}"), {{"name", person->name}}}, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Wanneer"), text::moment(entry->begins_at, v.language())).row(tr("Hoe"), name(entry->way));
        if (!entry->place.empty()) facts.row(tr("Plaats of link"), entry->place);
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone});
        if (entry->cancelled_at) return void(page.alert(html::Tone::warning, tr("Dit gesprek is afgezegd.")));
        if (entry->no_show_at) return void(page.alert(html::Tone::warning, tr("Deze ouder kwam niet naar dit gesprek.")));
        if (outcome && outcome->interview == entry->id) outcome_part(page, v, *entry, *outcome);
        else {
            if (outcome) other_outcome_part(page, v, *entry, *outcome);
            if (!erased) {
                page.button(href(entry->id, "/uitkomst"), tr("Leg uitkomst vast"), entry->begins_at <= v.now());
                if (entry->begins_at <= v.now()) page.act(href(entry->id, "/niet-gekomen"), tr("De ouder kwam niet"), {}, false);
                page.link(href(entry->id, "/verzetten"), tr("Gesprek verzetten"));
                page.link(href(entry->id, "/afzeggen"), tr("Gesprek afzeggen"));
            }
        }
        learning_points_part(page, v, *entry);
        page.heading(tr("Tijdens het gesprek"));
        if (gone) return void(page.paragraph(base::Sentence{tr("De aantekeningen van dit gesprek zijn gewist, acht weken na het besluit: op {day}."), {{"day", text::plain_day(*erased, v.language())}}}));
        page.paragraph(tr("Een geheugensteun, geen vragenlijst. Wat u typt wordt steeds bewaard."));
        if (erased) page.paragraph(base::Sentence{tr("Deze aantekeningen worden gewist op {day}, acht weken na het besluit."), {{"day", text::plain_day(*erased, v.language())}}});
        page.details(tr("Wie ziet dit?"), {reception::readers(Action::hold_interview, v.house(), v.language())});
        auto form = page.form(href(entry->id, "/verslag"), tr("Bewaren"), values, refusal);
        form.keeps_drafts(href(entry->id, "/concept"));
        for (auto const& point : shown_points(v, entry->points_version)) {
            if (point.yes_no) form.radios({.name = point.name, .label = point.title, .hint = point.prompt}, {{"ja", tr("Ja")}, {"nee", tr("Nee")}, {"beetje", tr("Een beetje")}});
            else form.area({.name = point.name, .label = point.title, .hint = point.prompt, .most = static_cast<int>(longest_note)}, 3);
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_interview(Visit& v) { return interview_page(v, nullptr); }

http::Response update_notes(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at || text_is_gone(v, entry->id)) return v.not_found();
    if (auto const refusal = too_long(v, *entry); !refusal.empty()) return interview_page(v, &refusal);
    auto const notes = notes_of(v, *entry);
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        keep_notes(tx, v.keys(), *entry, notes, v.now());
        return Done{href(entry->id), tr("Bewaard.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response keep_draft(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at || text_is_gone(v, entry->id)) return v.not_found();
    if (!too_long(v, *entry).empty()) return reception::too_long_to_keep();
    v.note(Action::hold_interview, entry->id.value(), entry->person.value());
    auto const notes = notes_of(v, *entry);
    v.close_read();
    v.services().data.write(v.scope(), [&](db::Write& tx) { keep_notes(tx, v.keys(), *entry, notes, v.now()); });
    return reception::kept_while_typing(v, href(entry->id));
}

http::Response outcome_form(Visit& v, base::Refusal const* refusal) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at) return v.not_found();
    return v.page(tr("Uitkomst van het gesprek"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Wat besloot u samen met {name}?"), {{"name", people::name_of(v.read(), v.keys(), entry->person)}}});
        auto form = page.form(href(entry->id, "/uitkomst"), tr("Vastleggen"), v.values(), refusal);
        std::vector<html::Option> advices;
        for (auto const& [advice, word] : base::Words<Advice>::entries) advices.push_back({std::string{word}, name(advice)});
        form.radios({.name = "advies", .label = tr("Uitkomst")}, advices);
        form.area({.name = "woorden", .label = tr("In woorden die de ouder leest"), .hint = tr("Schrijf zoals u het zei. De ouder ziet dit pas na uw gesprek erover; het wordt nooit gemaild."), .who_reads = reception::readers(Action::tell_outcome, v.house(), v.language()), .most = 2000}, 5);
        form.date({.name = "opnieuw", .label = tr("Alleen bij ‘nog niet’: wanneer praat u weer?")});
        form.date({.name = "besproken", .label = tr("Op welke dag besprak u dit met de ouder? (leeg als dat nog moet)")});
        form.or_go(href(entry->id), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_outcome(Visit& v) { return outcome_form(v, nullptr); }

http::Response create_outcome(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    if (!entry || entry->cancelled_at) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return outcome_form(v, &refusal); };
    base::Refusal dates;
    auto date = [&](std::string const& field) {
        auto found = v.date_field(field);
        if (!found && !(v.field(field + "_dag") + v.field(field + "_maand") + v.field(field + "_jaar")).empty()) dates.add(field, tr("Dit is geen dag. Vul een dag in, bijvoorbeeld 15 1 2027."));
        return found;
    };
    auto again_on = date("opnieuw"), discussed_on = date("besproken");
    if (!dates.empty()) return again(dates);
    auto decided = decide({base::from_word<Advice>(v.field("advies")), text::tidy_text(v.field("woorden")), again_on, discussed_on}, v.today());
    if (!decided) return again(decided.error());
    auto id = v.new_id<Outcome>();
    return v.act(id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        add_outcome(tx, v.keys(), id, *entry, *decided, v.me(), v.now());
        return Done{href(entry->id), decided->discussed_on ? tr("De uitkomst is vastgelegd. De ouder kan hem nu lezen.") : tr("De uitkomst is vastgelegd. Bespreek hem met de ouder; dan pas is hij te lezen.")}; }, again);
}

http::Response create_discussed(Visit& v) {
    auto entry = find(v.read(), v.id<Interview>("interview"));
    auto outcome = entry ? outcome_of(v.read(), entry->person) : std::nullopt;
    if (!outcome) return v.not_found();
    return v.act(outcome->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        set_discussed(tx, outcome->id, v.today());
        return Done{href(entry->id), tr("De ouder kan de uitkomst nu lezen en erop antwoorden.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::plan_interview>("GET", "/aanmeldingen/{sign_up}/gesprek", new_plan),
        route<Action::plan_interview>("POST", "/aanmeldingen/{sign_up}/gesprek", create_plan),
        route<Action::hold_interview>("GET", "/gesprekken/{interview}", show_interview),
        route<Action::hold_interview>("POST", "/gesprekken/{interview}/verslag", update_notes),
        route<Action::hold_interview>("POST", "/gesprekken/{interview}/concept", keep_draft),
        route<Action::plan_interview>("GET", "/gesprekken/{interview}/verzetten", edit_plan_page),
        route<Action::plan_interview>("POST", "/gesprekken/{interview}/verzetten", update_plan),
        route<Action::plan_interview>("GET", "/gesprekken/{interview}/afzeggen", new_cancellation),
        route<Action::plan_interview>("POST", "/gesprekken/{interview}/afzeggen", create_cancellation),
        route<Action::plan_interview>("POST", "/gesprekken/{interview}/niet-gekomen", create_no_show),
        route<Action::tell_outcome>("GET", "/gesprekken/{interview}/uitkomst", new_outcome),
        route<Action::tell_outcome>("POST", "/gesprekken/{interview}/uitkomst", create_outcome),
        route<Action::tell_outcome>("POST", "/gesprekken/{interview}/besproken", create_discussed),
    };
    for (auto& more : {week_routes(), choice_routes(), checklist_routes()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    auto all = choice_workers();
    all.insert({{"interview.call_off", [](people::Post& post, jobs::Job const& job) {
                     auto& services = post.services;
                     auto const now = services.clock.now();
                     services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
                         for (auto const& entry : ahead_of(tx, visit::PersonId{job.about}, now))
                             if (cancel(tx, entry, now)) jobs::later(tx, services.random, "interview.invite", job.of_partnership, entry.id.value(), "", now);
                     });
                 }},
                {"learning_point.asked", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
                {"interview.invite", [](people::Post& post, jobs::Job const& job) {
                     auto entry = find(*post.services.data.read(db::Scope::of(job.of_partnership)), InterviewId{job.about});
                     if (entry) people::write_invitation(post, job.of_partnership, entry->person, {entry->id.value(), entry->sequence, entry->begins_at, entry->minutes, entry->place, entry->cancelled_at.has_value()});
                 }}});
    return all;
}

} // namespace intake
