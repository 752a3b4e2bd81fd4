#include "training/programme.h"

namespace training {

Programme const& standard() {
    static Programme const programme{
        EveningPlan{{"Neem er rustig een uur voor. Er zijn geen goede of foute antwoorden.",
                     {{"rolkaart", "Lees de rolkaart: wat een buddy wel en niet doet.", "/materialen/rolkaart-nl", false},
                      {"eerste-gesprek", "Lees de geheugensteun voor het eerste gesprek. Lees met je eigen verhaal in gedachten.", "/materialen/eerste-gesprek-nl", false},
                      {"spreekt-aan", "Wat spreekt je aan, en waarom?", "", true},
                      {"spreekt-niet-aan", "Wat spreekt je niet aan, en waarom niet?", "", true},
                      {"zelf-gedaan", "Wat deed je zelf al met jouw kind en school? En wat niet?", "", true},
                      {"als-buddy", "Wat kun je een andere ouder geven, en hoe?", "", true}}},
                    {{"ontvangst", "Ontvangst en kennismaken", 45, true, "Elkaar leren kennen. Ieder vertelt wat die kwijt wil over het eigen kind.", "Aan tafel, zonder programma", "Koffie, thee en iets lekkers; naamkaartjes", "Dank iedereen dat die er is. Let op dat niemand alleen zit."},
                     {"welkom-1", "Welkom en doel", 10, false, "Iedereen weet wat we vanavond doen en waarom. Ook: past buddy zijn bij mij?", "Met de hele groep", "Map voor elke deelnemer", "Zeg tot hoe laat het duurt. Wat hier verteld wordt, blijft hier."},
                     {"waarom", "Waarom doe ik mee?", 20, false, "Ieder hoort wat de anderen brengt, en merkt wat eigen ervaring waard is.", "Rondje, drie minuten per persoon", "", "Bewaak de tijd vriendelijk. Wie veel vertelt, krijgt een vraag terug; wie stil is, krijgt de ruimte."},
                     {"samen", "School, ouders en kind", 15, false, "Weten wie wat doet als een kind meer nodig heeft, en waarom samenwerken een kind helpt.", "Vertellen bij één tekening, vragen tussendoor", "Tekening van de ondersteuning in onze streek", "Begin bij wat de groep net vertelde. Geen dia’s voorlezen."},
                     {"pauze-1", "Pauze", 10, false, "", "", "Koffie en thee", "Begin weer op tijd."},
                     {"kaarten", "Gesprekskaarten", 30, false, "Oefenen met luisteren en vragen: wat zeg je, wat vraag je, en waarom?", "Eén kaart samen, daarna in groepjes van drie", "Gesprekskaarten", "Doe de eerste kaart zelf voor. Geef complimenten en zeg erbij waarom iets werkt."},
                     {"opbrengst-1", "Wat neem je mee?", 10, false, "Ieder noemt één ding om te houden en één ding dat beter kan.", "Rondje", "", "Ook trainers doen mee."},
                     {"vooruit-1", "Vooruitkijken en vragenlijst", 10, false, "Weten wat er voor de tweede avond te doen is. De eigen groei bekijken.", "Ieder voor zich", "Vragenlijst, blad voor thuis", "De antwoorden zijn van de deelnemer zelf."}}},
        EveningPlan{{"",
                     {{"ondersteuning", "Lees welke hulp er op school is. Denk aan een groot overleg over jouw kind.", "/materialen/ondersteuning-nl", false},
                      {"overleg", "Wat vond jij als ouder belangrijk in zo’n overleg? Noem twee dingen, en waarom.", "", true},
                      {"volgende-keer", "Wat zou je een andere ouder van tevoren willen vertellen?", "", true}}},
                    {{"eten", "Samen eten", 45, true, "Bijpraten. Er is tijd voor verhalen die de eerste avond te kort kwamen.", "Aan tafel", "Een maaltijd; vraag vooraf wat iemand niet eet", "Zet nieuwe mensen naast iemand die er al was."},
                     {"welkom-2", "Welkom en wie is nieuw", 10, false, "Iedereen kent elkaar en weet wat we vanavond doen.", "Met de hele groep", "", "Kom terug op één ding van de vorige keer."},
                     {"gesprek-school", "Een lastig gesprek op school", 20, false, "Weten waar een ouder op kan letten als het over extra hulp gaat.", "In tweetallen, daarna samen", "Blad met aandachtspunten", "De ouder voert het woord. Een buddy denkt mee."},
                     {"ervaring", "Van ervaring naar kennis", 20, false, "Woorden vinden voor wat je al aanvoelt.", "Deelnemers vertellen, trainers leggen het verband", "", "Eerst het verhaal, dan pas de uitleg."},
                     {"pauze-2", "Pauze", 10, false, "", "", "Koffie en thee", "Begin weer op tijd."},
                     {"ontmoeting", "De eerste ontmoeting spelen", 25, false, "Oefenen met hoe je begint, wat je laat weten en hoe je weer afspreekt.", "Rollenspel in groepjes van drie: ouder, buddy, kijker", "Kaarten Eerste ontmoeting en Schoolplein, folder om af te geven", "Houd het kort en echt. Wie niet wil spelen, kijkt."},
                     {"verder", "Hoe gaat het verder?", 10, false, "Weten wat er na de training komt en wie je kunt bellen.", "Vertellen en vragen", "Onze afspraken", "Doorgaan, wachten of stoppen: alles is goed."},
                     {"opbrengst-2", "Vragenlijst en afsluiting", 10, false, "Zien waarin je groeide. Zeggen wat beter kan.", "Ieder voor zich, daarna een rondje", "Vragenlijst", "Bedank iedereen."}}}};
    return programme;
}

} // namespace training
