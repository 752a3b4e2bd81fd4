#include "recruitment/pages.h"

#include "account/listing_correction.h"
#include "account/store_accounts.h"
#include "confidentiality/store_consent.h"
#include "people/store_names.h"
#include "people/store_school_page.h"
#include "reception/listing.h"
#include "reception/visit_person.h"
#include "reception/visit_trap.h"
#include "recruitment/pages_likeness.h"
#include "recruitment/pages_referral.h"
#include "recruitment/pages_withdrawal.h"
#include "recruitment/store_channel.h"
#include "recruitment/store_sign_up.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr int consent_version = 1;
constexpr auto link_lasts = std::chrono::hours{24 * 56};
constexpr std::array stage_words{std::pair{Stage::unconfirmed, "onbevestigd"}, std::pair{Stage::waiting, "bevestigd"}, std::pair{Stage::ended, "gestopt"}};

/// The channels to choose from, the partnership's own ones before "on another way".
std::vector<html::Option> channel_options(Visit& v) {
    std::vector<html::Option> all;
    for (auto const& [channel, word] : base::Words<Channel>::entries) all.push_back({std::string{word}, name(channel)});
    for (auto const& own : own_channels(v.read(), false)) all.insert(all.end() - 1, {own.code, own.name});
    return all;
}
/// How a sign-up came, in words.
template <class Of>
html::Said channel_of(Of const& entry) { return entry.own_channel ? html::Said{*entry.own_channel} : html::Said{name(entry.channel)}; }

Draft draft_of(Visit& v) {
    auto const how = came_by(v.read(), v.field("kanaal"), v.field("via"));
    return {{text::tidy_line(v.field("naam")), text::tidy_line(v.field("mail")), text::tidy_line(v.field("telefoon"))}, how.channel, text::tidy_text(v.field("motief")), v.field("akkoord") == "ja", how.origin};
}

http::Response become_buddy(Visit& v) {
    return v.page(tr("Buddy worden"), [&](html::Page& page) {
        page.lead(tr("Heeft u een kind dat op school iets extra’s nodig had? Dan weet u hoe dat is. U kunt naast een andere ouder staan."));
        page.heading(tr("Wat doet een buddy?"));
        page.bullets({tr("U luistert."), tr("U vertelt wat u zelf meemaakte."), tr("U helpt een gesprek op school voorbereiden. Vraagt de ouder het? Dan gaat u mee."), tr("U wijst de weg naar de juiste persoon.")});
        page.heading(tr("Wat doet een buddy niet?"));
        page.bullets({tr("U beslist niet en geeft geen advies."), tr("U stelt niet vast wat een kind heeft."), tr("U bemiddelt niet en spreekt niet namens de ouder."), tr("U houdt geen dossier bij.")});
        page.heading(tr("Past dit bij u?"));
        page.bullets({tr("Wat school en ouders samen doen, vindt u belangrijk."), tr("U hoort graag hoe het bij anderen gaat."), tr("U heeft zelf iets meegemaakt waar een ander wat aan heeft."), tr("U kunt met enige afstand naar uw eigen verhaal kijken."), tr("U heeft af en toe een uur over.")});
        page.paragraph(tr("U volgt eerst een training van twee avonden. De coördinator helpt u steeds verder. Stoppen mag altijd."));
        auto const& code = v.request().query.get("via");
        page.button(code.empty() ? "/buddy-worden/aanmelden" : "/buddy-worden/aanmelden?via=" + http::encoded(code), tr("Ik meld mij aan"));
    });
}

