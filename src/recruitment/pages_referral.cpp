#include "recruitment/pages_referral.h"

#include "account/store_accounts.h"
#include "confidentiality/store_consent.h"
#include "people/store_school_page.h"
#include "people/store_schools.h"
#include "platform/base/length.h"
#include "reception/visit.h"
#include "reception/visit_person.h"
#include "reception/visit_trap.h"
#include "recruitment/store_referral.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int consent_version = 1;

http::Response referral_form(Visit& v, base::Refusal const* refusal) {
    auto const earlier = referrals_by(v.read(), v.me());
    return v.page(tr("Een ouder aandragen"), [&](html::Page& page) {
        page.lead(tr("Kent u een ouder die een goede buddy kan zijn? Vraag het eerst aan die ouder. Daarna geeft u hier de naam door. De ouder beslist zelf."));
        auto form = page.form("/aangedragen", tr("Geef de naam door"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Naam van de ouder"), .most = 100});
        form.text({.name = "mail", .label = tr("Mailadres van de ouder"), .hint = tr("Geen mail? Laat dit leeg. Dan bellen we."), .type = "email", .inputmode = "email"});
        form.text({.name = "telefoon", .label = tr("Telefoonnummer van de ouder"), .type = "tel", .inputmode = "tel", .most = 25});
        form.date({.name = "dag", .label = tr("Op welke dag zei de ouder ja?")});
        form.radios({.name = "hoe", .label = tr("Hoe zei de ouder ja?")}, {{"spoken", name(Agreement::spoken)}, {"phone", name(Agreement::phone)}, {"mail", name(Agreement::mail)}});
        form.area({.name = "woorden", .label = tr("Wilt u er iets bij schrijven? (niet verplicht)"), .hint = tr("De ouder leest dit eerst, woord voor woord. De coördinator leest het alleen als de ouder dat goed vindt. Schrijf niets over een kind."), .most = 500}, 3);
        form.box({.name = "akkoord", .label = tr("De ouder vindt het goed dat ik deze naam doorgeef.")});
        page.link("/twijfel", tr("Twijfelt u over iemand? Laat u bellen, zonder een naam te noemen."));
        page.heading(tr("Wat u doorgaf"));
        if (earlier.empty()) return void(page.paragraph(tr("Nog niets.")));
        auto table = page.table(tr("Aangedragen ouders"), {{tr("Doorgegeven op")}, {tr("Stand")}});
        for (auto const& row : earlier) {
            auto const known = row.referrer_may_know ? people::first_name(people::name_of(v.read(), v.keys(), row.person)) : std::string{};
            table.row({{text::plain_day(base::local_date(row.referred_at), v.language())}, {known.empty() || known == "–" ? html::Said{tr("ontvangen")} : html::Said{base::Sentence{tr("{name} doet mee en laat u dat weten"), {{"name", known}}}}}});
        }
    },
                  {.status = refusal ? 422 : 200});
}
http::Response list_own_referrals(Visit& v) { return referral_form(v, nullptr); }

http::Response create_referral(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return referral_form(v, &refusal); };
    auto referred = refer({{text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))}, v.date_field("dag"), base::from_word<Agreement>(v.field("hoe")), text::tidy_text(v.field("woorden")), v.field("akkoord") == "ja"}, v.today());
    if (!referred) return again(referred.error());
    auto const id = v.new_id<Referral>();
    auto const person = reception::new_person(v);
    auto const channel = v.viewer().is(visit::Role::outreach) ? Channel::outreach : Channel::school_contact;
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        add_referral(tx, v.keys(), id, person, *referred, channel, text::Language::nl, v.me(), v.now());
        if (!referred->contact.mail.empty()) jobs::later(tx, v.services().random, "referral.ask", v.house().id.value(), id.value(), "", v.now());
        return Done{"/aangedragen", referred->contact.mail.empty() ? tr("Dank u wel. De coördinator belt deze ouder en vraagt of het klopt.") : tr("Dank u wel. De ouder krijgt een mail en beslist zelf.")}; }, again);
}

/// The referral behind a link in a mail.
std::optional<ReferralRow> linked(Visit& v) {
    auto link = account::find_action_link(v.read(), v.part("naming"), v.now());
    if (!link || link->act != "referral") return {};
    return find_referral_for_link(v.read(), ReferralId{link->object});
}

