#include "training/pages_vog.h"

#include "training/vog.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// Someone about whom was decided, where a VOG is required.
std::optional<visit::PersonId> concerned(Visit& v) {
    auto id = v.id<people::Person>("person");
    if (!v.house().vog_required || !readiness_of(v.read(), id)) return {};
    return id;
}

http::Response create_vog(Visit& v) {
    auto id = concerned(v);
    if (!id) return v.not_found();
    return v.act(id->value(), id->value(), [&](db::Write& tx) -> Acted {
        see_vog(tx, *id, v.today(), v.me());
        return Done{"/buddys/" + id->value(), tr("Vastgelegd dat u de VOG zag. Het papier zelf bewaren we niet.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_vog_asked(Visit& v) {
    auto id = concerned(v);
    if (!id) return v.not_found();
    return v.act(id->value(), id->value(), [&](db::Write& tx) -> Acted {
        ask_vog(tx, *id, v.today());
        return Done{"/buddys/" + id->value(), tr("Vastgelegd dat u om de VOG vroeg.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void vog_part(html::Page& page, Visit& v, ReadinessRow const& readiness) {
    if (!v.house().vog_required) return;
    auto const standing = vog({true, readiness.vog_asked_on, readiness.vog_seen_on}, v.today());
    page.heading(tr("VOG"));
    auto facts = page.facts();
    auto day = [&](base::Date date) { return text::plain_day(date, v.language()); };
    facts.row(tr("Stand"), name(standing));
    if (standing == Vog::asked) facts.row(tr("Gevraagd op"), day(*readiness.vog_asked_on));
    if (readiness.vog_seen_on) {
        facts.row(tr("Gezien op"), day(*readiness.vog_seen_on));
        if (readiness.vog_seen_by) facts.row(tr("Gezien door"), people::name_of(v.read(), v.keys(), *readiness.vog_seen_by));
        facts.row(tr("Opnieuw zien voor"), day(check_on(*readiness.vog_seen_on)));
    }
    auto const address = "/buddys/" + readiness.person.value();
    if (standing == Vog::to_ask || standing == Vog::to_check) page.act(address + "/vog-gevraagd", tr("Ik vroeg vandaag om de VOG"), {}, false);
    if (standing != Vog::seen) page.act(address + "/vog", tr("Ik zag vandaag de VOG"), {}, false);
}

std::vector<reception::Route> vog_routes() {
    using reception::route;
    return {
        route<Action::decide_readiness>("POST", "/buddys/{person}/vog", create_vog),
        route<Action::decide_readiness>("POST", "/buddys/{person}/vog-gevraagd", create_vog_asked),
    };
}

} // namespace training
