#include "account/pages_mail_change.h"

#include "account/listing_correction.h"
#include "account/pages_session.h"
#include "people/post_login.h"
#include "people/store_people.h"

namespace account {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;
using visit::PersonId;

namespace {

constexpr std::string_view link_act = "mail_change", confirm_job = "mail_change.confirm", tell_old_job = "mail_change.tell_old", apply_job = "mail_change.apply", done_job = "mail_change.done";

/// Links and jobs follow the real clock, so this does too.
base::Moment now(Visit& v) { return v.services().clock.now(); }
void job(db::Write& tx, Visit& v, std::string_view kind, MailChangeId const& id, base::Moment when) { jobs::later(tx, v.services().random, std::string{kind}, v.house().id.value(), id.value(), "", when); }

std::string own(Visit& v) { return v.me().value(); }

/// Writes down what is asked, and what follows from it: a mail to the new address, a notice to the old one, or at once when there is to be no address any more.
void ask(db::Write& tx, Visit& v, people::Known const& whom, std::string const& mail, bool old_is_lost) {
    auto const id = v.new_id<MailChange>();
    ask_mail_change(tx, v.keys(), id, whom.id, mail, v.me(), old_is_lost || mail.empty(), now(v));
    if (mail.empty()) {
        confirm_mail_change(tx, id, now(v));
        job(tx, v, apply_job, id, now(v));
        return;
    }
    job(tx, v, confirm_job, id, now(v));
    if (!old_is_lost && !whom.mail.empty()) job(tx, v, tell_old_job, id, now(v));
}

http::Response own_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Ander mailadres"), [&](html::Page& page) {
        page.lead(tr("U krijgt een mail op het nieuwe adres. Open de link daarin, dan weten we dat het klopt."));
        page.paragraph(tr("Naar het oude adres gaat een bericht dat er een ander adres is gevraagd. Het nieuwe adres staat daar niet in."));
        page.paragraph(tr("Na twee dagen logt u in met het nieuwe adres. Tot dan werkt het oude."));
        auto form = page.form("/mijn-gegevens/mailadres", tr("Verder"), v.values(), refusal);
        form.text({.name = "mail", .label = tr("Nieuw mailadres"), .type = "email", .autocomplete = "email", .inputmode = "email"});
        form.or_go("/mijn-gegevens", tr("Terug"));
        page.details(tr("Leest iemand anders uw oude mail?"), {tr("Bel de coördinator. Dan gaat er niets naar het oude adres, en hoeft u niet te wachten.")});
    },
                  {.status = refusal ? 422 : 200, .quick_exit = v.viewer().is(visit::Role::asking_parent)});
}
http::Response new_mail_change(Visit& v) { return own_form(v, nullptr); }

http::Response create_mail_change(Visit& v) {
    auto const me = people::find_person(v.read(), v.keys(), v.me());
    if (!me) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return own_form(v, &refusal); };
    auto const mail = people::tidy_mail(v.field("mail"));
    if (!mail) return again(base::Refusal::of("mail", tr("Vul uw mailadres in, bijvoorbeeld naam@voorbeeld.nl.")));
    if (*mail == me->mail) return again(base::Refusal::of("mail", tr("Dit is al uw mailadres.")));
    return v.act(own(v), own(v), [&](db::Write& tx) -> Acted {
        ask(tx, v, *me, *mail, false);
        return Done{"/mijn-gegevens", tr("We stuurden een mail naar het nieuwe adres. Open de link daarin.")}; }, again);
}

http::Response create_stop(Visit& v) {
    auto const waiting = mail_change_of(v.read(), v.me(), now(v));
    if (!waiting) return v.see({"/mijn-gegevens", tr("Er wachtte geen ander mailadres meer.")});
    return v.act(own(v), own(v), [&](db::Write& tx) -> Acted {
        drop_mail_change(tx, waiting->id);
        return Done{"/mijn-gegevens", tr("Gestopt. Uw mailadres blijft zoals het was.")}; }, [&](base::Refusal const&) { return v.see("/mijn-gegevens"); });
}

std::optional<people::Known> helped(Visit& v) {
    auto const id = v.id<people::Person>("helped");
    if (!is_helped(v.read(), id) || !v.grant<Action::correct_person>(id, id.value())) return {};
    return people::find_person(v.read(), v.keys(), id);
}