http::Response sign_up_form(Visit& v, html::Values const& values, base::Refusal const* refusal) {
    return v.page(tr("Aanmelden als buddy"), [&](html::Page& page) {
        page.lead(tr("Dit duurt twee minuten. Daarna belt of mailt de coördinator u binnen twee werkdagen."));
        auto form = page.form("/buddy-worden/aanmelden", tr("Aanmelden"), values, refusal);
        form.text({.name = "naam", .label = tr("Uw naam"), .autocomplete = "name", .most = 100});
        form.text({.name = "mail", .label = tr("Uw mailadres"), .hint = tr("Geen mail? Laat dit leeg. Dan bellen we u."), .type = "email", .autocomplete = "email", .inputmode = "email"});
        form.text({.name = "telefoon", .label = tr("Uw telefoonnummer (niet verplicht als u een mailadres invult)"), .type = "tel", .autocomplete = "tel", .inputmode = "tel", .most = 25});
        if (auto at_school = values.find("school"); at_school != values.end()) form.hidden("school", at_school->second);
        auto const code = values.contains("via") ? values.find("via")->second : std::string{};
        if (!code.empty()) form.hidden("via", code);
        if (!via(v.read(), code).channel) form.radios({.name = "kanaal", .label = tr("Hoe hoorde u van ons?")}, channel_options(v));
        form.area({.name = "motief", .label = tr("Waarom wilt u dit doen? (niet verplicht)"), .hint = tr("Een paar zinnen is genoeg. Noem geen namen van kinderen."), .who_reads = reception::readers(Action::read_sign_up, v.house(), v.language()), .most = 1000});
        form.box({.name = "akkoord", .label = tr("De coördinator mag dit lezen en contact met mij opnemen.")});
        form.trap().hidden("_moment", values.contains("_moment") ? values.find("_moment")->second : reception::time_mark(v, "sign_up"));
        page.details(tr("Wat gebeurt er met uw gegevens?"), {base::Sentence{tr("{coordinator} leest uw aanmelding. Gaat u niet verder? Dan wissen we alles na acht weken."), {{"coordinator", v.house().coordinator_name}}}, tr("U kunt zich altijd terugtrekken, zonder reden.")});
    },
                  {.status = refusal ? 422 : 200});
}

http::Response new_sign_up(Visit& v) {
    html::Values values;
    if (auto const& code = v.request().query.get("via"); !code.empty()) values.emplace("via", code);
    if (auto at_school = v.request().query.get("school"); people::find_school_page(v.read(), at_school)) values.emplace("school", at_school);
    return sign_up_form(v, values, nullptr);
}

http::Response create_sign_up(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return sign_up_form(v, v.values(), &refusal); };
    auto accepted = sign_up(draft_of(v));
    if (!accepted) return again(accepted.error());
    // a program that fills in the trap, or is too fast, sees the same thanks and leaves nothing behind
    if (reception::by_a_program(v, "sign_up")) return v.see("/buddy-worden/bedankt");
    auto id = v.new_id<SignUp>();
    auto const person = reception::new_person(v);
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, person, *accepted, v.language(), "", false, v.now());
        if (auto at_school = people::find_school_page(tx, v.field("school"))) set_school(tx, id, at_school->id);
        confidentiality::give(tx, person, confidentiality::Purpose::reading_by_coordinator, consent_version, v.language(), v.now());
        if (!accepted->contact.mail.empty()) jobs::later(tx, v.services().random, "sign_up.confirm", v.house().id.value(), id.value(), "", v.now());
        return Done{accepted->contact.mail.empty() ? "/buddy-worden/bedankt?bellen=1" : "/buddy-worden/bedankt", base::Text::none()}; }, again);
}

http::Response show_thanks(Visit& v) {
    bool const call = v.request().query.has("bellen");
    return v.page(tr("Bedankt voor uw aanmelding"), [&](html::Page& page) {
        if (call) page.lead(tr("De coördinator belt u binnen twee werkdagen."));
        else {
            page.lead(tr("We stuurden u een mail. Klik daarin op de link. Dan weten we dat het adres klopt."));
            page.paragraph(tr("Daarna belt of mailt de coördinator u binnen twee werkdagen."));
        }
        page.paragraph(tr("In de mail staat ook hoe u zich weer terugtrekt."));
        page.button("/", tr("Naar de eerste bladzijde"), false);
    });
}

