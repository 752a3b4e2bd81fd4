// A request that the coordinator types while a parent tells it on the phone.
#include "help_request/listing_times.h"
#include "help_request/pages_asking.h"
#include "people/store_school_page.h"

namespace help_request {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response phone_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Vraag per telefoon"), [&](html::Page& page) {
        for (auto const& each : v.house().stand_ins) page.alert(html::Tone::info, base::Sentence{tr("Vertel de ouder ook dat {name} waarneemt van {first} tot en met {last}."), {{"name", each.name}, {"first", text::plain_day(each.first, v.language())}, {"last", text::plain_day(each.last, v.language())}}});
        if (!people::who_may_read(v.read(), v.house().independence).empty()) page.paragraph(tr("Wil de ouder een andere lezer? Typ dan niets. De ouder kiest die zelf bij ‘Een buddy vragen’."));
        auto values = v.values();
        if (!refusal) values.emplace("taal", text::say(tr("Nederlands"), v.language()));
        auto form = page.form("/hulpvragen", tr("Opslaan"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam"), .most = 100}).text({.name = "telefoon", .label = tr("Telefoonnummer"), .type = "tel", .most = 25}).text({.name = "mail", .label = tr("Mailadres (niet verplicht)"), .type = "email"});
        form.select({.name = "meelezen", .label = tr("Kan iemand anders meelezen?"), .hint = tr("Dan bewaren we alleen wat veilig is.")}, {{"", tr("nee")}, {"bellen", tr("ja, alleen bellen")}, {"mailen", tr("ja, alleen mailen")}});
        form.text({.name = "wanneer", .label = tr("Wanneer te bellen (niet verplicht)"), .most = 100});
        form.checks({.name = "situatie", .label = tr("Waar gaat het over?")}, options<Situation>());
        form.area({.name = "woorden", .label = tr("In de woorden van de ouder (niet verplicht)"), .who_reads = reception::readers(Action::read_request, v.house(), v.language()), .most = 2000});
        form.checks({.name = "kennis", .label = tr("Waar moet een buddy van weten? (niet verplicht)")}, options<Knowledge>());
        form.area({.name = "gevoelig", .label = tr("Iets om voorzichtig mee te zijn (niet verplicht)"), .hint = tr("Zoek er niet op. Als er een buddy is, wissen we dit."), .most = 500}, 2);
        form.checks({.name = "manier", .label = tr("Hoe wil de ouder contact?")}, options<Way>()).text({.name = "taal", .label = tr("Taal"), .most = 100});
        form.box({.name = "tolk", .label = tr("De ouder wil graag een tolk; nooit een kind")});
        form.text({.name = "postcode", .label = tr("Vier cijfers van de postcode (niet verplicht)"), .inputmode = "numeric", .most = 4});
        form.select({.name = "buurt", .label = tr("Hoe dichtbij?")}, {{"", tr("liefst in de eigen buurt")}, {"alleen", tr("alleen in de eigen buurt")}});
        form.select({.name = "eigen_dorp", .label = tr("Een buddy uit het eigen dorp of de eigen wijk?")}, options<OwnSchool>());
        std::vector<std::string> names;
        for (auto const& school : people::school_pages(v.read())) names.push_back(school.name + ", " + school.place);
        form.text({.name = "school", .label = tr("School (niet verplicht)"), .suggestions = names});
        form.select({.name = "eigen_school", .label = tr("Een buddy van dezelfde school?")}, options<OwnSchool>());
        std::vector<html::Option> groups{{"", tr("niet gezegd")}};
        for (auto const& group : child_groups()) groups.push_back({group, base::Sentence{tr("groep {number}"), {{"number", group}}}});
        form.select({.name = "groep", .label = tr("Groep van het kind (niet verplicht)")}, groups);
        form.select({.name = "kind", .label = tr("Het kind is een (niet verplicht)")}, {{"", tr("niet gezegd")}, {"boy", name(ChildSex::boy)}, {"girl", name(ChildSex::girl)}});
        form.heading(tr("Wanneer kan de ouder?"));
        put_times(form);
        form.box({.name = "tijd_vast", .label = tr("alleen op deze momenten")});
        auto all = channels(v);
        all.insert(all.begin(), {"", tr("Maak een keuze")});
        form.select({.name = "kanaal", .label = tr("Hoe hoorde deze ouder van ons?")}, all);
        form.box({.name = "akkoord", .label = tr("De ouder vond het goed dat ik dit opschreef en lees.")});
        form.box({.name = "contact", .label = tr("De ouder vond het goed dat ik contact houd.")}).or_go("/hulpvragen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_by_phone(Visit& v) { return phone_form(v, nullptr); }

http::Response create_by_phone(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return phone_form(v, &refusal); };
    auto const answers = answers_of(v, v.form());
    base::Refusal refusal;
    for (auto question : questions) {
        auto const its = refusal_of(v, question, answers);
        refusal.fields.insert(refusal.fields.end(), its.fields.begin(), its.fields.end());
    }
    if (!refusal.empty()) return again(refusal);
    auto asked = ask(answers.draft);
    if (!asked) return again(asked.error());
    (*asked).contact = kept_contact(asked->contact, answers.wishes.others_read);
    return store_request(v, {Kind::buddy, *asked, wishes(answers.wishes, school_of(v, answers)), v.me().value()}, "", tr("De vraag is opgeslagen. Verhelder hem nu, of later vanaf Vandaag."), again);
}

} // namespace

std::vector<reception::Route> phone_routes() {
    using reception::route;
    return {
        route<Action::add_request>("POST", "/hulpvragen", create_by_phone),
        route<Action::add_request>("GET", "/hulpvragen/nieuw", new_by_phone),
    };
}

} // namespace help_request
