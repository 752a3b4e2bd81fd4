#include "account/pages_correction.h"

#include "account/listing_correction.h"
#include "account/pages_mail_change.h"

namespace account {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;
using visit::PersonId;

namespace {

std::optional<people::Known> helped(Visit& v) {
    auto const id = v.id<people::Person>("helped");
    if (!is_helped(v.read(), id) || !v.grant<Action::correct_person>(id, id.value())) return {};
    return people::find_person(v.read(), v.keys(), id);
}

/// Whether the account of someone opens another partnership too, where nobody here has a say; that it does is not told here.
bool belongs_elsewhere(Visit& v, PersonId const& person) {
    auto hall = v.services().data.read(db::Scope::of_hall());
    auto const account = find_by_person(*hall, person);
    return account && memberships(*hall, *account).size() > 1;
}

http::Response contact_form(Visit& v, base::Refusal const* refusal) {
    auto const person = helped(v);
    if (!person) return v.not_found();
    auto values = v.values();
    if (!refusal) values = {{"naam", person->name}, {"telefoon", person->phone}, {"mail", person->mail}};
    return v.page(base::Sentence{tr("Gegevens van {name}"), {{"name", person->name}}}, [&](html::Page& page) {
        if (auto const waiting = mail_change_of(v.read(), person->id, v.services().clock.now())) page.alert(html::Tone::info, waiting->confirmed_at ? tr("Er is een ander mailadres gevraagd en bevestigd. Het geldt binnen twee dagen.") : tr("Er is een ander mailadres gevraagd. Het is nog niet bevestigd."));
        auto form = page.form("/mensen/" + person->id.value() + "/gegevens", tr("Bewaren"), values, refusal);
        form.text({.name = "naam", .label = tr("Naam"), .autocomplete = "off", .most = 100});
        form.text({.name = "telefoon", .label = tr("Telefoon"), .type = "tel", .autocomplete = "off", .inputmode = "tel", .most = 25});
        form.text({.name = "mail", .label = tr("Mailadres"), .hint = tr("Een nieuw adres geldt pas als de eigenaar de link in de mail opent. Leeg: er gaat geen mail meer."), .type = "email", .autocomplete = "off", .inputmode = "email"});
        form.box({.name = "gesproken", .label = tr("Verandert het mailadres? Ik sprak deze persoon zelf en herkende deze persoon.")});
        form.box({.name = "oud_weg", .label = tr("Het oude adres werkt niet meer, of iemand anders leest mee. Stuur daar niets heen."), .hint = tr("Zonder vinkje gaat er een bericht naar het oude adres en wacht de verandering twee dagen.")});
        form.or_go("/vandaag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_contact(Visit& v) { return contact_form(v, nullptr); }

http::Response update_contact(Visit& v) {
    auto const person = helped(v);
    if (!person) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return contact_form(v, &refusal); };
    auto const contact = people::contact({text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))});
    if (!contact) return again(contact.error());
    bool const other_mail = contact->mail != person->mail;
    v.close_read(); // what follows asks beside this partnership
    if (other_mail && v.field("gesproken") != "ja") return again(base::Refusal::of("gesproken", tr("Verander een mailadres alleen als u deze persoon zelf sprak.")));
    if (other_mail && belongs_elsewhere(v, person->id)) return again(base::Refusal::of("mail", tr("Dit mailadres verandert alleen de persoon zelf, onder Mijn gegevens.")));
    if (other_mail && !contact->mail.empty() && !may_ask_mail_change(v, person->id, contact->mail)) return again(base::Refusal::of("mail", tr("Dit is te vaak gevraagd. Wacht een uur.")));
    return v.act(person->id.value(), person->id.value(), [&](db::Write& tx) -> Acted {
        // the address as it is by now: one may just have been made
        auto const by_now = people::find_person(tx, v.keys(), person->id);
        people::change_contact(tx, v.keys(), person->id, {contact->name, by_now ? by_now->mail : person->mail, contact->phone});
        if (other_mail && !ask_other_mail(tx, v, *person, contact->mail, v.field("oud_weg") == "ja")) return base::Refusal::of("mail", tr("Het mailadres verandert op dit moment. Kijk over een minuut nog eens."));
        return Done{"/mensen/" + person->id.value() + "/gegevens", !other_mail ? tr("Verbeterd.") : contact->mail.empty() ? tr("Bewaard. Er gaat geen mail meer naar deze persoon.") : tr("Bewaard. Het nieuwe mailadres geldt als de eigenaar het bevestigt.")}; }, again);
}

} // namespace

std::vector<reception::Route> correction_routes() {
    using reception::route;
    return {
        route<Action::correct_person>("GET", "/mensen/{helped}/gegevens", edit_contact),
        route<Action::correct_person>("POST", "/mensen/{helped}/gegevens", update_contact),
    };
}

} // namespace account
