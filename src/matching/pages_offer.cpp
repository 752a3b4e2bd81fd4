#include "matching/pages_offer.h"

#include "help_request/listing_times.h"
#include "matching/listing_gives.h"
#include "matching/proposal.h"
#include "matching/store_matching.h"
#include "people/store_schools.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "platform/jobs/jobs.h"

namespace matching {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

template <class E>
std::vector<html::Option> options() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<E>::entries) all.push_back({std::string{word}, help_request::name(each)});
    return all;
}
std::vector<html::Option> kinds() {
    std::vector<html::Option> all;
    for (auto const& [each, word] : base::Words<people::SchoolKind>::entries) all.push_back({std::string{word}, people::name(each)});
    return all;
}
void fill(html::Values& values, Visit& v, Offer const& offer) {
    auto put = [&]<class E>(char const* field, std::set<E> const& all) {
        for (auto each : all) values.emplace(field, std::string{base::word(each)});
    };
    put("situatie", help_request::split<help_request::Situation>(offer.situations));
    put("kennis", help_request::split<help_request::Knowledge>(offer.knowledge));
    put("soort", help_request::split<people::SchoolKind>(offer.school_kinds));
    put("manier", help_request::split<help_request::Way>(offer.ways));
    values.emplace("taal", offer.languages);
    if (offer.postcode) values.emplace("postcode", std::to_string(*offer.postcode));
    values.emplace("ruimte", std::to_string(offer.capacity));
    values.emplace("geeft", std::string{base::word(offer.gives)});
    values.emplace("woonplaats", village_of(v.keys(), offer));
    if (offer.paused_until) reception::put_date(values, "pauze", *offer.paused_until);
    if (offer.distance_km) values.emplace("afstand", std::to_string(*offer.distance_km));
    for (auto const& [field, ticked] : {std::pair{"auto", offer.car}, {"afstand_vast", offer.region_hard}, {"tijden_vast", offer.times_hard}, {"bundel", offer.shown}})
        if (ticked) values.emplace(field, "ja");
    values.emplace("eigen_school", std::string{base::word(offer.own_school)});
    help_request::fill_times(values, help_request::times_from(offer.times));
    auto const children = own_children(v.read(), offer.person);
    for (std::size_t i = 0; i < children.size(); ++i) {
        auto const number = std::to_string(i + 1);
        values.emplace("school" + number, children[i].school);
        values.emplace("groep" + number, children[i].groups);
    }
}

