#include "sharing/pages.h"

#include "people/store_schools.h"
#include "platform/crypto/crypto.h"
#include "platform/jobs/jobs.h"
#include "reception/visit_print.h"
#include "sharing/listing_shared.h"
#include "sharing/store_talk.h"

#include <algorithm>

namespace sharing {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {
constexpr std::string_view paper = "papier";

std::optional<Keep> own(Visit& v) { return v.grant<Action::keep_shared>(v.me(), v.me().value(), {visit::Tie::own}); }
/// No page tells the id of someone else.
std::string word_of(Visit& v, Recipient const& to) { return std::string{base::word(to.as)} + "." + base::base64url(crypto::hash(v.services().keys.secret("recipient"), to.person.value())); }
std::string my_name(Visit& v) { return people::name_of(v.read(), v.keys(), v.me()); }

/// To whom this parent may give now: who is near, and at the school that was chosen.
std::vector<Recipient> recipients(db::Door& door, Visit& v, std::string const& school) {
    auto all = recipients_near(door, v.me(), v.house().independence);
    if (school.empty() || !people::find_school(door, people::SchoolId{school})) return all;
    for (auto const& each : recipients_at(door, people::SchoolId{school}))
        if (each.person != v.me()) all.push_back(each);
    return all;
}
std::optional<Recipient> chosen(db::Door& door, Visit& v) {
    for (auto const& each : recipients(door, v, v.field("school")))
        if (word_of(v, each) == v.field("ontvanger")) return each;
    return {};
}

/// Who opened what, once for each person and day.
void put_looks(html::Page& page, Visit& v, std::vector<Row> const& all, Keep const& granted) {
    struct Day {
        base::Date date;
        visit::PersonId actor;
        std::vector<std::string> why;
    };
    std::vector<Day> days;
    for (auto const& look : looks_of(v.read(), v.me())) {
        auto const row = std::find_if(all.begin(), all.end(), [&](Row const& each) { return each.id == look.disclosure; });
        auto const date = base::local_date(look.at);
        auto day = std::find_if(days.begin(), days.end(), [&](Day const& each) { return each.date == date && each.actor == look.actor; });
        if (day == days.end()) day = days.insert(days.end(), Day{date, look.actor, {}});
        auto const why = row == all.end() ? text::say(tr("iets dat intussen gewist is"), v.language()) : text::say(heading(row->kind), v.language()) + " (" + opened(v.keys(), *row, granted).purpose + ")";
        if (std::find(day->why.begin(), day->why.end(), why) == day->why.end()) day->why.push_back(why);
    }
    page.heading(tr("Wie las wat u deelt?"));
    if (days.empty()) return void(page.paragraph(tr("Nog niemand las wat u deelt.")));
    auto table = page.table(tr("Gelezen, per dag"), {{tr("Dag")}, {tr("Wie")}, {tr("Wat en waarom")}});
    for (auto const& day : days) {
        std::string why;
        for (auto const& each : day.why) (why += why.empty() ? "" : "; ") += each;
        table.row({{text::day(day.date, v.language())}, {people::name_of(v.read(), v.keys(), day.actor)}, {why}});
    }
}

http::Response list_shared(Visit& v) {
    auto const granted = own(v);
    if (!granted) return v.not_found();
    auto const all = shared_by(v.read(), v.me());
    return v.page(tr("Wat ik deel"), [&](html::Page& page) {
        page.lead(tr("Alleen u beslist wat u deelt, met wie en tot wanneer. Terugnemen kan altijd."));
        page.button("/mijn/delen/nieuw", tr("Iets delen"));
        if (all.empty()) page.empty(tr("U deelt nu niets. School en anderen zien niets van u."));
        for (auto const& row : all) {
            auto const its = opened(v.keys(), row, *granted);
            auto const standing = state_of(v.read(), row, v.today());
            page.heading(heading(row.kind));
            page.facts().row(tr("Met wie"), who(v, recipient_of(v.read(), row))).row(tr("Waarvoor"), its.purpose).row(tr("Stand"), base::Sentence{name(standing), {{"day", text::plain_day(row.until, v.language())}}});
            page.paragraph(tr("Dit staat er:"));
            page.quote(words_of(row.kind, its.words, my_name(v), v.language()));
            if (standing == State::runs) page.act("/mijn/delen/" + row.id.value() + "/terug", base::Sentence{tr("Neem terug van {name}"), {{"name", people::name_of(v.read(), v.keys(), row.recipient)}}}, {}, false);
        }
        put_looks(page, v, all, *granted);
        page.paragraph(tr("Acht weken na het einde wist Naast wat u deelde."));
        page.link("/mijn-gegevens/wie-keek", tr("Wie heeft gekeken?"));
    },
                  {.quick_exit = true});
}

http::Response form_page(Visit& v, html::Values values, std::string const& school, base::Refusal const* refusal) {
    if (!own(v)) return v.not_found();
    auto const at = school.empty() ? std::nullopt : people::find_school(v.read(), people::SchoolId{school});
    auto const all = recipients(v.read(), v, school);
    return v.page(tr("Iets delen"), [&](html::Page& page) {
        page.lead(tr("Kies één ding en één persoon. Daarna ziet u precies wat die persoon te zien krijgt."));
        if (at) {
            bool const any = std::any_of(all.begin(), all.end(), [](Recipient const& each) { return each.as == As::school; });
            page.alert(html::Tone::info, base::Sentence{any ? tr("U koos {school}. Wie daar kan lezen, staat erbij.") : tr("Bij {school} kan nu niemand hier lezen. Print het en geef het zelf."), {{"school", at->name}}});
        }
        page.link("/mijn/delen/school", at ? tr("Een andere school kiezen") : tr("Iemand van school? Kies eerst de school"));
        auto form = page.form("/mijn/delen/nieuw", tr("Verder"), values, refusal);
        std::vector<html::Option> kinds, to;
        for (auto const& [kind, word] : base::Words<Kind>::entries) kinds.push_back({std::string{word}, name(kind)});
        form.hidden("school", at ? school : "").radios({.name = "wat", .label = tr("Wat wilt u delen?")}, kinds);
        form.area({.name = "tekst", .label = tr("De tekst, of de dag en de plek"), .hint = tr("Hoogstens 1000 tekens. Dit vak is niet nodig als u alleen deelt dat u een buddy heeft."), .most = most_characters}, 5);
        for (auto const& each : all) to.push_back({word_of(v, each), who(v, each)});
        to.push_back({std::string{paper}, tr("iemand anders: ik print het en geef het zelf")});
        form.radios({.name = "ontvanger", .label = tr("Met wie?")}, to);
        form.text({.name = "waarom", .label = tr("Waarvoor?"), .hint = tr("Bijvoorbeeld: om het gesprek voor te bereiden."), .most = 100, .suggestions = {text::say(tr("om het gesprek voor te bereiden"), v.language()), text::say(tr("zodat u weet wie er meekomt"), v.language()), text::say(tr("om een afspraak te maken"), v.language())}});
        form.date({.name = "tot", .label = tr("Tot en met welke dag?"), .hint = tr("Hoogstens een jaar. Eerder terugnemen mag altijd.")});
        form.or_go("/mijn/delen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}

http::Response new_shared(Visit& v) {
    html::Values values;
    reception::put_date(values, "tot", base::later(v.today(), usual_days));
    // a talk at school proposes its words; the parent changes them or not
    if (auto const& talk = v.request().query.get("gesprek"); !talk.empty()) {
        auto const row = find_talk(v.read(), TalkId{talk});
        auto const granted = row && row->parent == v.me() ? v.grant<Action::prepare_school_talk>(v.me(), v.me().value(), {visit::Tie::own}) : std::nullopt;
        if (!granted) return v.not_found();
        auto const when = sheet_of(v.keys(), *row, *granted)[0];
        auto const together = matching::together_of_parent(v.read(), v.me());
        values.emplace("wat", std::string{base::word(Kind::words)});
        values.emplace("tekst", text::say(base::Sentence{!together ? tr("Ik kom voor een gesprek op school. Wanneer: {when}. Ik voer zelf het woord.") : row->stage(together) == Stage::goes ? tr("Ik kom voor een gesprek op school. Wanneer: {when}. Mijn buddy komt mee. Ik voer zelf het woord.")
                                                                                                                                                                                             : tr("Ik kom voor een gesprek op school. Wanneer: {when}. Misschien komt mijn buddy mee. Ik voer zelf het woord."),
                                                         {{"when", when.empty() ? "…" : when}}},
                                          v.language()));
        values.emplace("waarom", text::say(tr("zodat u weet wie er meekomt"), v.language()));
    }
    return form_page(v, values, v.request().query.get("school"), nullptr);
}

http::Response choose_school(Visit& v) {
    if (!own(v)) return v.not_found();
    auto const all = people::schools(v.read());
    return v.page(tr("Van welke school?"), [&](html::Page& page) {
        if (all.empty()) page.empty(tr("Er staat nog geen school in de lijst. U kunt iets printen en zelf geven."));
        else {
            std::vector<html::Option> options;
            for (auto const& school : all) options.push_back({school.id.value(), school.name + " (" + school.place + ")"});
            page.form("/mijn/delen/school", tr("Kies deze school")).select({.name = "school", .label = tr("School"), .hint = tr("De school hoort niet dat u haar kiest.")}, options);
        }
        page.link("/mijn/delen/nieuw", tr("Terug"));
    },
                  {.quick_exit = true});
}
http::Response go_to_school(Visit& v) {
    if (!own(v)) return v.not_found();
    return v.see("/mijn/delen/nieuw?school=" + http::encoded(v.field("school")));
}

base::Result<Given, base::Refusal> typed(Visit& v, db::Door& door) {
    auto const& to = v.field("ontvanger");
    return disclose({base::from_word<Kind>(v.field("wat")), text::tidy_text(v.field("tekst")), to == paper || chosen(door, v) ? to : "", text::tidy_line(v.field("waarom")), v.date_field("tot")}, v.today());
}
http::Response with_refusal(Visit& v, base::Refusal const& refusal) { return form_page(v, v.values(), v.field("school"), &refusal); }

/// What exactly is seen by whom until when; nothing is kept yet.
http::Response show_before(Visit& v) {
    if (!own(v)) return v.not_found();
    if (v.form().has("terug")) return form_page(v, v.values(), v.field("school"), nullptr);
    auto const given = typed(v, v.read());
    if (!given) return with_refusal(v, given.error());
    bool const by_hand = given->recipient == paper;
    auto const to = by_hand ? std::nullopt : chosen(v.read(), v);
    auto const until = text::plain_day(given->until, v.language());
    return v.page(by_hand ? tr("Printen en zelf geven") : tr("Klopt dit?"), [&](html::Page& page) {
        page.lead(by_hand ? tr("U print dit en geeft het zelf. Naast bewaart er niets van en stuurt niets.") : tr("Kijk het rustig na. Er is nog niets gedeeld en niets bewaard."));
        if (to) page.facts().row(tr("Wie ziet het"), who(v, *to)).row(tr("Ziet uw naam"), my_name(v)).row(tr("Waarvoor"), given->purpose).row(tr("Vanaf"), tr("meteen na uw ja")).row(tr("Tot en met"), until);
        page.heading(heading(given->kind));
        page.quote(words_of(given->kind, given->words, my_name(v), v.language()));
        if (to) page.paragraph(tr("Niemand anders krijgt dit te zien. U ziet steeds wie het las, en kunt het elk moment terugnemen."));
        // what cannot be promised is said before and not after
        if (to) page.paragraph(tr("Wat iemand al las, kan die persoon onthouden."));
        auto form = page.form(by_hand ? "/mijn/delen/papier" : "/mijn/delen", by_hand ? tr("Maak de print") : tr("Ja, deel dit"));
        for (auto const* field : {"wat", "tekst", "ontvanger", "waarom", "tot_dag", "tot_maand", "tot_jaar", "school"}) form.hidden(field, v.field(field));
        page.act("/mijn/delen/nieuw", tr("Nee, ik verander iets"), [&] {
            std::vector<std::pair<std::string, std::string>> all{{"terug", "1"}};
            for (auto const* field : {"wat", "tekst", "ontvanger", "waarom", "tot_dag", "tot_maand", "tot_jaar", "school"}) all.emplace_back(field, v.field(field));
            return all; }(), false);
        page.link("/mijn/delen", tr("Ik deel dit niet"));
    },
                  {.quick_exit = true});
}

http::Response create_shared(Visit& v) {
    auto const granted = v.grant<Action::share>(v.me(), v.me().value(), {visit::Tie::own});
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return with_refusal(v, refusal); };
    auto const given = typed(v, v.read());
    if (!given) return again(given.error());
    if (given->recipient == paper) return again(base::Refusal::of("ontvanger", tr("Kies met wie u dit wilt delen.")));
    auto const id = v.new_id<Disclosure>();
    return v.act(id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        auto const to = chosen(tx, v);
        if (!to) return base::Refusal::of("ontvanger", tr("Met deze persoon kunt u nu niet delen. Kies opnieuw."));
        add(tx, v.keys(), *granted, id, *to, *given, v.now());
        jobs::later(tx, v.services().random, std::string{notice}, v.house().id.value(), to->person.value(), "", v.now());
        return Done{"/mijn/delen", tr("U deelt dit nu. De ander krijgt een bericht zonder inhoud.")}; }, again);
}

http::Response print_shared(Visit& v) {
    if (!own(v)) return v.not_found();
    auto const given = typed(v, v.read());
    if (!given) return with_refusal(v, given.error());
    using pdf::Part;
    return reception::print(v, "om-te-geven", {{Part::title, heading(given->kind)}, {Part::paragraph, base::Sentence{tr("Van: {name}"), {{"name", my_name(v)}}}}, {Part::paragraph, words_of(given->kind, given->words, my_name(v), v.language())}, {Part::paragraph, base::Sentence{tr("Waarvoor: {purpose}"), {{"purpose", given->purpose}}}}, {Part::paragraph, base::Sentence{tr("Bedoeld tot en met {day}. Bewaar dit niet langer en geef het niet door."), {{"day", text::plain_day(given->until, v.language())}}}}});
}

http::Response create_taking_back(Visit& v) {
    auto const row = find(v.read(), v.id<Disclosure>("shared"));
    auto const granted = row && row->parent == v.me() ? own(v) : std::nullopt;
    if (!granted) return v.not_found();
    return v.act(row->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        take_back(tx, *granted, row->id, v.now());
        return Done{"/mijn/delen", tr("Teruggenomen. De ander ziet het vanaf nu niet meer.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::Haste;
    using reception::route;
    return {
        route<Action::keep_shared>("GET", "/mijn/delen", list_shared),
        route<Action::share>("POST", "/mijn/delen", create_shared),
        route<Action::keep_shared>("GET", "/mijn/delen/nieuw", new_shared),
        route<Action::keep_shared>("POST", "/mijn/delen/nieuw", show_before),
        route<Action::keep_shared>("GET", "/mijn/delen/school", choose_school),
        route<Action::keep_shared>("POST", "/mijn/delen/school", go_to_school),
        route<Action::keep_shared>("POST", "/mijn/delen/papier", print_shared),
        route<Action::keep_shared>("POST", "/mijn/delen/{shared}/terug", create_taking_back, Haste::urgent),
    };
}

std::map<std::string, people::Worker> workers() {
    return {{std::string{notice}, [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace sharing
