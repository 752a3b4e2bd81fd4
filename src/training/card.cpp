#include "training/card.h"

#include <algorithm>

namespace training {
using base::tr;

std::vector<StandardCard> const& standard_cards() {
    using K = CardKind;
    static std::vector<StandardCard> const cards{
        {"zeur", {K::quote, "‘Ik durf niets meer te zeggen op school. Straks vinden ze mij een zeur.’"}},
        {"ander-kind", {K::quote, "‘Thuis is hij lief en vrolijk. Op school zien ze een ander kind. Wie heeft er nu gelijk?’"}},
        {"zeg-het", {K::quote, "‘Jij hebt dit ook gehad. Zeg dan gewoon wat ik moet doen.’"}},
        {"overleg", {K::situation, "Een moeder kreeg een brief: er komt een overleg over haar dochter. Er schuiven vier mensen aan. Zij weet niet wie dat zijn en slaapt er slecht van. Het overleg is over drie dagen."}},
        {"mails", {K::situation, "Een vader vertelt dat hij en de leerkracht elkaar alleen nog mailen. De mails worden steeds langer. Hij laat je de laatste zien en vraagt: ‘Zal ik deze versturen?’"}},
        {"geldzorgen", {K::situation, "Je spreekt al zes weken met een ouder. De gesprekken gaan steeds minder over school en steeds meer over geldzorgen. Je merkt dat je er thuis over piekert."}},
        {"boos", {K::role_play, "Ouder: je bent boos, want school belt voor de derde keer deze week.\nBuddy: je luistert en vat samen, zonder partij te kiezen.\nKijker: let op wanneer de ouder rustiger wordt. Wat gebeurde er net daarvoor?"}},
        {"dichtklappen", {K::role_play, "Ouder: morgen is het gesprek op school. Je wilt drie dingen zeggen, maar je bent bang dat je dichtklapt.\nBuddy: help de ouder kiezen en oefenen.\nKijker: telt wie het meest aan het woord is."}},
        {"koffie", {K::first_meeting, "Jullie zitten voor het eerst samen, met koffie. De ouder zegt weinig en kijkt naar de deur. Hoe begin je? Wat vertel je over jezelf, en wat nog niet?"}},
        {"twee-uur", {K::first_meeting, "Het eerste gesprek duurt al bijna twee uur. De ouder is nog niet klaar, jij moet naar huis. Hoe rond je af, en hoe spreken jullie weer af?"}},
        {"hardop", {K::school_yard, "Op het schoolplein komt de ouder die je begeleidt op je af. Er staan andere ouders bij. ‘Zeg, hoe vond jij het gisteren?’ vraagt de ouder hardop."}},
        {"hek", {K::school_yard, "De leerkracht spreekt je aan bij het hek: ‘Jij kent haar toch goed? Hoe gaat het daar thuis nu echt?’"}}};
    return cards;
}

std::vector<CardText> deck(std::set<std::string> const& put_aside, std::vector<CardText> const& own) {
    std::vector<CardText> all, standard;
    for (auto const& card : standard_cards()) {
        standard.push_back(card.text);
        if (!put_aside.contains(card.name)) all.push_back(card.text);
    }
    all.insert(all.end(), own.begin(), own.end());
    return all.empty() ? standard : all;
}

namespace {
std::size_t standing(std::set<std::string> const& put_aside) {
    auto const& all = standard_cards();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](StandardCard const& card) { return !put_aside.contains(card.name); }));
}
} // namespace

bool may_put_aside(std::string const& name, std::set<std::string> const& put_aside, std::size_t own) {
    auto then = put_aside;
    then.insert(name);
    return standing(then) + own > 0;
}
bool may_remove_own(std::set<std::string> const& put_aside, std::size_t own) { return standing(put_aside) + own > 1; }

std::size_t word_count(std::string_view text) {
    std::size_t count = 0;
    bool inside = false;
    for (char const each : text) {
        bool const space = each == ' ' || each == '\n' || each == '\r' || each == '\t';
        if (!space && !inside) ++count;
        inside = !space;
    }
    return count;
}

base::Result<CardText, base::Refusal> write_card(std::string_view kind, std::string const& words) {
    base::Refusal refusal;
    auto const its = base::from_word<CardKind>(kind);
    if (!its) refusal.add("soort", tr("Kies een soort."));
    auto const count = word_count(words);
    if (count == 0) refusal.add("woorden", tr("Schrijf op wat er op de kaart staat."));
    else if (count > most_words) refusal.add("woorden", base::Sentence{tr("Dit zijn {count} woorden. Een kaart heeft er hoogstens 80."), {{"count", std::to_string(count)}}});
    else if (std::count_if(words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }) > 500) refusal.add("woorden", tr("Dit is te lang. Gebruik hoogstens 500 tekens."));
    if (!refusal.empty()) return refusal;
    return CardText{*its, words};
}

base::Text name(CardKind kind) {
    switch (kind) {
    case CardKind::quote: return tr("Citaat");
    case CardKind::situation: return tr("Casus");
    case CardKind::role_play: return tr("Rollenspel");
    case CardKind::first_meeting: return tr("Eerste ontmoeting");
    case CardKind::school_yard: return tr("Schoolplein");
    }
    return base::Text::none();
}

} // namespace training