http::Response offer_form(Visit& v, base::Refusal const* refusal) {
    auto offer = offer_of(v.read(), v.me());
    auto const self = people::find_person(v.read(), v.keys(), v.me());
    auto values = v.values();
    if (!refusal && offer) fill(values, v, *offer);
    return v.page(tr("Wat ik aanbied"), [&](html::Page& page) {
        page.lead(tr("Hiermee zoekt de coördinator een ouder die bij je past."));
        if (offer && offer_is_old(offer->confirmed_at, v.today())) {
            page.alert(html::Tone::info, base::Sentence{tr("Dit bewaarde je op {day}. Klopt het nog?"), {{"day", text::plain_day(base::local_date(offer->confirmed_at), v.language())}}});
            page.act("/mijn/aanbod/klopt", tr("Ja, dit klopt nog"));
        }
        auto form = page.form("/mijn/aanbod", offer ? tr("Klopt nog, bewaren") : tr("Bewaren"), values, refusal);
        form.checks({.name = "situatie", .label = tr("Wat maakte je zelf mee?"), .hint = tr("Situaties, geen diagnoses.")}, options<help_request::Situation>());
        form.checks({.name = "kennis", .label = tr("Waar weet je iets van? (niet verplicht)")}, options<help_request::Knowledge>());
        form.checks({.name = "soort", .label = tr("Welke soorten school ken je als ouder? (niet verplicht)")}, kinds());
        form.checks({.name = "manier", .label = tr("Hoe wil je contact houden?")}, options<help_request::Way>());
        form.text({.name = "taal", .label = tr("Welke talen spreek je?"), .most = 100}).text({.name = "postcode", .label = tr("De vier cijfers van je postcode"), .inputmode = "numeric", .most = 4});
        form.text({.name = "woonplaats", .label = tr("Je woonplaats"), .hint = tr("De ouder ziet dit pas als jij ja zei op een voorstel."), .most = 100});
        form.heading(tr("De school van je kinderen"));
        form.note(tr("Zo kom je niet naast een ouder uit de klas van je kind. De ouder ziet de school pas als jij ja zei op een voorstel."));
        std::vector<html::Option> schools{{"", tr("Maak een keuze")}};
        for (auto const& school : people::schools(v.read())) schools.push_back({school.id.value(), school.name + ", " + school.place});
        schools.push_back({elsewhere, tr("een school ergens anders")});
        for (std::size_t i = 1; i <= most_schools; ++i) {
            auto const number = std::to_string(i);
            form.select({.name = "school" + number, .label = i == 1 ? tr("School (niet verplicht)") : tr("Nog een school (niet verplicht)")}, schools);
            form.text({.name = "groep" + number, .label = i == 1 ? tr("In welke groepen zitten je kinderen daar?") : tr("En in welke groepen daar?"), .hint = tr("Bijvoorbeeld 3 en 5"), .most = 30});
        }
        form.radios({.name = "eigen_school", .label = tr("Mag een ouder van dezelfde school bij jou komen?")}, options<help_request::OwnSchool>());
        form.heading(tr("Wanneer kun je?"));
        form.note(tr("Kies wat meestal kan. Weet je het nog niet? Sla dit over."));
        help_request::put_times(form);
        form.box({.name = "tijden_vast", .label = tr("Alleen op deze momenten")});
        form.text({.name = "afstand", .label = tr("Hoeveel kilometer wil je hoogstens reizen? (niet verplicht)"), .inputmode = "numeric", .most = 3}).box({.name = "afstand_vast", .label = tr("Niet verder dan dit")}).box({.name = "auto", .label = tr("Ik heb een auto")});
        form.select({.name = "ruimte", .label = tr("Hoeveel ouders tegelijk?")}, {{"1", tr("één ouder")}, {"2", tr("twee ouders")}, {"3", tr("drie ouders")}});
        form.radios({.name = "geeft", .label = tr("Wat geef je een ouder om je te bereiken?")}, self ? ways_to_give(*self) : std::vector<html::Option>{});
        form.date({.name = "pauze", .label = tr("Even geen ouder? Tot wanneer? (leeg als je nu kunt)")});
        form.heading(tr("Samen met andere buddy’s, voor scholen"));
        form.box({.name = "bundel", .label = tr("Scholen mogen lezen wat alle buddy’s samen aanbieden, ook met wat ik aanbied. Zonder naam, en nooit op de school van mijn kind.")});
        if (offer) form.or_go("/mijn/aanbod/bundel", tr("Bekijk wat een school leest"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_offer(Visit& v) { return offer_form(v, nullptr); }

OfferDraft typed(Visit& v) {
    OfferDraft draft;
    auto take = [&]<class E>(char const* field, std::set<E>& all) {
        for (auto const& word : v.form().all(field))
            if (auto each = base::from_word<E>(word)) all.insert(*each);
    };
    take("situatie", draft.situations);
    take("manier", draft.ways);
    take("kennis", draft.knowledge);
    take("soort", draft.school_kinds);
    auto line = [&](std::string const& field) { return text::tidy_line(v.field(field)); };
    draft.languages = line("taal"), draft.postcode = line("postcode"), draft.village = line("woonplaats"), draft.distance = line("afstand"), draft.capacity = line("ruimte");
    for (std::size_t i = 1; i <= most_schools; ++i) {
        ChildDraft child{line("school" + std::to_string(i)), {}};
        auto const groups = line("groep" + std::to_string(i));
        for (char c : groups)
            if (c >= '0' && c <= '9') child.groups.insert(c - '0'); // groups have one digit
        if (!groups.empty() && (child.groups.empty() || base::characters(groups) > 30)) child.groups.insert(0);
        draft.children.push_back(std::move(child));
    }
    draft.gives = base::from_word<Gives>(v.field("geeft"));
    draft.own_school = base::from_word<help_request::OwnSchool>(v.field("eigen_school")).value_or(help_request::OwnSchool::not_said);
    draft.times = help_request::times_of(v.form());
    auto ticked = [&](char const* field) { return v.field(field) == "ja"; };
    draft.car = ticked("auto"), draft.region_hard = ticked("afstand_vast"), draft.times_hard = ticked("tijden_vast"), draft.shown = ticked("bundel");
    draft.paused_until = v.date_field("pauze");
    draft.paused_typed = !(v.field("pauze_dag") + v.field("pauze_maand") + v.field("pauze_jaar")).empty();
    return draft;
}

http::Response update_offer(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return offer_form(v, &refusal); };
    std::vector<KnownSchool> schools;
    for (auto const& school : people::schools(v.read())) schools.push_back({school.id.value(), school.name});
    auto const its = matching::offer(typed(v), schools);
    if (!its) return again(its.error());
    auto const& d = its->draft;
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        keep_offer(tx, v.keys(), {v.me(), help_request::join(d.situations), help_request::join(d.ways), d.languages, its->postcode, its->capacity, d.paused_until, {}, {}, *d.gives, v.now(), help_request::join(d.times), d.own_school, its->distance, d.car, help_request::join(d.knowledge), help_request::join(d.school_kinds), d.region_hard, d.times_hard, d.shown}, d.village, its->school, its->children, v.now());
        return Done{"/mijn", tr("Bewaard. De coördinator zoekt een ouder die bij je past.")}; }, again);
}

http::Response create_confirmation(Visit& v) {
    if (!offer_of(v.read(), v.me())) return v.see("/mijn/aanbod");
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        confirm_offer(tx, v.me(), v.now());
        return Done{"/mijn", tr("Dank je wel. De coördinator weet dat het nog klopt.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// Asks who offers something that is three months old, once for each time it was confirmed.
void ask_again(people::Post& post, std::string const& partnership) {
    auto& services = post.services;
    auto const now = services.clock.now();
    services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
        for (auto const& person : ask_about_old_offers(tx, now)) jobs::later(tx, services.random, "offer.ask", partnership, person.value(), "", now);
    });
}

} // namespace

std::vector<reception::Route> offer_routes() {
    using reception::route;
    return {
        route<Action::keep_own_offer>("GET", "/mijn/aanbod", edit_offer),
        route<Action::keep_own_offer>("POST", "/mijn/aanbod", update_offer),
        route<Action::keep_own_offer>("POST", "/mijn/aanbod/klopt", create_confirmation),
    };
}

std::map<std::string, people::Worker> offer_workers() {
    return {
        {"offers.round", [](people::Post& post, jobs::Job const& job) { ask_again(post, job.of_partnership); }},
        {"offer.ask", [](people::Post& post, jobs::Job const& job) { people::write_notice(post, job.of_partnership, visit::PersonId{job.about}); }},
    };
}

} // namespace matching
