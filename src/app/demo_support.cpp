#include "app/demo_support.h"

#include "support/store_buddy_list.h"
#include "support/store_consult.h"
#include "support/store_dilemma.h"
#include "support/store_intervision.h"
#include "support/store_library.h"

namespace app {
namespace {

support::ConsultId asks(Maker& make, visit::PersonId const& buddy, char const* question) {
    auto const id = base::new_id<support::Consult>(make.services().random);
    make.write([&](db::Write& tx) { support::ask(tx, make.services().keys, id, buddy, question, make.now()); });
    return id;
}

void questions(Maker& make, base::Moment now, Supported const& who) {
    auto& keys = make.services().keys;
    make.at(now, 90);
    // an expert who is nothing else: no observer, deputy or reader
    auto const expert = make.person("Hilde Kuipers", "expert@naast.example", "06 55 01 09 09", {visit::Role::expert});
    make.at(now, 6);
    auto const to_call = asks(make, who.els, "Hoe vaak bel ik een ouder die zelf weinig laat horen?");
    make.at(now, 5);
    make.write([&](db::Write& tx) {
        support::answer(tx, keys, *support::find(tx, to_call), "Vraag wat de ouder prettig vindt. Eens per twee weken is vaak genoeg.", who.coordinator, make.now());
        support::thank(tx, to_call, make.now());
    });
    make.at(now, 1, 20);
    make.write([&](db::Write& tx) { support::say_enough(tx, to_call, support::Enough::call, make.now()); });
    auto rewritten = [&](visit::PersonId const& buddy, char const* question, char const* version) {
        auto const id = asks(make, buddy, question);
        auto const dilemma = base::new_id<support::Dilemma>(make.services().random);
        make.write([&](db::Write& tx) {
            support::note_read(tx, id, make.now());
            support::put(tx, keys, dilemma, id, buddy, expert, version, who.coordinator, make.now());
        });
        return dilemma;
    };
    make.at(now, 2, 9);
    auto const thought_of = rewritten(who.newly, "Ik merk dat ik zelf verdrietig word na het bellen. Is dat erg?", "Iemand die een ander bijstaat, is na elk contact van slag. Wat helpt, en wanneer is het te veel?");
    make.at(now, 1, 12);
    make.write([&](db::Write& tx) { support::reply(tx, keys, *support::find_dilemma(tx, thought_of), "Laat iemand vertellen wat precies raakt. Spreek af hoe je het na een contact loslaat. Blijft het zwaar, neem dan een pauze.", make.now()); });
    make.at(now, 1, 13);
    rewritten(who.late, "De ouder wil dat ik een brief voor haar schrijf. Doe ik dat?", "Iemand wordt gevraagd een brief te schrijven voor een ander. Waar ligt de grens tussen helpen en overnemen?");
    make.at(now, 1, 15);
    make.write([&](db::Write& tx) { support::ask(tx, keys, base::new_id<support::Consult>(make.services().random), who.late, "Ik zeg liever iets niet tegen de coördinator. Hoe begin ik daarover?", make.now(), {}, who.trainer); });
    make.at(now, 1, 14);
    make.consult(who.fatma, "Mag ik meegaan naar een tweede gesprek op school als de ouder dat vraagt?");
}

/// One that was held and noted, one that still asks who was there, and one to come.
void meetings(Maker& make, base::Moment now, Supported const& who) {
    auto const moment = [&](int days_ago) { return base::moment_of({base::later(base::local_date(now), -days_ago), std::chrono::hours{20}}); };
    auto plans = [&](support::IntervisionKind kind, int days_ago, char const* place, char const* link) {
        auto const id = base::new_id<support::Intervision>(make.services().random);
        make.write([&](db::Write& tx) { support::plan(tx, id, {kind, moment(days_ago), support::usual_minutes, place, link}, who.coordinator, make.now()); });
        return id;
    };
    auto comes = [&](support::IntervisionId const& id, visit::PersonId const& person, bool coming, support::Topic const& topic = {}) {
        make.write([&](db::Write& tx) {
            support::say_coming(tx, id, person, coming);
            if (topic != support::Topic{}) support::keep_topic(tx, make.services().keys, id, person, topic);
        });
    };
    make.at(now, 40);
    auto const held = plans(support::IntervisionKind::intervision, 20, "Wijkcentrum De Brug, zaal 2", "");
    auto const to_fill = plans(support::IntervisionKind::walk_in, 2, "Café Het Veer", "");
    auto const ahead = plans(support::IntervisionKind::walk_in, -9, "", "https://praten.example/koffie");
    make.at(now, 30);
    comes(held, who.fatma, true);
    comes(held, who.els, true);
    comes(to_fill, who.late, true);
    comes(ahead, who.fatma, true, {support::Theme::school_talk, "", "Ik weet niet goed wanneer ik iets zeg en wanneer ik stil ben."});
    comes(ahead, who.els, false);
    comes(ahead, who.late, true, {{}, "als er weinig te doen is", ""});
    make.at(now, 19);
    support::make_notes_key(make.services().keys, held);
    make.write([&](db::Write& tx) { support::keep_afterwards(tx, make.services().keys, held, {who.fatma, who.els}, "Stil zijn is ook helpen.\nVraag aan het eind wat iemand meeneemt.\nSpreek af wanneer je elkaar weer belt.", support::NotesFor::all_buddies, make.now()); });
}

void reading(Maker& make, base::Moment now, Supported const& who) {
    visit::Viewer const viewer{make.here(), who.coordinator, {visit::Role::anyone, visit::Role::coordinator}, true};
    auto const granted = visit::Policy::grant<visit::Action::keep_library>(viewer);
    auto writes = [&](char const* title, char const* words) {
        auto const id = base::new_id<support::LibraryText>(make.services().random);
        make.write([&](db::Write& tx) { support::add_text(tx, *granted, id, {title, words}, make.now()); });
        return id;
    };
    make.at(now, 50);
    writes("Als een gesprek je raakt", "Soms lijkt het verhaal van een ouder op dat van jou. Dat merk je aan je lijf.\n\nZeg het gerust: hier herken ik iets van. Ga daarna terug naar de ouder.\n\nBlijft het hangen? Bel de coördinator. Daar is die voor.");
    writes("Mee naar school: zo bereid je het voor", "Vraag de ouder wat er aan het eind van het gesprek duidelijk moet zijn.\n\nSpreek af wat jij doet. De ouder voert het woord.\n\nPraat na afloop even samen na, buiten het gebouw.");
    auto const old = writes("Bereikbaar in de zomer", "In de zomer is er minder contact. Spreek af wanneer je weer belt.");
    make.write([&](db::Write& tx) { support::set_hidden(tx, *granted, old, make.now()); });
}

} // namespace

void make_support_today(Maker& make, base::Moment now, Supported const& who) {
    questions(make, now, who);
    meetings(make, now, who);
    make.at(now, 35);
    make.write([&](db::Write& tx) {
        support::keep_listed(tx, who.els, {true, false, {support::Theme::first_contact, support::Theme::own_limits}}, make.now());
        support::keep_listed(tx, who.fatma, {true, true, {support::Theme::school_talk}}, make.now());
    });
    reading(make, now, who);
}

} // namespace app
