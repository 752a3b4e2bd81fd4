#include "account/pages_staff.h"

#include "account/pages_session.h"
#include "account/store_accounts.h"
#include "people/appointment.h"
#include "reception/listing.h"
#include "reception/visit_person.h"

#include <map>

namespace account {
using base::tr;
using people::Employer;
using people::PersonId;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;
using visit::Role;

namespace {

/// What someone holds, for people with a task that is given by hand.
using Staff = std::map<PersonId, std::vector<people::RoleRow>>;
Staff staff(db::Door& door) {
    Staff all;
    for (auto& row : people::role_holders(door))
        if (people::given_by_hand(row.role)) all[row.person].push_back(std::move(row));
    return all;
}

html::Said standing(people::RoleRow const& row) { return visit::needs_confirmation(row.role) && !row.confirmed_by ? tr("wacht op bevestiging door een coördinator") : tr("geldt"); }

std::vector<html::Option> role_options(Visit& v) {
    std::vector<html::Option> all;
    for (auto role : people::given_roles) {
        bool const can = static_cast<bool>(people::appoint(v.viewer(), role, Employer::partnership)) || static_cast<bool>(people::appoint(v.viewer(), role, Employer::other_organisation));
        if (!can) continue;
        html::Option option{std::string{base::word(role)}, visit::name(role)};
        if (v.viewer().is(Role::administrator) && visit::needs_confirmation(role)) option.hint = tr("Een coördinator moet dit eerst bevestigen.");
        all.push_back(std::move(option));
    }
    return all;
}
void ask_employer(html::Form& form) { form.radios({.name = "werkt", .label = tr("Waar werkt deze persoon?")}, {{"hier", tr("bij het samenwerkingsverband of een school")}, {"elders", tr("bij een andere organisatie")}}); }
std::optional<Employer> employer(Visit& v) {
    if (v.field("werkt") == "hier") return Employer::partnership;
    if (v.field("werkt") == "elders") return Employer::other_organisation;
    return {};
}

struct Given {
    Role role;
    Employer employer;
    people::Standing standing;
};
/// What was asked in the form, when this viewer may give it.
base::Result<Given, base::Refusal> given(Visit& v) {
    auto role = base::from_word<Role>(v.field("rol"));
    auto works = employer(v);
    base::Refusal refusal;
    if (!role || !people::given_by_hand(*role)) refusal.add("rol", tr("Kies een taak."));
    if (!works) refusal.add("werkt", tr("Kies waar deze persoon werkt."));
    if (!refusal.empty()) return refusal;
    auto standing = people::appoint(v.viewer(), *role, *works);
    if (!standing) return standing.error();
    return Given{*role, *works, *standing};
}
void give(db::Write& tx, Visit& v, PersonId const& person, Given const& its) {
    people::give_role(tx, person, its.role, its.employer == Employer::other_organisation, v.me().value(), its.standing == people::Standing::at_once ? v.me().value() : "", v.now());
}

/// Where this viewer's desk for tasks is: the administrator's, or that of a coordinator who works outside.
std::string desk(Visit& v) { return v.route().action == Action::keep_accounts ? "/beheer/mensen" : "/taken"; }

http::Response staff_form(Visit& v, base::Refusal const* refusal) {
    auto options = role_options(v);
    return v.page(tr("Iemand toevoegen"), [&](html::Page& page) {
        if (options.empty()) return void(page.empty(tr("Nieuwe taken voert de beheerder in. U bevestigt ze daarna.")));
        page.lead(tr("Deze persoon logt in met een link in de mail."));
        auto form = page.form(desk(v), tr("Toevoegen"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Naam"), .autocomplete = "off", .most = 100}).text({.name = "mail", .label = tr("Mailadres"), .type = "email", .autocomplete = "off", .inputmode = "email"});
        form.text({.name = "telefoon", .label = tr("Telefoonnummer (niet verplicht)"), .type = "tel", .autocomplete = "off", .inputmode = "tel", .most = 25});
        form.radios({.name = "rol", .label = tr("Welke taak?")}, options);
        ask_employer(form);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_staff(Visit& v) { return staff_form(v, nullptr); }

http::Response create_staff(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return staff_form(v, &refusal); };
    auto contact = people::contact({text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))});
    auto its = given(v);
    base::Refusal refusal;
    if (!contact) refusal = contact.error();
    else if (contact->mail.empty()) refusal.add("mail", tr("Vul een mailadres in. Daarmee logt deze persoon in."));
    if (!its) refusal.fields.insert(refusal.fields.end(), its.error().fields.begin(), its.error().fields.end());
    if (!refusal.empty()) return again(refusal);
    auto const known = staff(v.read());
    // only those who are shown here: whether a parent has this address is nobody's business
    for (auto const& one : people::with_mail(v.read(), v.keys(), contact->mail))
        if (known.contains(one)) return again(base::Refusal::of("mail", tr("Er is al iemand met dit adres. Geef die persoon er een taak bij.")));
    auto const id = reception::new_person(v);
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        people::add_person(tx, v.keys(), id, *contact, v.language(), v.now());
        give(tx, v, id, *its);
        jobs::later(tx, v.services().random, "account.welcome", v.house().id.value(), id.value(), "", v.now());
        return Done{desk(v), its->standing == people::Standing::at_once ? tr("Toegevoegd. Deze persoon krijgt een mail om in te loggen.") : tr("Toegevoegd. De taak geldt pas als een coördinator haar bevestigt.")}; }, again);
}

http::Response list_staff(Visit& v) {
    if (!v.grant<Action::keep_accounts>()) return v.not_found();
    auto asked = reception::asked(v, "/beheer/mensen", "naam");
    struct Line {
        PersonId id;
        std::string name, key, roles;
        bool waits;
    };
    std::vector<Line> lines;
    for (auto const& [id, rows] : staff(v.read())) {
        auto name = people::name_of(v.read(), v.keys(), id);
        if (!asked.search.empty() && text::folded(name).find(text::folded(asked.search)) == std::string::npos) continue;
        Line line{id, name, text::sort_key(name), {}, false};
        for (auto const& row : rows) {
            (line.roles += line.roles.empty() ? "" : ", ") += text::say(visit::name(row.role), v.language());
            line.waits = line.waits || (visit::needs_confirmation(row.role) && !row.confirmed_by);
        }
        lines.push_back(std::move(line));
    }
    reception::sort(lines, asked.sort, {{"naam", [](Line const& a, Line const& b) { return a.key < b.key; }}});
    asked.total = lines.size();
    return v.page(tr("Mensen en taken"), [&](html::Page& page) {
        page.lead(tr("Hier staan mensen met een taak. Ouders, kandidaten en buddy’s ziet u hier niet."));
        page.button("/beheer/mensen/nieuw", tr("Iemand toevoegen"), false);
        page.search(asked, tr("Zoek op naam"));
        if (lines.empty()) return void(page.empty(tr("Niemand gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Mensen en taken"), {{tr("Naam"), "naam"}, {tr("Taken")}, {tr("Stand")}}, &asked);
        for (auto const& line : reception::shown(lines, asked)) table.row({{line.name, "/beheer/mensen/" + line.id.value()}, {line.roles}, {line.waits ? tr("wacht op bevestiging door een coördinator") : tr("geldt")}});
        page.pager(asked);
    });
}

http::Response staff_page(Visit& v, base::Refusal const* refusal) {
    auto all = staff(v.read());
    auto at = all.find(v.id<people::Person>("person"));
    auto person = at == all.end() ? std::nullopt : people::find_person(v.read(), v.keys(), at->first);
    if (!v.grant<Action::keep_accounts>() || !person) return v.not_found();
    return v.page(person->name, [&](html::Page& page) {
        page.facts().row(tr("Mailadres"), person->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->mail}).row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone});
        page.heading(tr("Taken"));
        if (refusal && refusal->fields.front().name.empty()) page.alert(html::Tone::error, refusal->fields.front().why);
        for (auto const& row : at->second) {
            page.facts().row(tr("Taak"), visit::name(row.role)).row(tr("Sinds"), text::plain_day(base::local_date(row.since), v.language())).row(tr("Werkt bij"), row.outside ? html::Said{tr("een andere organisatie")} : html::Said{v.house().name}).row(tr("Stand"), standing(row));
            if (people::appoint(v.viewer(), row.role, row.outside ? Employer::other_organisation : Employer::partnership)) page.act("/beheer/mensen/" + person->id.value() + "/taken/" + std::string{base::word(row.role)} + "/einde", base::Sentence{tr("Beëindig: {role}"), {{"role", text::say(visit::name(row.role), v.language())}}}, {}, false);
        }
        page.heading(tr("Taak erbij"));
        auto form = page.form("/beheer/mensen/" + person->id.value() + "/taken", tr("Geef deze taak"), v.values(), refusal);
        form.radios({.name = "rol", .label = tr("Welke taak?")}, role_options(v));
        ask_employer(form);
        page.heading(tr("Ingelogd"));
        page.paragraph(tr("Is een telefoon of computer kwijt? Dan kunt u deze persoon overal uitloggen."));
        page.act("/beheer/mensen/" + person->id.value() + "/uitloggen", tr("Log deze persoon overal uit"), {}, false);
        page.link("/beheer/mensen", tr("Terug naar de lijst"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_staff(Visit& v) { return staff_page(v, nullptr); }

http::Response end_sessions(Visit& v) {
    auto const id = v.id<people::Person>("person");
    if (!v.grant<Action::keep_accounts>() || !staff(v.read()).contains(id)) return v.not_found();
    v.close_read();
    // sessions go first: if writing it down fails, they are gone all the same
    std::optional<AccountId> account;
    v.services().data.write(db::Scope::of_hall(), [&](db::Write& hall) {
        account = find_by_person(hall, id);
        if (account) revoke_all(hall, *account, v.services().clock.now());
    });
    if (account) tell(v, "sessions.ended_by_administrator", account);
    return v.act(id.value(), "", [&](db::Write&) -> Acted { return Done{"/beheer/mensen/" + id.value(), tr("Deze persoon is overal uitgelogd. Opnieuw inloggen kan gewoon.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response create_role(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return staff_page(v, &refusal); };
    auto const id = v.id<people::Person>("person");
    if (!staff(v.read()).contains(id)) return v.not_found();
    auto its = given(v);
    if (!its) return again(its.error());
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        give(tx, v, id, *its);
        return Done{"/beheer/mensen/" + id.value(), its->standing == people::Standing::at_once ? tr("De taak geldt vanaf nu.") : tr("De taak geldt pas als een coördinator haar bevestigt.")}; }, again);
}

http::Response end_role(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return staff_page(v, &refusal); };
    auto all = staff(v.read());
    auto at = all.find(v.id<people::Person>("person"));
    auto role = base::from_word<Role>(v.part("role"));
    if (at == all.end() || !role) return v.not_found();
    auto row = std::find_if(at->second.begin(), at->second.end(), [&](auto const& one) { return one.role == *role; });
    if (row == at->second.end()) return v.not_found();
    if (auto may = people::appoint(v.viewer(), *role, row->outside ? Employer::other_organisation : Employer::partnership); !may) return again(base::Refusal::of(may.error().fields.front().why));
    return v.act(at->first.value(), "", [&](db::Write& tx) -> Acted {
        auto holders = people::with_role(tx, *role);
        bool const needed = *role == Role::coordinator || *role == Role::administrator;
        if (needed && holders.size() == 1 && holders.front() == at->first) return base::Refusal::of(tr("Dit is de laatste met deze taak. Geef de taak eerst aan een ander."));
        people::end_role(tx, at->first, *role, v.now());
        return Done{at->second.size() == 1 ? "/beheer/mensen" : "/beheer/mensen/" + at->first.value(), tr("De taak is beëindigd. Deze persoon ziet er vanaf nu niets meer van.")}; }, again);
}

http::Response show_waiting(Visit& v) {
    if (!v.grant<Action::confirm_role>()) return v.not_found();
    auto waiting = people::waiting_roles(v.read());
    std::erase_if(waiting, [&](auto const& row) { return !people::may_confirm(v.viewer(), row.person, row.entered_by.value_or("")); });
    return v.page(tr("Taken bevestigen"), [&](html::Page& page) {
        page.lead(tr("De beheerder voert in, u bevestigt. Pas dan kan iemand gegevens van ouders en buddy’s lezen."));
        page.link("/waarneming", tr("Waarneming: wie neemt waar als u weg bent"));
        if (waiting.empty()) page.empty(tr("Er wacht geen taak op uw bevestiging."));
        for (auto const& row : waiting) {
            page.heading(people::name_of(v.read(), v.keys(), row.person));
            auto facts = page.facts();
            facts.row(tr("Taak"), visit::name(row.role)).row(tr("Werkt bij"), row.outside ? html::Said{tr("een andere organisatie")} : html::Said{v.house().name});
            if (row.entered_by) facts.row(tr("Ingevoerd door"), people::name_of(v.read(), v.keys(), PersonId{*row.entered_by}));
            facts.row(tr("Ingevoerd op"), text::plain_day(base::local_date(row.since), v.language()));
            auto const address = "/taken/" + row.person.value() + "/" + std::string{base::word(row.role)};
            page.act(address, tr("Ja, dit klopt"), {{"antwoord", "ja"}});
            page.act(address, tr("Nee, weiger deze taak"), {{"antwoord", "nee"}}, false);
        }
        if (v.house().independence == visit::Independence::outside && v.viewer().of_outside) {
            page.button("/taken/organisatie", tr("Gegevens van uw organisatie"), false);
            page.button("/taken/nieuw", tr("Iemand van uw organisatie toevoegen"), false);
            page.details(tr("De coördinator gaat weer bij het samenwerkingsverband werken"), {tr("Vanaf dat moment kan de coördinator van het samenwerkingsverband weer lezen wat ouders schrijven. Vertel het ouders eerst.")});
            page.act("/taken/samen", tr("De coördinator werkt weer bij het samenwerkingsverband"), {}, false);
        }
    });
}

http::Response answer_waiting(Visit& v) {
    auto role = base::from_word<Role>(v.part("role"));
    PersonId const id = v.id<people::Person>("person");
    auto waiting = people::waiting_roles(v.read());
    auto at = std::find_if(waiting.begin(), waiting.end(), [&](auto const& row) { return row.person == id && role && row.role == *role; });
    if (at == waiting.end() || !people::may_confirm(v.viewer(), id, at->entered_by.value_or(""))) return v.not_found();
    bool const yes = v.field("antwoord") == "ja";
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        if (yes) people::confirm_role(tx, id, *role, v.me().value(), v.now());
        else people::end_role(tx, id, *role, v.now());
        return Done{"/taken", yes ? tr("Bevestigd. De taak geldt vanaf nu.") : tr("Geweigerd. De taak geldt niet.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> staff_routes() {
    using reception::route;
    return {
        route<Action::keep_accounts>("GET", "/beheer/mensen", list_staff),
        route<Action::keep_accounts>("GET", "/beheer/mensen/nieuw", new_staff),
        route<Action::keep_accounts>("POST", "/beheer/mensen", create_staff),
        route<Action::keep_accounts>("GET", "/beheer/mensen/{person}", show_staff),
        route<Action::keep_accounts>("POST", "/beheer/mensen/{person}/uitloggen", end_sessions),
        route<Action::keep_accounts>("POST", "/beheer/mensen/{person}/taken", create_role),
        route<Action::keep_accounts>("POST", "/beheer/mensen/{person}/taken/{role}/einde", end_role),
        route<Action::confirm_role>("GET", "/taken", show_waiting),
        route<Action::give_role_outside>("GET", "/taken/nieuw", new_staff),
        route<Action::give_role_outside>("POST", "/taken", create_staff),
        route<Action::confirm_role>("POST", "/taken/{person}/{role}", answer_waiting),
    };
}

std::map<std::string, people::Worker> staff_workers() {
    return {{"account.welcome", [](people::Post& post, jobs::Job const& job) {
                 auto& services = post.services;
                 PersonId person{job.about};
                 auto known = people::find_person(*services.data.read(db::Scope::of(job.of_partnership)), services.keys, person);
                 if (!known || known->mail.empty()) return;
                 services.data.write(db::Scope::of_hall(), [&](db::Write& hall) {
                     if (!find_by_person(hall, person)) add_membership(hall, add_account(hall, services.keys, services.random, known->mail, services.clock.now()), visit::PartnershipId{job.of_partnership}, person);
                 });
                 people::write_letter(post, job.of_partnership, person, {.subject = tr("Een bericht voor u"), .lines = {tr("U kunt inloggen met dit mailadres. U krijgt dan een link."), services.base_url + "/inloggen"}});
             }}};
}

} // namespace account
