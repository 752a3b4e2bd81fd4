#include "matching/pages_near.h"

#include "help_request/store_help_request.h"
#include "help_request/store_near.h"
#include "people/post.h"
#include "platform/jobs/jobs.h"

namespace matching {
using base::tr;
using help_request::HelpRequest;
using help_request::OwnSchool;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::vector<html::Option> wishes() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<OwnSchool>::entries) all.push_back({std::string{word}, help_request::name(each)});
    return all;
}
void put_questions(html::Form& form) {
    form.radios({.name = "eigen_plaats", .label = tr("Mag een buddy uit uw eigen dorp of wijk komen?")}, wishes());
    form.radios({.name = "eigen_school", .label = tr("Mag een buddy van de school van uw kind komen?")}, wishes());
}
html::Values values_of(Visit& v, help_request::Near const& near) {
    auto values = v.values();
    values.emplace("eigen_plaats", std::string{base::word(near.own_village)});
    values.emplace("eigen_school", std::string{base::word(near.own_school)});
    return values;
}
OwnSchool said(Visit& v, char const* field) { return base::from_word<OwnSchool>(v.field(field)).value_or(OwnSchool::not_said); }

// the coordinator

http::Response near_form(Visit& v) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request || !request->open() || !v.grant<Action::clarify_request>(request->id, request->person.value())) return v.not_found();
    auto const near = help_request::near_of(v.read(), request->id);
    auto const address = "/hulpvragen/" + request->id.value() + "/dichtbij";
    return v.page(tr("Een buddy van dichtbij?"), [&](html::Page& page) {
        page.lead(tr("Een buddy uit hetzelfde dorp of van dezelfde school kan fijn zijn, of juist niet. De ouder beslist."));
        if (near->asked_at) page.alert(html::Tone::info, base::Sentence{tr("Dit is gevraagd op {day}. De ouder antwoordde nog niet."), {{"day", text::plain_day(base::local_date(*near->asked_at), v.language())}}});
        else page.act(address + "/vragen", tr("Vraag het de ouder met een bericht"));
        page.heading(tr("De ouder vertelde het mij"));
        auto form = page.form(address, tr("Bewaren"), values_of(v, *near));
        put_questions(form);
        form.or_go("/hulpvragen/" + request->id.value() + "/buddys", tr("Terug"));
    });
}
http::Response create_near_question(Visit& v) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request || !request->open()) return v.not_found();
    return v.act(request->id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        help_request::ask_near(tx, request->id, v.now());
        jobs::later(tx, v.services().random, "request.near", v.house().id.value(), request->person.value(), "", v.now());
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Gevraagd. De ouder krijgt een bericht, en antwoordt in Naast.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response update_near(Visit& v) {
    auto const request = help_request::find(v.read(), v.id<HelpRequest>("request"));
    if (!request || !request->open()) return v.not_found();
    return v.act(request->id.value(), request->person.value(), [&](db::Write& tx) -> Acted {
        help_request::say_near(tx, request->id, said(v, "eigen_school"), said(v, "eigen_plaats"));
        return Done{"/hulpvragen/" + request->id.value() + "/buddys", tr("Bewaard. De lijst met buddy’s klopt weer.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

// the parent

http::Response own_near_form(Visit& v) {
    auto const request = help_request::newest_of(v.read(), v.me());
    if (!request || !request->open() || !v.grant<Action::see_own_request>(request->id, v.me().value(), {visit::Tie::own})) return v.see("/mijn/vraag");
    auto const near = help_request::near_of(v.read(), request->id);
    return v.page(tr("Een buddy van dichtbij?"), [&](html::Page& page) {
        page.lead(tr("Wij stellen zo’n buddy alleen voor als u dat goed vindt. U kunt dit altijd weer veranderen."));
        auto form = page.form("/mijn/vraag/dichtbij", tr("Bewaren"), values_of(v, *near));
        put_questions(form);
        form.or_go("/mijn/vraag", tr("Terug"));
    },
                  {.quick_exit = true});
}
http::Response update_own_near(Visit& v) {
    auto const request = help_request::newest_of(v.read(), v.me());
    if (!request || !request->open()) return v.see("/mijn/vraag");
    return v.act(request->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        help_request::say_near(tx, request->id, said(v, "eigen_school"), said(v, "eigen_plaats"));
        return Done{"/mijn/vraag", tr("Bewaard. Wij houden ons daaraan.")}; }, [&](base::Refusal const&) { return v.see("/mijn/vraag"); });
}

} // namespace

std::vector<reception::Route> near_routes() {
    using reception::route;
    return {
        route<Action::clarify_request>("GET", "/hulpvragen/{request}/dichtbij", near_form),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/dichtbij", update_near),
        route<Action::clarify_request>("POST", "/hulpvragen/{request}/dichtbij/vragen", create_near_question),
        route<Action::see_own_request>("GET", "/mijn/vraag/dichtbij", own_near_form),
        route<Action::see_own_request>("POST", "/mijn/vraag/dichtbij", update_own_near),
    };
}

std::map<std::string, people::Worker> near_workers() {
    return {{"request.near", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }}};
}

} // namespace matching
