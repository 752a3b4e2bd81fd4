#include "recruitment/mailing.h"

#include "platform/base/length.h"
#include "platform/base/require.h"

namespace recruitment {
using base::tr;

std::vector<base::Sentence> paragraphs(Template of, Filling const& with) {
    base::Sentence const greeting{tr("Beste collega,")};
    base::Sentence const what{tr("In onze regio staan ouders naast ouders. Een buddy maakte zelf mee dat een kind op school iets extra’s nodig had. Die luistert, vertelt en denkt mee. Een buddy beslist niet, adviseert niet en houdt geen dossier bij.")};
    base::Sentence const whose{tr("Noem mij geen ouder zonder dat die het goed vindt. Een ouder kan zich ook zelf melden.")};
    base::Sentence const become{tr("Buddy worden: {address}"), {{"address", with.become_buddy}}};
    base::Sentence const ask{tr("Een buddy vragen: {address}"), {{"address", with.ask_for_buddy}}};
    base::Sentence const bye{tr("Vragen? Bel mij gerust: {phone}."), {{"phone", with.phone}}};
    base::Sentence const sender{tr("{coordinator}, {support_point}"), {{"coordinator", with.coordinator}, {"support_point", with.support_point}}};
    switch (of) {
    case Template::outreach_workers:
        return {greeting, what, tr("Welke ouder kent u die een ander zou kunnen bijstaan? U heeft al een band met ouders. Een telefoontje van u zegt meer dan een brief van mij."), tr("Twijfelt u of het bij iemand past? Bel mij. Dan denken we er samen over na."), whose, become, ask, bye, sender};
    case Template::school_contacts:
        return {greeting, what, tr("Ziet u een ouder die hier iets aan heeft? Vertel dat een buddy kan luisteren en meedenken. De ouder beslist, en de school hoort alleen wat de ouder zelf wil vertellen."), whose, ask, become, bye, sender};
    case Template::school_leaders:
        return {greeting, what, tr("Wilt u dit in de nieuwsbrief van uw school zetten en de poster ophangen? Ik kom ook graag een kwartier naar een teamvergadering of naar een koffieochtend met ouders."), become, ask, bye, sender};
    case Template::thanks:
        return {greeting, tr("Dank u wel dat u ouders op de buddy’s wees. Zonder u hadden zij ons niet gevonden."), tr("Ik hoor graag wat u van ouders terugkrijgt, zonder namen. Dan maken we het samen beter."), bye, sender};
    }
    throw base::Impossible{"a template without a text"};
}

std::optional<Channel> channel_of(Template of) {
    switch (of) {
    case Template::outreach_workers: return Channel::outreach;
    case Template::school_contacts: return Channel::school_contact;
    case Template::school_leaders: return Channel::school_leader;
    case Template::thanks: return {};
    }
    throw base::Impossible{"a template without a channel"};
}

base::Refusal check_mailing(std::size_t receivers, std::string const& words) {
    base::Refusal refusal;
    if (receivers == 0) refusal.add("ontvanger", tr("Kies aan wie u schrijft."));
    if (words.size() < 20) refusal.add("tekst", tr("Schrijf een paar zinnen."));
    else if (base::characters(words) > 4000) refusal.add("tekst", tr("Dit is te lang. Gebruik hoogstens 4000 tekens."));
    return refusal;
}

base::Text name(Template of) {
    switch (of) {
    case Template::outreach_workers: return tr("eerste brief aan ambulant begeleiders");
    case Template::school_contacts: return tr("brief aan intern begeleiders en leerkrachten");
    case Template::school_leaders: return tr("brief aan schoolleiders");
    case Template::thanks: return tr("bedankbrief");
    }
    throw base::Impossible{"a template without a name"};
}

} // namespace recruitment