/// The link in the mail: shows one button for confirming and one for withdrawing; only POST acts.
http::Response show_link(Visit& v) {
    auto link = account::find_action_link(v.read(), v.part("token"), v.now());
    if (!link || link->act != "sign_up") return v.not_found();
    auto entry = find_for_link(v.read(), SignUpId{link->object});
    if (!entry) return v.not_found();
    auto now_at = stage(entry->confirmed_at, entry->ended_at);
    return v.page(tr("Uw aanmelding als buddy"), [&](html::Page& page) {
        if (now_at == Stage::ended) return void(page.paragraph(tr("Deze aanmelding is gestopt. U hoort niets meer van ons.")));
        if (now_at == Stage::unconfirmed) {
            page.lead(tr("Klopt het dat u zich aanmeldde?"));
            page.act("/aanmelding/" + v.part("token") + "/bevestiging", tr("Ja, ik bevestig mijn aanmelding"));
        } else page.lead(tr("Uw aanmelding is bevestigd. De coördinator neemt contact met u op."));
        page.heading(tr("Wilt u toch niet?"));
        page.paragraph(tr("U kunt zich terugtrekken. Een reden is niet nodig."));
        page.button("/aanmelding/" + v.part("token") + "/terugtrekken", tr("Ik trek mij terug"), false);
    });
}

