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

/// One that waits for someone, and in which of the partnerships of the account.
struct Waiting {
    visit::PartnershipId partnership;
    MailChangeRow change;
};
/// What waits for the account of whoever is here, as far as who comes in by the old mailbox may know of it.
std::vector<Waiting> waiting_here(Visit& v) {
    std::vector<Membership> places;
    {
        auto hall = v.services().data.read(db::Scope::of_hall());
        if (auto const account = find_by_person(*hall, v.me())) places = memberships(*hall, *account);
    }
    std::vector<Waiting> all;
    for (auto const& place : places)
        if (auto const its = mail_change_of(*v.services().data.read(db::Scope::of(place.partnership.value())), place.person, now(v)); its && !its->hidden_from_old()) all.push_back({place.partnership, *its});
    return all;
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
    auto const later = base::Refusal::of("mail", tr("Dat kan nu niet. Bel de coördinator."));
    // what the coordinator asked after a talk is not replaced by whoever reads the old mailbox
    if (auto const before = mail_change_of(v.read(), v.me(), now(v)); before && before->hidden_from_old()) return again(later);
    if (!may_ask_mail_change(v, me->id, *mail)) return again(base::Refusal::of("mail", tr("Dit is te vaak gevraagd. Wacht een uur.")));
    return v.act(own(v), own(v), [&](db::Write& tx) -> Acted {
        if (!ask_other_mail(tx, v, *me, *mail, false)) return later;
        return Done{"/mijn-gegevens", tr("We stuurden een mail naar het nieuwe adres. Open de link daarin.")}; }, again);
}

http::Response create_stop(Visit& v) {
    auto const all = waiting_here(v);
    bool stopped = false;
    v.close_read();
    for (auto const& [partnership, change] : all)
        if (partnership != v.house().id) v.services().data.write(db::Scope::of(partnership.value()), [&](db::Write& tx) { stopped = drop_mail_change(tx, change.id) || stopped; });
    return v.act(own(v), own(v), [&](db::Write& tx) -> Acted {
        for (auto const& [partnership, change] : all)
            if (partnership == v.house().id) stopped = drop_mail_change(tx, change.id) || stopped;
        return Done{"/mijn-gegevens", stopped ? tr("Gestopt. Uw mailadres blijft zoals het was.") : tr("Er wachtte geen ander mailadres meer.")}; }, [&](base::Refusal const&) { return v.see("/mijn-gegevens"); });
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

/// Whether it may still be made: what a coordinator asked is for someone who is helped here and belongs nowhere else.
bool still_may(people::Post& post, jobs::Job const& job, MailChangeRow const& row, std::size_t places) {
    return row.asked_by == row.person || (places <= 1 && is_helped(*post.services.data.read(db::Scope::of(job.of_partnership)), row.person));
}

/// Begun first, so that it is not stopped halfway; then the account; the own partnership last, with which it has happened. Whatever fails is done again.
void apply(people::Post& post, jobs::Job const& job) {
    auto& services = post.services;
    auto const row = row_of(post, job);
    auto const mail = row ? new_mail(services.keys, *row) : std::nullopt;
    auto const when = row ? mail_changes_at(row->asked_at, row->confirmed_at, row->old_is_lost) : std::nullopt;
    if (!mail || !when || *when > services.clock.now()) return;
    std::vector<Membership> places;
    std::optional<AccountId> account;
    {
        auto hall = services.data.read(db::Scope::of_hall());
        account = find_by_person(*hall, row->person);
        if (account) places = memberships(*hall, *account);
    }
    bool begun = false;
    auto const may = still_may(post, job, *row, places.size());
    services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) {
        if (may) begun = begin_mail_change(tx, row->id, services.clock.now());
        else end_mail_change(tx, row->id);
    });
    if (!begun) return;
    if (account) services.data.write(db::Scope::of_hall(), [&](db::Write& hall) { move_account(hall, services.keys, *account, *mail, row->old_is_lost, services.clock.now()); });
    auto const write = [&](std::string const& partnership, PersonId const& whom, std::function<void(db::Write&)> const& also) {
        services.data.write(db::Scope::of(partnership), [&](db::Write& tx) {
            if (auto const person = people::find_person(tx, services.keys, whom)) people::change_contact(tx, services.keys, whom, {person->name, *mail, person->phone});
            also(tx);
        });
    };
    for (auto const& place : places)
        if (place.person != row->person) write(place.partnership.value(), place.person, [](db::Write&) {});
    write(job.of_partnership, row->person, [&](db::Write& tx) {
        end_mail_change(tx, row->id);
        if (!mail->empty()) jobs::later(tx, services.random, account ? std::string{done_job} : "account.open", job.of_partnership, row->person.value(), "", services.clock.now());
    });
}

void write_done(people::Post& post, jobs::Job const& job) {
    people::write_login_letter(post, job.of_partnership, PersonId{job.about}, {.subject = tr("Uw mailadres"), .lines = {tr("Vanaf nu schrijven we u op dit adres. U logt er ook mee in:"), post.services.base_url + "/inloggen"}});
}

} // namespace

bool may_ask_mail_change(Visit& v, PersonId const& whom, std::string const& mail) {
    bool calm = false;
    v.close_read();
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) { calm = attempt(hall, "mail-change|" + whom.value(), mail_changes_an_hour, std::chrono::hours{1}, now(v)) && attempt(hall, "mail-change-to|" + mail, mail_changes_an_hour, std::chrono::hours{1}, now(v)); });
    return calm;
}

bool ask_other_mail(db::Write& tx, Visit& v, people::Known const& whom, std::string const& mail, bool old_is_lost) {
    auto const id = v.new_id<MailChange>();
    // where there is no old address nobody has to be told or waited for
    bool const lost = old_is_lost || mail.empty() || whom.mail.empty();
    if (!ask_mail_change(tx, v.keys(), id, whom.id, mail, v.me(), lost, now(v))) return false;
    if (mail.empty()) {
        confirm_mail_change(tx, id, now(v));
        job(tx, v, apply_job, id, now(v));
        return true;
    }
    job(tx, v, confirm_job, id, now(v));
    if (!lost) job(tx, v, tell_old_job, id, now(v));
    return true;
}

void put_mail_change(Visit& v, html::Page& page) {
    auto const all = waiting_here(v);
    if (all.empty()) return void(page.link("/mijn-gegevens/mailadres", tr("Ander mailadres")));
    auto const& its = all.front().change;
    auto const when = mail_changes_at(its.asked_at, its.confirmed_at, its.old_is_lost);
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
        route<Action::use_link>("GET", "/mailadres/{change}", show_confirming),
        route<Action::use_link>("POST", "/mailadres/{change}", create_confirming),
    };
}

std::map<std::string, people::Worker> mail_change_workers() {
    return {{std::string{confirm_job}, write_confirming}, {std::string{tell_old_job}, tell_old}, {std::string{apply_job}, apply}, {std::string{done_job}, write_done}};
}

} // namespace account
