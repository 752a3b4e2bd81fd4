#include "training/pages_pack.h"

#include "people/store_people.h"
#include "platform/jobs/jobs.h"
#include "platform/pdf/labels.h"
#include "reception/visit_print.h"
#include "training/pages_edition.h"
#include "training/store_pack.h"

#include <algorithm>

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(EditionId const& id, char const* more = "") { return "/trainingen/" + id.value() + "/welkomstpakket" + more; }
char const* const own_page = "/mijn/training/adres";

void erase_key(db::Write& tx, Visit& v, PackAddressId const& id) { jobs::later(tx, v.services().random, "address.erase", v.house().id.value(), id.value(), "", v.now()); }

/// Who gave an address, the labels, and what was sent.
void addresses_part(html::Page& page, Visit& v, EditionRow const& edition, std::optional<PackRow> const& pack) {
    auto const group = people_of(v.read(), edition.id, "participant");
    auto const standing = packs_of(v.read(), edition.id);
    auto of = [&](visit::PersonId const& person) -> PackStanding const* {
        auto const at = std::find_if(standing.begin(), standing.end(), [&](auto const& one) { return one.person == person; });
        return at == standing.end() ? nullptr : &*at;
    };
    page.heading(tr("Adressen"));
    if (!pack) return void(page.paragraph(tr("Bewaar eerst wat erin zit. Daarna kunt u de groep om een adres vragen.")));
    if (group.empty()) return void(page.empty(tr("Er doet nog niemand mee.")));
    if (!pack->asked_at) page.act(href(edition.id, "/vraag"), tr("Vraag de groep om een adres"));
    else page.paragraph(base::Sentence{tr("Gevraagd op {day}."), {{"day", text::plain_day(base::local_date(*pack->asked_at), v.language())}}});
    auto table = page.table(tr("Wie een adres gaf"), {{tr("Naam")}, {tr("Stand")}});
    std::vector<html::Option> there;
    for (auto const& person : group) {
        auto const* its = of(person);
        auto const name = people::name_of(v.read(), v.keys(), person);
        if (its && its->there) there.push_back({person.value(), name});
        table.row({{name}, {!its ? html::Said{tr("nog geen adres")} : its->sent_on ? html::Said{base::Sentence{tr("verstuurd op {day}, adres gewist"), {{"day", text::plain_day(*its->sent_on, v.language())}}}}
                                                                                   : html::Said{tr("adres klaar")}}});
    }
    if (there.empty()) return;
    page.button(href(edition.id, "/etiketten"), tr("Etiketten (PDF)"), false);
    page.paragraph(tr("Voor vellen met 3 × 8 etiketten van 70 × 37 mm."));
    page.link(href(edition.id, "/adressen"), tr("De adressen op het scherm"));
    html::Values all;
    for (auto const& option : there) all.emplace("persoon", option.value);
    page.form(href(edition.id, "/verstuurd"), tr("Verstuurd: wis deze adressen"), all).checks({.name = "persoon", .label = tr("Welke pakketten zijn verstuurd?")}, there);
}

http::Response pack_page(Visit& v, base::Refusal const* refusal) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto const pack = pack_of(v.read(), edition->id);
    auto values = v.values();
    if (!refusal) {
        auto words = pack ? pack->contents : last_contents(v.read());
        if (words.empty())
            for (auto const& each : standard_contents()) words += (words.empty() ? "" : "\n") + text::say(each, v.language());
        values.emplace("inhoud", words);
    }
    return v.page(tr("Welkomstpakket"), [&](html::Page& page) {
        page.lead(tr("Een envelop voor de eerste avond. U vraagt de groep om een adres; dat wissen we zodra het pakket is verstuurd."));
        page.heading(tr("Wat zit erin?"));
        page.form(href(edition->id), tr("Bewaar"), values, refusal).area({.name = "inhoud", .label = tr("Inhoud"), .hint = tr("Eén ding per regel. Deelnemers lezen dit ook."), .most = 1000}, 5);
        addresses_part(page, v, *edition, pack);
        page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_pack(Visit& v) { return pack_page(v, nullptr); }

http::Response update_pack(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return pack_page(v, &refusal); };
    auto const words = contents(text::tidy_text(v.field("inhoud")));
    if (!words) return again(words.error());
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        keep_pack(tx, edition->id, *words, v.now());
        return Done{href(edition->id), tr("Bewaard.")}; }, again);
}