http::Response answer_form(Visit& v, base::Refusal const* refusal) {
    auto row = linked(v);
    if (!row) return v.not_found();
    auto const at = "/aangedragen-door/" + v.part("naming");
    return v.page(tr("Iemand noemde uw naam"), [&](html::Page& page) {
        if (row->answered_at) return void(page.paragraph(row->agrees.value_or(false) ? tr("Dank u wel. De coördinator neemt contact met u op.") : tr("U doet niet mee. We wissen uw gegevens. U hoort niets meer van ons.")));
        page.lead(base::Sentence{tr("{name} denkt dat u een goede buddy kunt zijn voor een andere ouder, en zegt dat u dat goed vond."), {{"name", people::name_of(v.read(), v.keys(), row->referred_by)}}});
        page.link("/buddy-worden", tr("Wat doet een buddy?"));
        auto const words = words_for_parent(v.keys(), *row);
        if (!words.empty()) {
            page.paragraph(tr("Dit schreef deze persoon over u. Niemand anders las het nog:"));
            page.quote(words);
        }
        auto form = page.form(at, tr("Verstuur mijn antwoord"), v.values(), refusal);
        form.radios({.name = "antwoord", .label = tr("Wilt u een keer met de coördinator praten?")}, {{"ja", tr("Ja, dat wil ik")}, {"nee", tr("Nee, liever niet")}});
        if (!words.empty()) form.box({.name = "lezen", .label = tr("De coördinator mag lezen wat hierboven staat.")});
        form.box({.name = "weten", .label = base::Sentence{tr("{name} mag weten dat ik meedoe."), {{"name", people::name_of(v.read(), v.keys(), row->referred_by)}}}});
        page.details(tr("Wat gebeurt er met uw gegevens?"), {tr("Antwoordt u niet, of zegt u nee? Dan wissen we uw gegevens binnen twee weken."), tr("U kunt later altijd stoppen, zonder reden.")});
    },
                  {.status = refusal ? 422 : 200});
}
http::Response show_answer(Visit& v) { return answer_form(v, nullptr); }

/// What follows on an answer: with a yes a confirmed sign-up, and an account to come in with.
void follow(Visit& v, db::Write& tx, ReferralRow const& row, ReferralAnswer const& answer, std::string const& entered_by) {
    auto const id = v.new_id<SignUp>();
    if (!answer_referral(tx, row, answer, answer.agrees ? std::optional{id} : std::nullopt, v.now()) || !answer.agrees) return;
    add_of_known(tx, v.keys(), id, row.person, {{}, row.channel, "", {}}, entered_by, true, v.now());
    confidentiality::give(tx, row.person, confidentiality::Purpose::reading_by_coordinator, consent_version, v.language(), v.now());
    jobs::later(tx, v.services().random, "account.open", v.house().id.value(), row.person.value(), "", v.now());
}

http::Response create_answer(Visit& v) {
    auto row = linked(v);
    if (!row || row->answered_at) return row ? answer_form(v, nullptr) : v.not_found();
    return v.act(row->id.value(), row->person.value(), [&](db::Write& tx) -> Acted {
        auto const& said = v.field("antwoord");
        if (said != "ja" && said != "nee") return base::Refusal::of("antwoord", tr("Kies ja of nee."));
        follow(v, tx, *row, {said == "ja", v.field("lezen") == "ja", v.field("weten") == "ja"}, "");
        return Done{"/aangedragen-door/" + v.part("naming"), said == "ja" ? tr("Dank u wel. We hebben uw antwoord.") : tr("We hebben uw antwoord. Dank voor het lezen.")}; }, [&](base::Refusal const& refusal) { return answer_form(v, &refusal); });
}

std::optional<ReferralRow> called(Visit& v) {
    auto granted = v.grant<Action::handle_referral>();
    return granted ? find_referral(v.read(), *granted, v.id<Referral>("referral")) : std::nullopt;
}

http::Response show_referral(Visit& v) {
    auto row = called(v);
    auto person = row ? people::find_person(v.read(), v.keys(), row->person) : std::nullopt;
    if (!person) return v.not_found();
    return v.page(person->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Aangedragen door"), people::name_of(v.read(), v.keys(), row->referred_by)).row(tr("De ouder zei ja op"), text::plain_day(row->agreed_on, v.language())).row(tr("Hoe"), name(row->agreed_how));
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone}).row(tr("Mailadres"), person->mail.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->mail});
        if (row->answered_at) {
            page.paragraph(row->agrees.value_or(false) ? tr("Deze ouder wil met u praten.") : tr("Deze ouder doet niet mee."));
            if (row->sign_up) page.button("/aanmeldingen/" + *row->sign_up, tr("Bekijk aanmelding"));
            return;
        }
        page.paragraph(base::Sentence{tr("De ouder kan antwoorden tot en met {day}. Daarna wissen we de gegevens."), {{"day", text::plain_day(base::local_date(answer_until(row->referred_at)), v.language())}}});
        page.heading(tr("U belde deze ouder"));
        page.act("/aandragingen/" + row->id.value() + "/antwoord", tr("De ouder wil met mij praten"), {{"antwoord", "ja"}});
        page.act("/aandragingen/" + row->id.value() + "/antwoord", tr("De ouder wil niet meedoen"), {{"antwoord", "nee"}}, false);
    });
}

