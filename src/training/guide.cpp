#include "training/guide.h"

#include "platform/base/length.h"

#include <algorithm>

namespace training {
using base::tr;

std::array<Heading, headings_count> const& headings(Guide guide) {
    static std::array<Heading, headings_count> const observation{{{tr("Hoe de avond liep"), tr("Ontvangst, voorbereiding, tijd, werkvormen: wat paste bij deze groep en wat niet?")},
                                                                  {tr("Wat er aan bod kwam"), tr("Sloot het aan? Wat bleef onduidelijk, waar werden mensen blij van?")},
                                                                  {tr("Tussen trainers en deelnemers"), tr("Wat maakte los dat mensen meededen, ook onderling?")},
                                                                  {tr("De houding van de groep"), tr("Bijvoorbeeld open, kritisch, afwachtend, enthousiast of onzeker.")},
                                                                  {tr("Wat mensen vroegen"), tr("Bijvoorbeeld over praktische dingen, over ouders of over de eigen rol.")},
                                                                  {tr("Wat verder opviel"), tr("Alles wat helpt om de training beter te maken.")}}};
    static std::array<Heading, headings_count> const evaluation{{{tr("De doelen"), tr("Welke doelen haalden we, en welke niet?")},
                                                                 {tr("De onderdelen"), tr("Wat werkte goed, wat kan eruit, wat kost meer tijd?")},
                                                                 {tr("De groep"), tr("Kreeg iedereen de ruimte? Voelde het veilig?")},
                                                                 {tr("Wij samen"), tr("Hoe verdeelden we het werk? Wat doen we de volgende keer anders?")},
                                                                 {tr("Tijd, plaats en spullen"), tr("Klopte de planning? Wat ontbrak er?")},
                                                                 {tr("Wat hielp en wat zat in de weg"), tr("Ook wat buiten de avond ligt, zoals de voorbereiding of de uitnodiging.")}}};
    return guide == Guide::observation ? observation : evaluation;
}

base::Result<Review, base::Refusal> review(Review const& typed) {
    base::Refusal refusal;
    for (std::size_t i = 0; i < typed.size(); ++i)
        if (base::characters(typed[i]) > longest_part) refusal.add("k" + std::to_string(i + 1), tr("Dit is te lang. Gebruik hoogstens 3000 tekens."));
    if (!refusal.empty()) return refusal;
    if (std::all_of(typed.begin(), typed.end(), [](auto const& words) { return words.empty(); })) return base::Refusal::of(tr("Vul minstens één vak in. Alles invullen hoeft niet."));
    return typed;
}

bool may_be_announced(base::Date evening, base::Date today) { return base::days_between(today, evening) >= 1; }

} // namespace training