http::Response create_asking(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition || !pack_of(v.read(), edition->id)) return v.not_found();
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        if (ask_addresses(tx, edition->id, v.now()))
            for (auto const& person : people_of(tx, edition->id, "participant")) jobs::later(tx, v.services().random, "training.notice", v.house().id.value(), person.value(), "", v.now());
        return Done{href(edition->id), tr("Gevraagd. Zij krijgen een bericht en vullen hun adres zelf in.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The addresses that are there, each opening written in the log of whom it is.
std::vector<Address> open_addresses(Visit& v, EditionRow const& edition) {
    std::vector<visit::PersonId> people;
    for (auto const& one : packs_of(v.read(), edition.id))
        if (one.there && !v.viewer().closed_to(one.person)) people.push_back(one.person);
    auto const granted = v.grant<Action::keep_packs>(edition.id, "");
    if (!granted) return {};
    for (auto const& person : people) v.note(Action::keep_packs, edition.id.value(), person.value());
    return addresses(v.read(), v.keys(), *granted, people);
}

http::Response show_addresses(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    auto const all = open_addresses(v, *edition);
    return v.page(tr("Adressen voor het welkomstpakket"), [&](html::Page& page) {
        page.lead(edition->name);
        if (all.empty()) page.empty(tr("Er zijn nu geen adressen."));
        for (auto const& address : all) {
            std::string lines;
            for (auto const& line : label(address)) lines += (lines.empty() ? "" : "\n") + line;
            page.quote(lines);
        }
        page.link(href(edition->id), tr("Terug naar het welkomstpakket"));
    });
}

http::Response print_labels(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    std::vector<std::vector<std::string>> all;
    for (auto const& address : open_addresses(v, *edition)) all.push_back(label(address));
    if (all.empty()) return v.see(href(edition->id));
    return reception::pdf_answer(pdf::labels(text::say(tr("Etiketten"), v.language()), all), text::say(tr("etiketten"), v.language()));
}

http::Response create_sent(Visit& v) {
    auto const edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return v.not_found();
    std::vector<visit::PersonId> people;
    for (auto const& value : v.form().all("persoon")) people.emplace_back(value);
    return v.act(edition->id.value(), "", [&](db::Write& tx) -> Acted {
        auto const used = note_sent(tx, edition->id, people, v.today());
        for (auto const& id : used) erase_key(tx, v, id);
        return Done{href(edition->id), used.empty() ? tr("Kies eerst welke pakketten zijn verstuurd.") : tr("Vastgelegd. De adressen zijn gewist.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response address_form(Visit& v, base::Refusal const* refusal) {
    auto const edition = edition_of(v.read(), v.me());
    auto const pack = edition ? pack_of(v.read(), edition->id) : std::nullopt;
    return v.page(tr("Adres voor het welkomstpakket"), [&](html::Page& page) {
        if (!pack || !pack->asked_at) {
            page.empty(tr("We vragen je nu niet om een adres."));
            return void(page.link("/mijn/training", tr("Terug naar mijn training")));
        }
        auto const standing = packs_of(v.read(), edition->id);
        auto const its = std::find_if(standing.begin(), standing.end(), [&](auto const& one) { return one.person == v.me(); });
        if (its != standing.end() && its->sent_on) {
            page.alert(html::Tone::good, base::Sentence{tr("Je pakket is verstuurd op {day}. Je adres is gewist."), {{"day", text::plain_day(*its->sent_on, v.language())}}});
            return void(page.link("/mijn/training", tr("Terug naar mijn training")));
        }
        page.lead(tr("We sturen je iets om mee te beginnen. Alleen de coördinator leest je adres. Zodra het pakket is verstuurd, wissen we het. Liever niet? Dan geven we het op de eerste avond."));
        page.details(tr("Wat zit erin?"), {pack->contents});
        auto values = v.values();
        bool there = false;
        if (!refusal) {
            auto const known = own_address(v.read(), v.keys(), edition->id, v.me());
            there = known.has_value();
            auto const address = known.value_or(Address{people::name_of(v.read(), v.keys(), v.me()), "", "", ""});
            for (auto const& [field, words] : {std::pair{"naam", address.name}, {"straat", address.street}, {"postcode", address.postcode}, {"woonplaats", address.town}}) values.emplace(field, words);
        }
        auto form = page.form(own_page, there ? tr("Verander mijn adres") : tr("Geef mijn adres"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam op de envelop"), .autocomplete = "name", .most = 80}).text({.name = "straat", .label = tr("Straat en huisnummer"), .autocomplete = "street-address", .most = 80});
        form.text({.name = "postcode", .label = tr("Postcode"), .autocomplete = "postal-code", .most = 7}).text({.name = "woonplaats", .label = tr("Woonplaats"), .autocomplete = "address-level2", .most = 80});
        form.or_go("/mijn/training", tr("Terug"));
        if (there) page.act("/mijn/training/adres/terug", tr("Wis mijn adres nu"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_address(Visit& v) { return address_form(v, nullptr); }

http::Response create_address(Visit& v) {
    auto const edition = edition_of(v.read(), v.me());
    auto const pack = edition ? pack_of(v.read(), edition->id) : std::nullopt;
    if (!pack || !pack->asked_at) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return address_form(v, &refusal); };
    auto const address = send_to({text::tidy_line(v.field("naam")), text::tidy_line(v.field("straat")), text::tidy_line(v.field("postcode")), text::tidy_line(v.field("woonplaats"))});
    if (!address) return again(address.error());
    auto const id = v.new_id<PackAddress>();
    v.close_read();
    make_address_key(v.keys(), id);
    return v.act(edition->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (auto const before = unused_address(tx, edition->id, v.me())) erase_key(tx, v, *before);
        if (!give_address(tx, v.keys(), id, edition->id, v.me(), *address, v.now())) return Done{own_page, base::Text::none()};
        return Done{"/mijn/training", tr("Dank je wel. We wissen je adres zodra het pakket is verstuurd.")}; }, again);
}

http::Response create_taking_back(Visit& v) {
    auto const edition = edition_of(v.read(), v.me());
    if (!edition) return v.not_found();
    return v.act(edition->id.value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (auto const its = unused_address(tx, edition->id, v.me())) {
            take_back_address(tx, *its);
            erase_key(tx, v, *its);
        }
        return Done{"/mijn/training", tr("Gewist. We hebben je adres niet meer.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void own_pack_part(html::Page& page, Visit& v, EditionId const& edition) {
    auto const pack = pack_of(v.read(), edition);
    if (!pack || !pack->asked_at) return;
    auto const standing = packs_of(v.read(), edition);
    auto const its = std::find_if(standing.begin(), standing.end(), [&](auto const& one) { return one.person == v.me(); });
    if (its == standing.end()) page.button(own_page, tr("Waar mag het welkomstpakket heen?"), false);
    else page.link(own_page, its->sent_on ? tr("Je welkomstpakket is verstuurd") : tr("Adres voor het welkomstpakket"));
}

std::vector<reception::Route> pack_routes() {
    using reception::route;
    return {
        route<Action::keep_packs>("GET", "/trainingen/{edition}/welkomstpakket", show_pack),
        route<Action::keep_packs>("POST", "/trainingen/{edition}/welkomstpakket", update_pack),
        route<Action::keep_packs>("POST", "/trainingen/{edition}/welkomstpakket/vraag", create_asking),
        route<Action::keep_packs>("GET", "/trainingen/{edition}/welkomstpakket/adressen", show_addresses),
        route<Action::keep_packs>("GET", "/trainingen/{edition}/welkomstpakket/etiketten", print_labels),
        route<Action::keep_packs>("POST", "/trainingen/{edition}/welkomstpakket/verstuurd", create_sent),
        route<Action::give_address>("GET", "/mijn/training/adres", new_address),
        route<Action::give_address>("POST", "/mijn/training/adres", create_address),
        route<Action::give_address>("POST", "/mijn/training/adres/terug", create_taking_back),
    };
}

} // namespace training