http::Response contact_form(Visit& v, base::Refusal const* refusal) {
    auto const person = helped(v);
    if (!person) return v.not_found();
    auto values = v.values();
    if (!refusal) values = {{"naam", person->name}, {"telefoon", person->phone}, {"mail", person->mail}};
    return v.page(base::Sentence{tr("Gegevens van {name}"), {{"name", person->name}}}, [&](html::Page& page) {
        if (auto const waiting = mail_change_of(v.read(), person->id, now(v))) page.alert(html::Tone::info, waiting->confirmed_at ? tr("Er is een ander mailadres gevraagd en bevestigd. Het geldt binnen twee dagen.") : tr("Er is een ander mailadres gevraagd. Het is nog niet bevestigd."));
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
    if (other_mail && v.field("gesproken") != "ja") return again(base::Refusal::of("gesproken", tr("Verander een mailadres alleen als u deze persoon zelf sprak.")));
    return v.act(person->id.value(), person->id.value(), [&](db::Write& tx) -> Acted {
        people::change_contact(tx, v.keys(), person->id, {contact->name, person->mail, contact->phone});
        if (other_mail) ask(tx, v, *person, contact->mail, v.field("oud_weg") == "ja");
        return Done{"/mensen/" + person->id.value() + "/gegevens", !other_mail ? tr("Verbeterd.") : contact->mail.empty() ? tr("Bewaard. Er gaat geen mail meer naar deze persoon.") : tr("Bewaard. Het nieuwe mailadres geldt als de eigenaar het bevestigt.")}; }, again);
}

/// The change that a link in a mail is about, while it waits.
std::optional<MailChangeRow> linked(Visit& v) {
    auto const link = find_action_link(v.read(), v.part("change"), now(v));
    return link && link->act == link_act ? find_mail_change(v.read(), MailChangeId{link->object}, now(v)) : std::nullopt;
}

http::Response show_confirming(Visit& v) {
    auto const its = linked(v);
    if (!its) return v.not_found();
    return v.page(tr("Uw mailadres"), [&](html::Page& page) {
        if (auto const when = mail_changes_at(its->asked_at, its->confirmed_at, its->old_is_lost)) {
            page.lead(tr("Dank u wel. We weten nu dat dit adres klopt."));
            page.paragraph(base::Sentence{tr("U logt ermee in vanaf {moment}."), {{"moment", text::moment(*when, v.language())}}});
            return;
        }
        page.lead(tr("Is het mailadres waarop u deze link kreeg van u? Dan schrijven we u daar voortaan."));
        page.act("/mailadres/" + http::encoded(v.part("change")), tr("Ja, dit is mijn mailadres"));
        page.paragraph(tr("Vroeg u dit niet? Dan hoeft u niets te doen."));
    },
                  {.quick_exit = true});
}

http::Response create_confirming(Visit& v) {
    auto const its = linked(v);
    if (!its) return v.not_found();
    auto const back = "/mailadres/" + http::encoded(v.part("change"));
    if (its->confirmed_at) return v.see(back);
    return v.act(its->id.value(), its->person.value(), [&](db::Write& tx) -> Acted {
        if (confirm_mail_change(tx, its->id, now(v))) job(tx, v, apply_job, its->id, *mail_changes_at(its->asked_at, now(v), its->old_is_lost));
        return Done{back, tr("Bevestigd.")}; }, [&](base::Refusal const&) { return v.see(back); });
}

/// The change that a job is about, while it waits.
std::optional<MailChangeRow> row_of(people::Post& post, jobs::Job const& job) { return find_mail_change(*post.services.data.read(db::Scope::of(job.of_partnership)), MailChangeId{job.about}, post.services.clock.now()); }

void write_confirming(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const row = row_of(post, job);
    auto const mail = row ? new_mail(services.keys, *row) : std::nullopt;
    if (!mail || mail->empty() || row->confirmed_at) return;
    std::string token;
    services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { token = add_action_link(tx, services.random, std::string{link_act}, job.about, row->person, services.clock.now(), row->asked_at + mail_change_lasts); });
    people::write_login_letter(post, job.of_partnership, row->person,
                               {.subject = tr("Uw mailadres"), .lines = {tr("Wilt u dat wij u voortaan op dit adres schrijven? Bevestig het hier, binnen een week:"), services.base_url + "/mailadres/" + token, tr("Vroeg u dit niet aan? Dan hoeft u niets te doen.")}, .to = *mail});
}

void tell_old(people::Post& post, jobs::Job const& job) {
    auto const row = row_of(post, job);
    if (row) people::write_login_letter(post, job.of_partnership, row->person, {.subject = tr("Uw mailadres"), .lines = {tr("Er is gevraagd om u voortaan op een ander mailadres te schrijven. Was u dat? Dan hoeft u niets te doen."), tr("Was u dat niet? Log binnen twee dagen in en stop het onder Mijn gegevens, of bel ons:"), post.services.base_url + "/inloggen"}});
}

/// The account first: if what follows fails it is done again, and nobody is left with an address that no longer opens anything.
void apply(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const row = row_of(post, job);
    auto const mail = row ? new_mail(services.keys, *row) : std::nullopt;
    auto const when = row ? mail_changes_at(row->asked_at, row->confirmed_at, row->old_is_lost) : std::nullopt;
    if (!mail || !when || *when > services.clock.now()) return;
    // the own partnership last: with it the change has happened
    std::vector<std::pair<visit::PartnershipId, PersonId>> all{{visit::PartnershipId{job.of_partnership}, row->person}};
    std::optional<AccountId> account;
    services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        account = find_by_person(hall, row->person);
        if (!account) return;
        for (auto const& each : memberships(hall, *account))
            if (each.person != row->person) all.insert(all.begin(), {each.partnership, each.person});
        move_account(hall, services.keys, *account, *mail);
    });
    for (auto const& [partnership, whom] : all)
        services.data.write(db::Scope::of(partnership.value()), [&](db::Write& tx) {
            if (auto const person = people::find_person(tx, services.keys, whom)) people::change_contact(tx, services.keys, whom, {person->name, *mail, person->phone});
            if (whom != row->person || !drop_mail_change(tx, row->id) || mail->empty()) return;
            jobs::later(tx, services.random, account ? std::string{done_job} : "account.open", job.of_partnership, row->person.value(), "", services.clock.now());
        });
}