http::Response create_called_answer(Visit& v) {
    auto row = called(v);
    if (!row || row->answered_at) return v.not_found();
    return v.act(row->id.value(), row->person.value(), [&](db::Write& tx) -> Acted {
        bool const yes = v.field("antwoord") == "ja";
        follow(v, tx, *row, {yes, false, false}, v.me().value());
        return Done{yes ? "/aandragingen/" + row->id.value() : "/vandaag", yes ? tr("De aanmelding staat klaar. Plan nu een gesprek.") : tr("Genoteerd. De gegevens worden binnen twee weken gewist.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The school behind a page address without an account.
http::Response sign_up_at_school(Visit& v) {
    auto school = people::find_school_page(v.read(), v.part("page_key"));
    if (!school) return v.not_found();
    return v.see("/buddy-worden/aanmelden?via=" + std::string{base::word(Channel::school_contact)} + "&school=" + http::encoded(v.part("page_key")));
}

http::Response doubt_form(Visit& v, std::string const& address, bool known, base::Refusal const* refusal) {
    auto const values = v.values();
    return v.page(tr("Twijfelt u over iemand?"), [&](html::Page& page) {
        page.lead(tr("Denkt u aan een ouder, maar weet u niet of het past? De coördinator belt u en denkt mee. Noem hier geen naam en niets over een kind."));
        auto form = page.form(address, tr("Bel mij"), values, refusal);
        if (!known) {
            form.text({.name = "naam", .label = tr("Uw naam"), .autocomplete = "name", .most = 100});
            form.text({.name = "telefoon", .label = tr("Uw telefoonnummer"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        }
        form.text({.name = "wanneer", .label = tr("Wanneer kunnen we u bellen? (niet verplicht)"), .hint = tr("Bijvoorbeeld dinsdag na drie uur"), .most = 200});
        if (!known) form.trap().hidden("_moment", values.contains("_moment") ? values.find("_moment")->second : reception::time_mark(v, "doubt"));
    },
                  {.status = refusal ? 422 : 200});
}

http::Response keep_doubt(Visit& v, std::optional<people::SchoolId> const& school, DoubtDraft const& given, std::optional<visit::PersonId> const& known, std::string const& back, std::function<http::Response(base::Refusal const&)> const& again) {
    auto const id = v.new_id<Doubt>();
    auto const person = known ? *known : reception::new_person(v);
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        if (!known) people::add_person(tx, v.keys(), person, given.contact, v.language(), v.now());
        add_doubt(tx, v.keys(), id, person, school, given.reachable, v.now());
        return Done{back, tr("Dank u wel. De coördinator belt u binnen twee werkdagen.")}; }, again);
}

http::Response school_doubt(Visit& v, base::Refusal const* refusal) {
    if (!people::find_school_page(v.read(), v.part("page_key"))) return v.not_found();
    return doubt_form(v, "/school/" + v.part("page_key") + "/twijfel", false, refusal);
}
http::Response new_school_doubt(Visit& v) { return school_doubt(v, nullptr); }

http::Response create_school_doubt(Visit& v) {
    auto school = people::find_school_page(v.read(), v.part("page_key"));
    if (!school) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return school_doubt(v, &refusal); };
    auto given = doubt({{text::tidy_line(v.field("naam")), "", text::tidy_line(v.field("telefoon"))}, text::tidy_line(v.field("wanneer"))});
    if (!given) return again(given.error());
    auto const back = "/school/" + v.part("page_key") + "/twijfel";
    if (reception::by_a_program(v, "doubt")) return v.see(back);
    return keep_doubt(v, school->id, *given, {}, back, again);
}

http::Response own_doubt(Visit& v, base::Refusal const* refusal) { return doubt_form(v, "/twijfel", true, refusal); }
http::Response new_own_doubt(Visit& v) { return own_doubt(v, nullptr); }
http::Response create_own_doubt(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return own_doubt(v, &refusal); };
    DoubtDraft const given{{}, text::tidy_line(v.field("wanneer"))};
    if (base::characters(given.reachable) > 200) return again(base::Refusal::of("wanneer", tr("Dit is te lang. Gebruik hoogstens 200 tekens.")));
    return keep_doubt(v, {}, given, v.me(), "/aangedragen", again);
}

std::optional<DoubtRow> doubt_of(Visit& v) {
    auto granted = v.grant<Action::handle_referral>();
    return granted ? find_doubt(v.read(), *granted, v.id<Doubt>("doubt")) : std::nullopt;
}
http::Response show_doubt(Visit& v) {
    auto row = doubt_of(v);
    auto person = row ? people::find_person(v.read(), v.keys(), row->person) : std::nullopt;
    if (!person) return v.not_found();
    return v.page(person->name, [&](html::Page& page) {
        page.lead(tr("Twijfelt over een ouder en wil even overleggen. Er is geen naam genoemd."));
        auto facts = page.facts();
        if (row->school)
            if (auto school = people::find_school(v.read(), people::SchoolId{*row->school})) facts.row(tr("School"), school->name);
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone});
        if (auto when = reachable_of(v.keys(), *row); !when.empty()) facts.row(tr("Wanneer te bellen"), when);
        facts.row(tr("Gevraagd op"), text::moment(row->asked_at, v.language()));
        if (row->called_at) return void(page.paragraph(base::Sentence{tr("U belde op {moment}."), {{"moment", text::moment(*row->called_at, v.language())}}}));
        page.act("/twijfels/" + row->id.value() + "/gebeld", tr("Ik belde terug"));
    });
}
http::Response create_called(Visit& v) {
    auto row = doubt_of(v);
    if (!row) return v.not_found();
    return v.act(row->id.value(), row->person.value(), [&](db::Write& tx) -> Acted {
        set_called(tx, row->id, v.me(), v.now());
        return Done{"/vandaag", tr("Genoteerd dat u belde.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

void add_background(Visit& v, html::Page& page, Entry const& entry) {
    if (entry.school)
        if (auto school = people::find_school(v.read(), people::SchoolId{*entry.school})) page.facts().row(tr("Aangemeld op school"), school->name);
    if (auto granted = v.grant<Action::handle_referral>())
        if (auto row = referral_behind(v.read(), *granted, entry.id)) {
            page.facts().row(tr("Aangedragen door"), people::name_of(v.read(), v.keys(), row->referred_by));
            if (auto words = words_for_coordinator(v.keys(), *row); !words.empty()) {
                page.paragraph(tr("De ouder vindt het goed dat u dit leest:"));
                page.quote(words);
            }
        }
}

std::vector<reception::Route> referral_routes() {
    using reception::route;
    return {
        route<Action::refer_parent>("GET", "/aangedragen", list_own_referrals),
        route<Action::refer_parent>("POST", "/aangedragen", create_referral),
        route<Action::refer_parent>("GET", "/twijfel", new_own_doubt),
        route<Action::refer_parent>("POST", "/twijfel", create_own_doubt),
        route<Action::use_link>("GET", "/aangedragen-door/{naming}", show_answer),
        route<Action::use_link>("POST", "/aangedragen-door/{naming}", create_answer),
        route<Action::refer_at_school>("GET", "/school/{page_key}/aanmelden", sign_up_at_school),
        route<Action::refer_at_school>("GET", "/school/{page_key}/twijfel", new_school_doubt),
        route<Action::refer_at_school>("POST", "/school/{page_key}/twijfel", create_school_doubt),
        route<Action::handle_referral>("GET", "/aandragingen/{referral}", show_referral),
        route<Action::handle_referral>("POST", "/aandragingen/{referral}/antwoord", create_called_answer),
        route<Action::handle_referral>("GET", "/twijfels/{doubt}", show_doubt),
        route<Action::handle_referral>("POST", "/twijfels/{doubt}/gebeld", create_called),
    };
}

std::map<std::string, people::Worker> referral_workers() {
    return {{"referral.ask", [](people::Post& post, jobs::Job const& job) {
                 auto& services = post.services;
                 auto row = find_referral_for_link(*services.data.read(db::Scope::of(job.of_partnership)), ReferralId{job.about});
                 if (!row || row->answered_at) return;
                 std::string token;
                 auto const now = services.clock.now();
                 services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { token = account::add_action_link(tx, services.random, "referral", job.about, row->person, now, answer_until(row->referred_at)); });
                 people::write_letter(post, job.of_partnership, row->person,
                                      {.subject = tr("Een vraag aan u"), .lines = {tr("Iemand die u kent, gaf met uw goedvinden uw naam aan ons door. Lees hier waarover het gaat en kies zelf:"), services.base_url + "/aangedragen-door/" + token, tr("Doet u niets, dan wissen we uw gegevens na twee weken.")}});
             }}};
}

} // namespace recruitment
