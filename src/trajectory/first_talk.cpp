#include "trajectory/first_talk.h"

namespace trajectory {
using base::tr;
using P = TalkPart;

std::vector<TalkLine> leaflet() {
    return {
        {P::title, tr("Zo gaat een eerste gesprek")},
        {P::paragraph, tr("Binnenkort ziet u uw buddy voor het eerst. Dit kunt u verwachten.")},
        {P::heading, tr("Vooraf")},
        {P::bullet, tr("U kiest de dag, de plek en wie erbij is.")},
        {P::bullet, tr("Thuis hoeft niet. Een bibliotheek of buurthuis kan ook, of online.")},
        {P::bullet, tr("U hoeft niets voor te bereiden en niets mee te nemen.")},
        {P::heading, tr("In het gesprek")},
        {P::bullet, tr("Uw buddy luistert, en vertelt hoe het zelf ging als u dat wilt.")},
        {P::bullet, tr("U vertelt wat u kwijt wilt. De rest bewaart u, of vertelt u later.")},
        {P::bullet, tr("Uw buddy oordeelt niet en beslist niets voor u.")},
        {P::bullet, tr("Neem de tijd. Twee uur is niet te lang.")},
        {P::heading, tr("Wat u samen afspreekt")},
        {P::bullet, tr("Hoe vaak u contact wilt. U bepaalt het tempo.")},
        {P::bullet, tr("Hoe: bellen, berichten of elkaar zien. En op welke uren liever niet.")},
        {P::heading, tr("Goed om te weten")},
        {P::bullet, tr("Wat u vertelt, blijft tussen u en uw buddy. School hoort niets.")},
        {P::bullet, tr("Is iemand in gevaar? Dan mag uw buddy dat niet voor zich houden. U hoort het dan eerst, tenzij dat gevaar geeft.")},
        {P::bullet, tr("Klikt het niet? Zeg het de coördinator. U hoeft niet uit te leggen waarom.")},
        {P::bullet, tr("Stoppen mag altijd.")},
    };
}

std::vector<TalkLine> guide() {
    return {
        {P::title, tr("Je eerste gesprek met een ouder")},
        {P::paragraph, tr("Een steun in je rug. Je hoeft dit niet af te werken.")},
        {P::heading, tr("Vooraf")},
        {P::bullet, tr("Lees de korte tekst van de ouder nog eens. Meer hoef je niet te weten.")},
        {P::bullet, tr("De ouder kiest de plek. Thuis alleen als de ouder het voorstelt en jij het goed vindt.")},
        {P::bullet, tr("Houd er twee uur voor vrij. Korter mag, langer liever niet.")},
        {P::heading, tr("Jouw rol")},
        {P::bullet, tr("Luister eerst. Vraag door, en laat stiltes vallen.")},
        {P::bullet, tr("Vertel hoe het bij jou ging als dat helpt. Houd het kort.")},
        {P::bullet, tr("Geef geen advies en noem geen oorzaak. Wat bij jou werkte, hoeft hier niet te werken.")},
        {P::bullet, tr("Beslis niets voor de ouder en beloof niets namens school.")},
        {P::bullet, tr("Weet je iets niet? Zeg dat, en vraag het de coördinator.")},
        {P::heading, tr("Zo kun je beginnen")},
        {P::bullet, tr("Vertel wie je bent en waarom je buddy werd.")},
        {P::bullet, tr("Zeg wat je wel en niet doet, en dat je niets opschrijft.")},
        {P::bullet, tr("Vraag daarna: waar wilt u het over hebben?")},
        {P::heading, tr("Wat jullie afspreken")},
        {P::bullet, tr("Hoe vaak jullie contact hebben. De ouder bepaalt het tempo.")},
        {P::bullet, tr("Hoe: bellen, berichten of zien. En wie begint; meestal ben jij dat.")},
        {P::bullet, tr("Wat jullie doen als iemand even niet kan.")},
        {P::heading, tr("Als je schrikt")},
        {P::bullet, tr("Gaat het over veiligheid? Zeg het eerst tegen de ouder, tenzij dat gevaar geeft.")},
        {P::bullet, tr("Meld het daarna bij “Ik maak mij zorgen over veiligheid”. Alleen de aandachtsfunctionaris leest dat.")},
        {P::bullet, tr("Is er nu gevaar? Bel 112.")},
        {P::heading, tr("Daarna")},
        {P::bullet, tr("Noteer alleen de dag en hoe lang. Wat jullie bespraken, staat nergens.")},
        {P::bullet, tr("Raakte het je? Bel de coördinator. Daar is die voor.")},
    };
}

} // namespace trajectory