void write_done(people::Post& post, jobs::Job const& job) {
    people::write_login_letter(post, job.of_partnership, PersonId{job.about}, {.subject = tr("Uw mailadres"), .lines = {tr("Vanaf nu schrijven we u op dit adres. U logt er ook mee in:"), post.services.base_url + "/inloggen"}});
}

} // namespace

void put_mail_change(Visit& v, html::Page& page) {
    auto const waiting = mail_change_of(v.read(), v.me(), now(v));
    if (!waiting) return void(page.link("/mijn-gegevens/mailadres", tr("Ander mailadres")));
    auto const when = mail_changes_at(waiting->asked_at, waiting->confirmed_at, waiting->old_is_lost);
    page.alert(html::Tone::info, when ? html::Said{base::Sentence{tr("U logt met een ander mailadres in vanaf {moment}."), {{"moment", text::moment(*when, v.language())}}}} : html::Said{tr("Er is een ander mailadres gevraagd. Het wacht op uw ja: open de link in de mail die daarheen ging.")});
    page.act("/mijn-gegevens/mailadres/stop", tr("Laat mijn mailadres zoals het is"), {}, false);
    if (!when) page.link("/mijn-gegevens/mailadres", tr("Vul het adres opnieuw in"));
}

std::vector<reception::Route> mail_change_routes() {
    using reception::route;
    return {
        route<Action::change_own_mail>("GET", "/mijn-gegevens/mailadres", new_mail_change),
        route<Action::change_own_mail>("POST", "/mijn-gegevens/mailadres", create_mail_change),
        route<Action::keep_account>("POST", "/mijn-gegevens/mailadres/stop", create_stop),
        route<Action::correct_person>("GET", "/mensen/{helped}/gegevens", edit_contact),
        route<Action::correct_person>("POST", "/mensen/{helped}/gegevens", update_contact),
        route<Action::use_link>("GET", "/mailadres/{change}", show_confirming),
        route<Action::use_link>("POST", "/mailadres/{change}", create_confirming),
    };
}

std::map<std::string, people::Worker> mail_change_workers() {
    return {{std::string{confirm_job}, write_confirming}, {std::string{tell_old_job}, tell_old}, {std::string{apply_job}, apply}, {std::string{done_job}, write_done}};
}

} // namespace account
