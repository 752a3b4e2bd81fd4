// Being called back, and someone who only has a question: one page each.
#include "help_request/pages_asking.h"

namespace help_request {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

http::Response call_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Bel mij terug"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} belt u binnen twee werkdagen. U hoeft nu niets uit te leggen."), {{"name", v.house().coordinator_name}}});
        if (!v.house().stand_ins.empty()) page.paragraph(reception::readers(Action::read_request, v.house(), v.language()));
        auto form = page.form("/bel-mij-terug", tr("Bel mij terug"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Uw voornaam"), .autocomplete = "given-name", .most = 100}).text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.text({.name = "taal", .label = tr("In welke taal? (niet verplicht)"), .most = 100}).text({.name = "wanneer", .label = tr("Wanneer kunt u praten? (niet verplicht)"), .hint = tr("Bijvoorbeeld: na half negen, als de kinderen op school zijn."), .most = 100});
        form.trap();
        auto const& code = v.request().method == "GET" ? v.request().query.get("via") : v.field("via");
        if (!code.empty()) form.hidden("via", code);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_call(Visit& v) { return call_form(v, nullptr); }
http::Response create_call(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return call_form(v, &refusal); };
    auto asked = call_back(answers_of(v, v.form()).draft);
    if (!asked) return again(asked.error());
    if (!v.field("website").empty()) return v.see("/buddy-vragen/bedankt");
    return store_request(v, {Kind::call_back, *asked}, "/buddy-vragen/bedankt", base::Text::none(), again);
}

http::Response only_question_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Ik heb alleen een vraag"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} leest uw vraag en antwoordt binnen twee werkdagen. Weten wij het niet, dan wijzen we u de weg."), {{"name", v.house().coordinator_name}}});
        auto form = page.form("/alleen-een-vraag", tr("Verstuur mijn vraag"), v.values(), refusal);
        auto const who = reception::readers(Action::read_request, v.house(), v.language());
        form.area({.name = "woorden", .label = tr("Wat wilt u weten?"), .hint = tr("Noem de naam van uw kind niet."), .who_reads = who, .most = 2000}, 5);
        form.text({.name = "naam", .label = tr("Uw voornaam"), .autocomplete = "given-name", .most = 100}).text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        form.text({.name = "mail", .label = tr("Uw mailadres"), .hint = tr("Eén van de twee is genoeg. Leest iemand anders uw mail? Vul dan alleen uw telefoon in."), .type = "email", .autocomplete = "email", .inputmode = "email"});
        form.text({.name = "wanneer", .label = tr("Wanneer mogen we bellen? (niet verplicht)"), .most = 100});
        form.box({.name = "akkoord", .label = html::promised(tr("De coördinator mag mijn vraag lezen en contact met mij opnemen.")), .who_reads = who});
        form.trap();
        auto const& code = v.request().method == "GET" ? v.request().query.get("via") : v.field("via");
        if (!code.empty()) form.hidden("via", code);
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response new_only_question(Visit& v) { return only_question_form(v, nullptr); }
http::Response create_only_question(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return only_question_form(v, &refusal); };
    auto asked = only_a_question(answers_of(v, v.form()).draft);
    if (!asked) return again(asked.error());
    if (!v.field("website").empty()) return v.see("/alleen-een-vraag/bedankt");
    return store_request(v, {Kind::question, *asked}, "/alleen-een-vraag/bedankt", base::Text::none(), again);
}
http::Response show_question_thanks(Visit& v) {
    return v.page(tr("Uw vraag is verstuurd"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{name} neemt binnen twee werkdagen contact met u op."), {{"name", v.house().coordinator_name}}});
        page.paragraph(tr("Wilt u na het antwoord toch graag een buddy? Zeg het dan; u hoeft niet opnieuw te beginnen."));
        page.phone(tr("Kunt u niet wachten? Bel de coördinator:"), v.house().coordinator_phone);
        page.alert(html::Tone::warning, html::promised(tr("Is er nu gevaar? Bel 112. Zorgen over veiligheid thuis? Bel Veilig Thuis, 0800 2000, dag en nacht, gratis.")));
    },
                  {.quick_exit = true});
}

} // namespace

std::vector<reception::Route> call_routes() {
    using reception::route;
    return {
        route<Action::ask_for_buddy>("GET", "/bel-mij-terug", new_call),
        route<Action::ask_for_buddy>("POST", "/bel-mij-terug", create_call),
        route<Action::ask_for_buddy>("GET", "/alleen-een-vraag", new_only_question),
        route<Action::ask_for_buddy>("POST", "/alleen-een-vraag", create_only_question),
        route<Action::ask_for_buddy>("GET", "/alleen-een-vraag/bedankt", show_question_thanks),
    };
}

} // namespace help_request