http::Response create_confirmation(Visit& v) {
    auto link = account::find_action_link(v.read(), v.part("token"), v.now());
    if (!link || link->act != "sign_up") return v.not_found();
    return v.act(link->object, link->person.value(), [&](db::Write& tx) -> Acted {
        if (confirm(tx, SignUpId{link->object}, v.now())) jobs::later(tx, v.services().random, "account.open", v.house().id.value(), link->person.value(), "", v.now());
        return Done{"/aanmelding/" + v.part("token"), tr("Dank u wel. Uw aanmelding is bevestigd.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The stage that a word in the address asks for.
std::optional<Stage> stage_asked(std::string const& word) {
    for (auto const& [stage, its] : stage_words)
        if (word == its) return stage;
    return {};
}

/// The lines of the asked page, and how many there are in all. Names are opened for all only when search or order ask for them.
std::vector<Listed> lines_of(Visit& v, ListGrant const& granted, std::optional<Stage> at, html::Listing& asked) {
    bool const down = asked.sort.starts_with('-'), by_name = asked.sort == "naam" || asked.sort == "-naam";
    auto const from = static_cast<std::size_t>(asked.page - 1) * static_cast<std::size_t>(asked.per_page);
    if (!by_name && asked.search.empty()) {
        asked.total = count(v.read(), granted, at);
        return list(v.read(), granted, at, asked.sort != "datum", from, static_cast<std::size_t>(asked.per_page));
    }
    struct Found {
        SignUpId id;
        std::string key;
    };
    auto const all = signed_up(v.read(), granted, at);
    std::vector<people::SealedName> sealed;
    sealed.reserve(all.size());
    for (auto const& each : all) sealed.push_back({each.person, each.name});
    auto const names = people::open_names(v.keys(), sealed);
    auto const word = text::folded(asked.search);
    std::vector<Found> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!word.empty() && text::folded(names[i]).find(word) == std::string::npos) continue;
        found.push_back({all[i].id, by_name ? text::sort_key(names[i]) : std::string{}});
    }
    if (by_name) std::stable_sort(found.begin(), found.end(), [&](Found const& a, Found const& b) { return down ? b.key < a.key : a.key < b.key; });
    else if (asked.sort == "datum") std::reverse(found.begin(), found.end());
    asked.total = found.size();
    std::vector<Listed> lines;
    for (auto const& each : reception::shown(found, asked))
        if (auto line = find_listed(v.read(), granted, each.id)) lines.push_back(std::move(*line));
    return lines;
}

http::Response list_sign_ups(Visit& v) {
    auto granted = v.grant<Action::list_sign_ups>();
    if (!granted) return v.not_found();
    auto asked = reception::asked(v, "/aanmeldingen", "-datum");
    auto const at = stage_asked(v.request().query.get("stand"));
    auto const wanted = at ? v.request().query.get("stand") : std::string{};
    auto const lines = lines_of(v, *granted, at, asked);
    asked.filters = {{"stand", wanted}};
    std::vector<visit::PersonId> whose;
    for (auto const& line : lines) whose.push_back(line.person);
    people::Names const names{v.read(), v.keys(), whose};
    std::vector<html::Option> stages{{"", tr("Alle")}};
    for (auto const& [stage, word] : stage_words) stages.push_back({word, name(stage)});
    return v.page(tr("Aanmeldingen"), [&](html::Page& page) {
        page.button("/aanmeldingen/nieuw", tr("Aanmelding per telefoon invoeren"), false);
        page.search(asked, tr("Zoek op naam"), {{{.name = "stand", .label = tr("Stand")}, stages}}, {{"stand", wanted}});
        if (asked.total == 0) return void(page.empty(asked.search.empty() && wanted.empty() ? tr("Er zijn nog geen aanmeldingen. Deel het adres van ‘Buddy worden’ met scholen en ambulant begeleiders.") : tr("Niemand gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Aanmeldingen"), {{tr("Naam"), "naam"}, {tr("Aangemeld"), "datum"}, {tr("Via")}, {tr("Stand")}}, &asked);
        for (auto const& line : lines)
            table.row({names.of(line.person) == "–" ? html::Cell{tr("gewist")} : html::Cell{names.of(line.person), "/aanmeldingen/" + line.id.value()}, {text::plain_day(base::local_date(line.signed_up_at), v.language())}, {channel_of(line)}, {name(stage(line.confirmed_at, line.ended_at))}});
        page.pager(asked);
    });
}

http::Response show_sign_up(Visit& v) {
    auto granted = v.grant<Action::read_sign_up>();
    if (!granted) return v.not_found();
    auto entry = find(v.read(), *granted, v.id<SignUp>("sign_up"));
    if (!entry) return v.not_found();
    v.note(Action::read_sign_up, entry->id.value(), entry->person.value());
    auto person = people::find_person(v.read(), v.keys(), entry->person);
    if (!person) return v.not_found();
    auto at = stage(entry->confirmed_at, entry->ended_at);
    return v.page(person->name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Stand"), name(at)).row(tr("Via"), channel_of(*entry));
        if (entry->campaign) facts.row(tr("Campagne"), *entry->campaign);
        if (!person->mail.empty()) facts.link(tr("Mailadres"), person->mail, "mailto:" + person->mail);
        facts.row(tr("Telefoon"), person->phone.empty() ? html::Said{tr("niet ingevuld")} : html::Said{person->phone});
        if (entry->withdrawn_because) facts.row(tr("Waarom teruggetrokken"), name(*entry->withdrawn_because));
        if (auto on = erased_on(base::local_date(entry->signed_up_at), entry->confirmed_at || entry->taken_up_at, entry->ended_at ? std::optional{base::local_date(*entry->ended_at)} : std::nullopt)) facts.row(tr("Wordt gewist op"), text::plain_day(*on, v.language()));
        account::put_correction_link(v, page, entry->person);
        add_background(v, page, *entry);
        add_likeness(v, page, *entry);
        if (auto own = motive(v.keys(), *entry); !own.empty()) {
            page.heading(tr("Waarom deze ouder buddy wil zijn"));
            page.quote(own);
        }
        page.heading(tr("Wat er gebeurde"));
        std::vector<html::Happening> happened;
        happened.push_back({text::moment(entry->signed_up_at, v.language()), entry->entered_by ? tr("Aangemeld per telefoon") : tr("Aangemeld"), entry->entered_by ? people::name_of(v.read(), v.keys(), visit::PersonId{*entry->entered_by}) : std::string{}});
        if (entry->confirmed_at) happened.push_back({text::moment(*entry->confirmed_at, v.language()), tr("Bevestigd"), std::string{}});
        if (entry->ended_at && entry->end_reason) happened.push_back({text::moment(*entry->ended_at, v.language()), name(*entry->end_reason), std::string{}});
        page.timeline(happened);
        if (at == Stage::ended) return;
        page.heading(tr("Verder"));
        if (at == Stage::unconfirmed) page.act("/aanmeldingen/" + entry->id.value() + "/bevestiging", tr("Ik sprak deze ouder: bevestigen"));
        page.button("/aanmeldingen/" + entry->id.value() + "/gesprek", tr("Plan gesprek"), at == Stage::waiting);
        page.button("/aanmeldingen/" + entry->id.value() + "/stoppen", tr("Aanmelding stoppen"), false);
    });
}

http::Response create_confirmation_by_phone(Visit& v) {
    auto granted = v.grant<Action::read_sign_up>();
    auto entry = granted ? find(v.read(), *granted, v.id<SignUp>("sign_up")) : std::nullopt;
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        if (confirm(tx, entry->id, v.now())) jobs::later(tx, v.services().random, "account.open", v.house().id.value(), entry->person.value(), "", v.now());
        return Done{"/aanmeldingen/" + entry->id.value(), tr("Bevestigd. Plan nu een gesprek.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

http::Response new_end(Visit& v, base::Refusal const* refusal) {
    auto granted = v.grant<Action::read_sign_up>();
    auto entry = granted ? find(v.read(), *granted, v.id<SignUp>("sign_up")) : std::nullopt;
    if (!entry) return v.not_found();
    return v.page(tr("Aanmelding stoppen"), [&](html::Page& page) {
        page.paragraph(tr("De gegevens worden acht weken later gewist. De ouder krijgt geen mail; bel of schrijf zelf."));
        page.form("/aanmeldingen/" + entry->id.value() + "/stoppen", tr("Stoppen"), v.values(), refusal)
            .radios({.name = "reden", .label = tr("Waarom stopt deze aanmelding?")}, {{"withdrawn", tr("De ouder trekt zich terug")}, {"no_answer", tr("Niet bereikt")}, {"not_continued", tr("Gaat om een andere reden niet verder")}})
            .or_go("/aanmeldingen/" + entry->id.value(), tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_end_page(Visit& v) { return new_end(v, nullptr); }

http::Response create_end(Visit& v) {
    auto granted = v.grant<Action::read_sign_up>();
    auto entry = granted ? find(v.read(), *granted, v.id<SignUp>("sign_up")) : std::nullopt;
    if (!entry) return v.not_found();
    return v.act(entry->id.value(), entry->person.value(), [&](db::Write& tx) -> Acted {
        auto reason = base::from_word<EndReason>(v.field("reden"));
        if (!reason) return base::Refusal::of("reden", tr("Kies een reden."));
        if (end(tx, entry->id, *reason, v.now())) {
            people::end_role(tx, entry->person, visit::Role::candidate, v.now());
            confidentiality::withdraw(tx, entry->person, confidentiality::Purpose::longer_keeping, v.now());
            call_off(tx, v, entry->person);
        }
        return Done{"/aanmeldingen", tr("De aanmelding is gestopt. Over acht weken worden de gegevens gewist.")}; }, [&](base::Refusal const& refusal) { return new_end(v, &refusal); });
}

http::Response phone_form(Visit& v, base::Refusal const* refusal) {
    return v.page(tr("Aanmelding per telefoon"), [&](html::Page& page) {
        auto form = page.form("/aanmeldingen", tr("Opslaan"), v.values(), refusal);
        form.text({.name = "naam", .label = tr("Naam"), .most = 100}).text({.name = "telefoon", .label = tr("Telefoonnummer"), .type = "tel", .most = 25}).text({.name = "mail", .label = tr("Mailadres (niet verplicht)"), .type = "email"});
        form.select({.name = "kanaal", .label = tr("Hoe hoorde deze ouder van ons?")}, [&] {
            auto all = channel_options(v);
            all.insert(all.begin(), {"", tr("Maak een keuze")});
            return all;
        }());
        form.area({.name = "motief", .label = tr("Waarom wil deze ouder dit doen? (niet verplicht)"), .most = 1000});
        form.box({.name = "akkoord", .label = tr("De ouder vond het goed dat ik dit opschreef en contact houd.")});
        form.or_go("/aanmeldingen", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_by_phone(Visit& v) { return phone_form(v, nullptr); }

http::Response create_by_phone(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return phone_form(v, &refusal); };
    auto accepted = sign_up(draft_of(v));
    if (!accepted) return again(accepted.error());
    auto id = v.new_id<SignUp>();
    auto const person = reception::new_person(v);
    return v.act(id.value(), person.value(), [&](db::Write& tx) -> Acted {
        add(tx, v.keys(), id, person, *accepted, text::Language::nl, v.me().value(), true, v.now());
        confidentiality::give(tx, person, confidentiality::Purpose::reading_by_coordinator, consent_version, text::Language::nl, v.now());
        jobs::later(tx, v.services().random, "account.open", v.house().id.value(), person.value(), "", v.now());
        return Done{"/aanmeldingen/" + id.value(), tr("De aanmelding is opgeslagen. Plan nu een gesprek.")}; }, again);
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    std::vector<reception::Route> all{
        route<Action::sign_up>("GET", "/buddy-worden", become_buddy),
        route<Action::sign_up>("GET", "/buddy-worden/aanmelden", new_sign_up),
        route<Action::sign_up>("POST", "/buddy-worden/aanmelden", create_sign_up),
        route<Action::sign_up>("GET", "/buddy-worden/bedankt", show_thanks),
        route<Action::use_link>("GET", "/aanmelding/{token}", show_link),
        route<Action::use_link>("POST", "/aanmelding/{token}/bevestiging", create_confirmation),
        route<Action::list_sign_ups>("GET", "/aanmeldingen", list_sign_ups),
        route<Action::add_sign_up>("POST", "/aanmeldingen", create_by_phone),
        route<Action::add_sign_up>("GET", "/aanmeldingen/nieuw", new_by_phone),
        route<Action::read_sign_up>("GET", "/aanmeldingen/{sign_up}", show_sign_up),
        route<Action::handle_sign_up>("POST", "/aanmeldingen/{sign_up}/bevestiging", create_confirmation_by_phone),
        route<Action::handle_sign_up>("GET", "/aanmeldingen/{sign_up}/stoppen", new_end_page),
        route<Action::handle_sign_up>("POST", "/aanmeldingen/{sign_up}/stoppen", create_end),
    };
    for (auto const& more : {referral_routes(), likeness_routes()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::map<std::string, people::Worker> workers() {
    auto all = referral_workers();
    all.insert({"sign_up.confirm", [](people::Post& post, jobs::Job const& job) {
                    auto& services = post.services;
                    auto entry = find_for_link(*services.data.read(db::Scope::of(job.of_partnership)), SignUpId{job.about});
                    if (!entry || entry->ended_at) return;
                    std::string token;
                    auto now = services.clock.now();
                    services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { token = account::add_action_link(tx, services.random, "sign_up", job.about, entry->person, now, now + link_lasts); });
                    people::write_letter(post, job.of_partnership, entry->person,
                                         {.subject = tr("Uw bericht aan ons"), .lines = {tr("Dank u wel voor uw bericht. Open deze link om te bevestigen dat dit uw adres is."), services.base_url + "/aanmelding/" + token, tr("Met dezelfde link kunt u altijd stoppen.")}});
                }});
    return all;
}

} // namespace recruitment
