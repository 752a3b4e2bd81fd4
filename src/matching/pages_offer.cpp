#include "matching/pages_offer.h"

#include "help_request/listing_times.h"
#include "matching/proposal.h"
#include "matching/store_matching.h"
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
http::Response offer_form(Visit& v, base::Refusal const* refusal) {
    auto offer = offer_of(v.read(), v.me());
    auto values = v.values();
    if (!refusal && offer) {
        for (auto each : help_request::split<help_request::Situation>(offer->situations)) values.emplace("situatie", std::string{base::word(each)});
        for (auto each : help_request::split<help_request::Way>(offer->ways)) values.emplace("manier", std::string{base::word(each)});
        values.emplace("taal", offer->languages);
        if (offer->postcode) values.emplace("postcode", std::to_string(*offer->postcode));
        values.emplace("ruimte", std::to_string(offer->capacity));
        values.emplace("geeft", std::string{base::word(offer->gives)});
        values.emplace("woonplaats", village_of(v.keys(), *offer));
        values.emplace("school", school_of(v.keys(), *offer));
        if (offer->paused_until) reception::put_date(values, "pauze", *offer->paused_until);
        if (offer->distance_km) values.emplace("afstand", std::to_string(*offer->distance_km));
        if (offer->car) values.emplace("auto", "ja");
        values.emplace("eigen_school", std::string{base::word(offer->own_school)});
        help_request::fill_times(values, help_request::times_from(offer->times));
    }
    return v.page(tr("Wat ik aanbied"), [&](html::Page& page) {
        page.lead(tr("Hiermee zoekt de coördinator een ouder die bij je past."));
        if (offer && offer_is_old(offer->confirmed_at, v.today())) {
            page.alert(html::Tone::info, base::Sentence{tr("Dit bewaarde je op {day}. Klopt het nog?"), {{"day", text::plain_day(base::local_date(offer->confirmed_at), v.language())}}});
            page.act("/mijn/aanbod/klopt", tr("Ja, dit klopt nog"));
        }
        auto form = page.form("/mijn/aanbod", offer ? tr("Klopt nog, bewaren") : tr("Bewaren"), values, refusal);
        form.checks({.name = "situatie", .label = tr("Wat maakte je zelf mee?"), .hint = tr("Situaties, geen diagnoses.")}, options<help_request::Situation>());
        form.checks({.name = "manier", .label = tr("Hoe wil je contact houden?")}, options<help_request::Way>());
        form.text({.name = "taal", .label = tr("Welke talen spreek je?"), .most = 100}).text({.name = "postcode", .label = tr("De vier cijfers van je postcode"), .inputmode = "numeric", .most = 4});
        form.text({.name = "woonplaats", .label = tr("Je woonplaats"), .hint = tr("De ouder ziet dit pas als jij ja zei op een voorstel."), .most = 60}).text({.name = "school", .label = tr("De school van je kind (niet verplicht)"), .hint = tr("Zo kan de ouder zien of jullie elkaar via school kennen."), .most = 100});
        form.heading(tr("Wanneer kun je?"));
        form.note(tr("Kies wat meestal kan. Weet je het nog niet? Sla dit over."));
        help_request::put_times(form);
        form.text({.name = "afstand", .label = tr("Hoeveel kilometer wil je hoogstens reizen? (niet verplicht)"), .inputmode = "numeric", .most = 3}).box({.name = "auto", .label = tr("Ik heb een auto")});
        form.radios({.name = "eigen_school", .label = tr("Een ouder van dezelfde school als jouw kind?")}, options<help_request::OwnSchool>());
        form.select({.name = "ruimte", .label = tr("Hoeveel ouders tegelijk?")}, {{"1", tr("één ouder")}, {"2", tr("twee ouders")}, {"3", tr("drie ouders")}});
        form.radios({.name = "geeft", .label = tr("Wat geef je een ouder om je te bereiken?")}, {{"phone", tr("mijn telefoonnummer")}, {"mail", tr("mijn mailadres")}});
        form.date({.name = "pauze", .label = tr("Even geen ouder? Tot wanneer? (leeg als je nu kunt)")});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_offer(Visit& v) { return offer_form(v, nullptr); }

http::Response update_offer(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return offer_form(v, &refusal); };
    base::Refusal refusal;
    std::set<help_request::Situation> situations;
    std::set<help_request::Way> ways;
    for (auto const& word : v.form().all("situatie"))
        if (auto each = base::from_word<help_request::Situation>(word)) situations.insert(*each);
    for (auto const& word : v.form().all("manier"))
        if (auto each = base::from_word<help_request::Way>(word)) ways.insert(*each);
    if (ways.empty()) refusal.add("manier", tr("Kies hoe je contact wilt houden."));
    auto postcode = text::tidy_line(v.field("postcode"));
    help_request::Draft check;
    check.postcode = postcode;
    for (auto& field : help_request::check(help_request::Question::postcode, check).fields) refusal.fields.push_back(field);
    auto gives = base::from_word<Gives>(v.field("geeft"));
    if (!gives) refusal.add("geeft", tr("Kies hoe een ouder je bereikt."));
    auto languages = text::tidy_line(v.field("taal")), village = text::tidy_line(v.field("woonplaats")), school = text::tidy_line(v.field("school"));
    if (languages.empty()) refusal.add("taal", tr("Vul in welke talen je spreekt."));
    if (village.empty()) refusal.add("woonplaats", tr("Vul je woonplaats in."));
    if (languages.size() > 300 || village.size() > 300 || school.size() > 300) refusal.add("woonplaats", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    auto const typed_distance = text::tidy_line(v.field("afstand"));
    auto const distance = base::number_from(typed_distance);
    if (!typed_distance.empty() && (!distance || *distance < 1 || *distance > 300)) refusal.add("afstand", tr("Vul hele kilometers in, van 1 tot 300. Of laat dit leeg."));
    auto const& room = v.field("ruimte");
    int const capacity = room == "2" ? 2 : room == "3" ? 3
                                                       : 1;
    if (!refusal.empty()) return again(refusal);
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        keep_offer(tx, v.keys(), {v.me(), help_request::join(situations), help_request::join(ways), languages, postcode.empty() ? std::optional<int>{} : std::stoi(postcode), capacity, v.date_field("pauze"), {}, {}, *gives, v.now(), help_request::join(help_request::times_of(v.form())), base::from_word<help_request::OwnSchool>(v.field("eigen_school")).value_or(help_request::OwnSchool::not_said), distance, v.field("auto") == "ja"}, village, school, {}, v.now());
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
