#include "training/pages_card.h"

#include "gen/training_views.h"
#include "platform/base/number.h"
#include "reception/visit_print.h"
#include "training/pages_edition.h"
#include "training/store_card.h"
#include "training/store_edition.h"

namespace training {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// The edition, for who may see it.
std::optional<EditionRow> open(Visit& v) {
    auto edition = find_edition(v.read(), v.id<Edition>("edition"));
    if (!edition) return {};
    if (!v.grant<Action::see_edition>(edition->id, "", ties_to(v, edition->id))) return {};
    return edition;
}

std::vector<CardText> deck_of(Visit& v) {
    std::vector<CardText> own;
    for (auto& card : own_cards(v.read())) own.push_back(std::move(card.text));
    return deck(cards_put_aside(v.read()), own);
}

base::Text questions() { return tr("Wat zeg je? Wat vraag je? Waarom?"); }

http::Response show_card(Visit& v) {
    using g = views::card_;
    auto const edition = open(v);
    if (!edition) return v.not_found();
    auto const cards = deck_of(v);
    auto const at = std::clamp<std::size_t>(static_cast<std::size_t>(base::number_from(v.request().query.get("kaart")).value_or(1)), 1, cards.size());
    auto const address = "/trainingen/" + edition->id.value() + "/kaarten";
    return v.page(tr("Gesprekskaarten"), [&](html::Page& page) {
        auto card = page.own(g::view);
        card.set(g::KIND, name(cards[at - 1].kind)).set(g::WORDS, cards[at - 1].words).set(g::QUESTIONS, questions());
        card.set(g::PLACE, base::Sentence{tr("{number} van {count}"), {{"number", std::to_string(at)}, {"count", std::to_string(cards.size())}}});
        if (at > 1) card.show(g::BACK, address + "?kaart=" + std::to_string(at - 1));
        if (at < cards.size()) card.show(g::NEXT, address + "?kaart=" + std::to_string(at + 1));
        page.link(address + "/pdf", tr("Alle kaarten op papier (PDF)"));
        page.link("/trainingen/" + edition->id.value(), tr("Terug naar de training"));
    });
}

http::Response print_cards(Visit& v) {
    auto const edition = open(v);
    if (!edition) return v.not_found();
    pdf::Document document;
    document.title = text::say(tr("Gesprekskaarten"), v.language());
    document.author = document.top = v.house().support_point;
    document.language = std::string{base::word(v.language())};
    document.look = pdf::Look::pile;
    for (auto const& card : deck_of(v)) {
        if (!document.lines.empty()) document.lines.push_back({pdf::Part::page, ""});
        document.lines.push_back({pdf::Part::heading, text::say(name(card.kind), v.language())});
        std::string_view rest = card.words;
        while (!rest.empty()) {
            auto const end = std::min(rest.find('\n'), rest.size());
            document.lines.push_back({pdf::Part::paragraph, std::string{rest.substr(0, end)}});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        document.lines.push_back({pdf::Part::heading, text::say(questions(), v.language())});
    }
    return reception::pdf_answer(pdf::render(document), "gesprekskaarten");
}

void card_fields(html::Form& form) {
    std::vector<html::Option> kinds;
    for (auto const& [kind, word] : base::Words<CardKind>::entries) kinds.push_back({std::string{word}, name(kind)});
    form.select({.name = "soort", .label = tr("Soort kaart")}, kinds);
    form.area({.name = "woorden", .label = tr("De tekst op de kaart"), .hint = tr("Hoogstens 80 woorden. Schrijf niets op van een ouder of kind dat je kent."), .most = 500}, 5);
}

http::Response list_page(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Gesprekskaarten"), [&](html::Page& page) {
        page.lead(questions());
        auto const own = own_cards(v.read());
        page.heading(tr("Eigen kaarten"));
        if (own.empty()) page.empty(tr("Er zijn nog geen eigen kaarten. De standaardkaarten staan hieronder."));
        else {
            auto table = page.table(tr("Eigen kaarten"), {{tr("Soort kaart")}, {tr("De tekst op de kaart")}});
            for (auto const& card : own) table.row({{name(card.text.kind), "/kaarten/" + card.id.value()}, {card.text.words}});
        }
        page.heading(tr("Kaart erbij"));
        auto form = page.form("/kaarten", tr("Kaart toevoegen"), v.values(), refusal);
        card_fields(form);
        page.heading(tr("Standaardkaarten"));
        page.paragraph(tr("Een kaart die u weglegt, staat niet op het scherm en niet op papier. U kunt die later toch gebruiken."));
        auto const put_aside = cards_put_aside(v.read());
        int number = 0;
        for (auto const& card : standard_cards()) {
            bool const aside = put_aside.contains(card.name);
            page.heading(base::Sentence{aside ? tr("Standaardkaart {number}: {kind} (weggelegd)") : tr("Standaardkaart {number}: {kind}"), {{"number", std::to_string(++number)}, {"kind", text::say(name(card.text.kind), v.language())}}});
            page.quote(card.text.words);
            if (aside) page.act("/standaardkaarten/terug", tr("Toch gebruiken"), {{"kaart", card.name}}, false);
            else page.act("/standaardkaarten/weg", tr("Leg deze kaart weg"), {{"kaart", card.name}}, false);
        }
        page.link("/programma", tr("Programma van de training"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_cards(Visit& v) { return list_page(v, nullptr); }

base::Result<CardText, base::Refusal> typed(Visit& v) { return write_card(v.field("soort"), text::tidy_text(v.field("woorden"))); }

http::Response create_card(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return list_page(v, &refusal); };
    auto const card = typed(v);
    if (!card) return again(card.error());
    return v.act("", "", [&](db::Write& tx) -> Acted {
        if (own_cards(tx).size() >= most_own_cards) return base::Refusal::of(tr("Zo veel eigen kaarten is genoeg. Haal er eerst een weg."));
        add_card(tx, v.new_id<Card>(), *card, v.me(), v.now());
        return Done{"/kaarten", tr("De kaart staat erbij.")}; }, again);
}

http::Response card_page(Visit& v, base::Refusal const* refusal) {
    auto const card = find_card(v.read(), v.id<Card>("card"));
    if (!card) return v.not_found();
    auto values = v.values();
    if (!refusal) {
        values.emplace("soort", std::string{base::word(card->text.kind)});
        values.emplace("woorden", card->text.words);
    }
    return v.page(tr("Verander deze kaart"), [&](html::Page& page) {
        auto const address = "/kaarten/" + card->id.value();
        auto form = page.form(address, tr("Bewaar deze kaart"), values, refusal);
        card_fields(form);
        form.or_go("/kaarten", tr("Terug naar de kaarten"));
        page.act(address + "/weg", tr("Deze kaart weghalen"), {}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_card(Visit& v) { return card_page(v, nullptr); }

http::Response update_card(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return card_page(v, &refusal); };
    auto const id = v.id<Card>("card");
    if (!find_card(v.read(), id)) return v.not_found();
    auto const card = typed(v);
    if (!card) return again(card.error());
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        change_card(tx, id, *card);
        return Done{"/kaarten", tr("De kaart is bewaard.")}; }, again);
}

http::Response remove_own_card(Visit& v) {
    auto const id = v.id<Card>("card");
    if (!find_card(v.read(), id)) return v.not_found();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        if (find_card(tx, id) && !may_remove_own(cards_put_aside(tx), own_cards(tx).size())) return base::Refusal::of(tr("Dit is de laatste kaart. Gebruik eerst een andere."));
        remove_card(tx, id, v.now());
        return Done{"/kaarten", tr("De kaart is weg.")}; }, [&](base::Refusal const& refusal) { return list_page(v, &refusal); });
}

/// An act on the standard card that the form names.
http::Response standard_act(Visit& v, std::function<Acted(db::Write&, std::string const&)> const& work) {
    auto const& wanted = v.field("kaart");
    auto const& all = standard_cards();
    if (std::none_of(all.begin(), all.end(), [&](StandardCard const& card) { return card.name == wanted; })) return v.not_found();
    return v.act(wanted, "", [&](db::Write& tx) { return work(tx, wanted); }, [&](base::Refusal const& refusal) { return list_page(v, &refusal); });
}
http::Response put_aside(Visit& v) {
    return standard_act(v, [&](db::Write& tx, std::string const& card) -> Acted {
        if (!may_put_aside(card, cards_put_aside(tx), own_cards(tx).size())) return base::Refusal::of(tr("Dit is de laatste kaart. Gebruik eerst een andere."));
        put_card_aside(tx, card, v.me(), v.now());
        return Done{"/kaarten", tr("De kaart is weggelegd.")};
    });
}
http::Response use_again(Visit& v) {
    return standard_act(v, [&](db::Write& tx, std::string const& card) -> Acted {
        use_card_again(tx, card);
        return Done{"/kaarten", tr("De kaart doet weer mee.")};
    });
}

} // namespace

std::vector<reception::Route> card_routes() {
    using reception::route;
    return {
        route<Action::see_edition>("GET", "/trainingen/{edition}/kaarten", show_card),
        route<Action::see_edition>("GET", "/trainingen/{edition}/kaarten/pdf", print_cards),
        route<Action::keep_cards>("GET", "/kaarten", list_cards),
        route<Action::keep_cards>("POST", "/kaarten", create_card),
        route<Action::keep_cards>("POST", "/standaardkaarten/weg", put_aside),
        route<Action::keep_cards>("POST", "/standaardkaarten/terug", use_again),
        route<Action::keep_cards>("GET", "/kaarten/{card}", edit_card),
        route<Action::keep_cards>("POST", "/kaarten/{card}", update_card),
        route<Action::keep_cards>("POST", "/kaarten/{card}/weg", remove_own_card),
    };
}

} // namespace training
