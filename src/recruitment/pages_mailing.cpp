#include "recruitment/pages_mailing.h"

#include "reception/listing.h"
#include "recruitment/store_campaigns.h"
#include "recruitment/store_mailing.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// Never says what it is about (R25).
constexpr base::Text subject = tr("Bericht van het steunpunt");

/// One professional of the network with the name and whether a letter can reach it.
struct Reachable {
    ProfessionalRow row;
    std::string name;
    bool has_mail;
};
std::vector<Reachable> network(Visit& v, NetworkGrant const& granted) {
    std::vector<Reachable> all;
    for (auto const& row : professionals(v.read(), granted)) {
        if (row.ended_at) continue;
        if (auto known = people::find_person(v.read(), v.keys(), row.person)) all.push_back({row, known->name, !known->mail.empty()});
    }
    std::sort(all.begin(), all.end(), [](Reachable const& a, Reachable const& b) { return text::sort_key(a.name) < text::sort_key(b.name); });
    return all;
}
/// Those chosen in the form, in order of name.
std::vector<Reachable> chosen(Visit& v, NetworkGrant const& granted) {
    auto const ids = v.form().all("ontvanger");
    auto all = network(v, granted);
    std::erase_if(all, [&](Reachable const& each) { return std::find(ids.begin(), ids.end(), each.row.id.value()) == ids.end(); });
    return all;
}
std::optional<CampaignRow> campaign_of(Visit& v) {
    for (auto const& each : campaigns(v.read()))
        if (each.id.value() == v.field("campagne")) return each;
    return {};
}

/// The text of a template with the addresses that carry channel and campaign.
std::string words_of_template(Visit& v, Template made_of) {
    auto const channel = channel_of(made_of);
    auto const campaign = campaign_of(v);
    auto of = [&](CampaignKind kind, char const* path) {
        auto const code = write_code({channel ? std::string{base::word(*channel)} : std::string{}, campaign && campaign->kind == kind ? campaign->number : 0});
        return v.services().base_url + path + (code.empty() ? "" : "?via=" + code);
    };
    std::string all;
    for (auto const& line : paragraphs(made_of, {v.house().coordinator_name, v.house().coordinator_phone, v.house().support_point, of(CampaignKind::buddies, "/buddy-worden"), of(CampaignKind::parents, "/buddy-vragen")})) (all += all.empty() ? "" : "\n\n") += text::say(line, text::Language::nl);
    return all;
}

http::Response choose_page(Visit& v, NetworkGrant const& granted, base::Refusal const* refusal) {
    auto const all = network(v, granted);
    return v.page(tr("Nieuwe mailing"), [&](html::Page& page) {
        page.step(1, 3);
        if (all.empty()) {
            page.empty(tr("Er staat nog niemand in uw netwerk. Voeg eerst mensen toe."));
            return void(page.button("/netwerk/nieuw", tr("Iemand toevoegen")));
        }
        auto form = page.form("/mailings/nieuw", tr("Verder naar de tekst"), v.values(), refusal);
        form.hidden("_stap", "kiezen");
        // a text that was changed comes back with the same brief
        if (!v.field("tekst").empty()) form.hidden("tekst", v.field("tekst")).hidden("_bij", v.field("sjabloon") + "|" + v.field("campagne"));
        std::vector<html::Option> people, templates, campaigns_now{{"", tr("geen campagne")}};
        for (auto const& each : all) people.push_back({each.row.id.value(), each.name + ", " + text::say(name(each.row.task), v.language()), each.has_mail ? std::optional<html::Said>{} : html::Said{tr("heeft geen mailadres en krijgt niets")}});
        for (auto const& [each, word] : base::Words<Template>::entries) templates.push_back({std::string{word}, name(each)});
        for (auto const& each : campaigns(v.read()))
            if (each.state(v.today()) != CampaignState::ended) campaigns_now.push_back({each.id.value(), each.name});
        form.checks({.name = "ontvanger", .label = tr("Aan wie schrijft u?")}, people);
        form.radios({.name = "sjabloon", .label = tr("Met welke brief begint u?"), .hint = tr("U kunt de tekst straks veranderen.")}, templates);
        form.select({.name = "campagne", .label = tr("Voor welke campagne?"), .hint = tr("Het adres in de brief krijgt de code van deze campagne.")}, campaigns_now);
        form.or_go("/mailings", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}

void carry(html::Form& form, Visit& v) {
    for (auto const& id : v.form().all("ontvanger")) form.hidden("ontvanger", id);
    form.hidden("sjabloon", v.field("sjabloon")).hidden("campagne", v.field("campagne"));
}

http::Response write_page(Visit& v, std::string const& words, base::Refusal const* refusal) {
    return v.page(tr("De tekst van de brief"), [&](html::Page& page) {
        page.step(2, 3);
        auto values = v.values();
        values.erase("tekst");
        values.emplace("tekst", words);
        auto form = page.form("/mailings/nieuw", tr("Bekijk de brief"), values, refusal);
        form.hidden("_stap", "schrijven");
        carry(form, v);
        form.area({.name = "tekst", .label = tr("Tekst"), .hint = tr("Noem nooit een ouder, een kind of een situatie waaraan iemand te herkennen is. Laat het adres met ‘via’ staan."), .most = 4000}, 18);
        form.also("terug", tr("Terug naar de ontvangers"));
        form.or_go("/mailings", tr("Stoppen"));
    },
                  {.status = refusal ? 422 : 200});
}

http::Response look_page(Visit& v, NetworkGrant const& granted, std::string const& words, base::Refusal const* refusal = nullptr) {
    auto const to = chosen(v, granted);
    auto const reached = std::count_if(to.begin(), to.end(), [](Reachable const& each) { return each.has_mail; });
    return v.page(tr("Zo gaat de brief weg"), [&](html::Page& page) {
        page.step(3, 3);
        auto const say = [&](base::Sentence const& sentence) { return text::say(sentence, text::Language::nl); };
        page.facts().row(tr("Van"), v.house().support_point).row(tr("Onderwerp"), say(subject));
        page.paragraph(tr("Het onderwerp zegt nooit waar het over gaat. De laatste regels staan onder elke mail."));
        page.quote(words + "\n\n" + say({tr("Liever bellen? Steunpunt: {phone}. Coördinator: {coordinator}."), {{"phone", v.house().phone}, {"coordinator", v.house().coordinator_phone}}}) + "\n" + say(tr("Schrijf uw verhaal niet in een mail. Mail kan door anderen worden gelezen.")));
        page.heading(tr("Aan wie"));
        std::vector<html::Said> names;
        for (auto const& each : to) names.push_back(each.has_mail ? html::Said{each.name} : html::Said{base::Sentence{tr("{name}: geen mailadres, krijgt niets"), {{"name", each.name}}}});
        page.bullets(names);
        if (reached == 0) page.alert(html::Tone::warning, tr("Niemand van hen heeft een mailadres. Er kan niets weg."));
        auto form = page.form("/mailings/nieuw", reached == 1 ? html::Said{tr("Verstuur aan 1 persoon")} : html::Said{base::Sentence{tr("Verstuur aan {count} mensen"), {{"count", std::to_string(reached)}}}}, v.values(), refusal);
        form.hidden("_stap", "versturen");
        carry(form, v);
        form.hidden("tekst", words).also("terug", tr("Terug naar de tekst"));
        form.or_go("/mailings", tr("Stoppen"));
    },
                  {.status = refusal ? 422 : 200});
}

http::Response new_mailing(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    return granted ? choose_page(v, *granted, nullptr) : v.not_found();
}

http::Response create_mailing(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    if (!granted) return v.not_found();
    auto const words = text::tidy_text(v.field("tekst"));
    auto const made_of = base::from_word<Template>(v.field("sjabloon"));
    auto const& step = v.field("_stap");
    bool const back = v.form().has("terug");
    if (step == "schrijven" && back) return choose_page(v, *granted, nullptr);
    if (step == "versturen" && back) return write_page(v, words, nullptr);
    auto const to = chosen(v, *granted);
    base::Refusal refusal;
    if (to.empty()) refusal.add("ontvanger", tr("Kies aan wie u schrijft."));
    if (!made_of) refusal.add("sjabloon", tr("Kies met welke brief u begint."));
    if (!refusal.empty()) return choose_page(v, *granted, &refusal);
    if (step != "schrijven" && step != "versturen") return write_page(v, !words.empty() && v.field("_bij") == v.field("sjabloon") + "|" + v.field("campagne") ? words : words_of_template(v, *made_of), nullptr);
    if (refusal = check_mailing(to.size(), words); !refusal.empty()) return write_page(v, words, &refusal);
    if (step != "versturen") return look_page(v, *granted, words);
    std::vector<ProfessionalRow> reached;
    for (auto const& each : to)
        if (each.has_mail) reached.push_back(each.row);
    auto again = [&](base::Refusal const& why) { return look_page(v, *granted, words, &why); };
    if (reached.empty()) return again(base::Refusal::of(tr("Niemand van hen heeft een mailadres. Er kan niets weg.")));
    auto const campaign = campaign_of(v);
    auto id = v.new_id<Mailing>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_mailing(tx, v.keys(), *granted, v.services().random, id, *made_of, campaign ? std::optional{campaign->id} : std::nullopt, words, reached, v.now());
        for (auto const& each : reached) jobs::later(tx, v.services().random, "mailing.letter", v.house().id.value(), each.person.value(), id.value(), v.now());
        return Done{"/mailings/" + id.value(), tr("De brief gaat nu weg. Hieronder ziet u bij wie hij al is verstuurd.")}; }, again);
}

http::Response list_mailings(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    if (!granted) return v.not_found();
    auto asked = reception::asked(v, "/mailings", "-dag");
    auto lines = mailings(v.read(), *granted);
    reception::sort(lines, asked.sort, {{"dag", [](MailingRow const& a, MailingRow const& b) { return a.written_at < b.written_at; }}});
    asked.total = lines.size();
    return v.page(tr("Mailings"), [&](html::Page& page) {
        page.button("/mailings/nieuw", tr("Nieuwe mailing"), lines.empty());
        page.link("/netwerk", tr("Netwerk")).link("/contactlogboek", tr("Contactlogboek"));
        if (lines.empty()) return void(page.empty(tr("Er is nog niets verstuurd. Begin met een brief aan de ambulant begeleiders.")));
        auto table = page.table(tr("Mailings"), {{tr("Dag"), "dag"}, {tr("Brief")}, {tr("Campagne")}, {tr("Verstuurd"), "", true}}, &asked);
        for (auto const& row : reception::shown(lines, asked)) table.row({{text::plain_day(base::local_date(row.written_at), v.language()), "/mailings/" + row.id.value()}, {name(row.made_of)}, {row.campaign.value_or("–")}, {std::to_string(row.sent) + " / " + std::to_string(row.receivers), {}, true}});
        page.pager(asked);
    });
}

http::Response show_mailing(Visit& v) {
    auto granted = v.grant<Action::keep_network>();
    auto row = granted ? find_mailing(v.read(), *granted, v.id<Mailing>("mailing")) : std::nullopt;
    if (!row) return v.not_found();
    return v.page(name(row->made_of), [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Geschreven"), text::moment(row->written_at, v.language())).row(tr("Door"), people::name_of(v.read(), v.keys(), row->written_by)).row(tr("Campagne"), row->campaign.value_or("–"));
        page.heading(tr("Tekst"));
        page.quote(words_of(v.keys(), *row));
        page.heading(tr("Aan wie"));
        auto table = page.table(tr("Ontvangers"), {{tr("Naam")}, {tr("Verstuurd")}});
        for (auto const& each : receivers(v.read(), *granted, row->id)) table.row({{people::name_of(v.read(), v.keys(), each.person)}, {each.sent_at ? html::Said{text::moment(*each.sent_at, v.language())} : html::Said{tr("nog niet weg")}}});
        page.link("/mailings", tr("Alle mailings"));
    });
}

/// Sends one letter of a mailing to one receiver; who was erased in the meantime, or has no address any more, gets none.
void send_letter(people::Post& post, jobs::Job const& job) {
    MailingId const id{job.extra};
    visit::PersonId const person{job.about};
    std::optional<std::string> words;
    {
        auto door = post.services.data.read(db::Scope::of(job.of_partnership));
        auto known = people::find_person(*door, post.services.keys, person);
        if (!known || known->mail.empty()) return;
        words = letter_for(*door, post.services.keys, id, person);
    }
    if (!words || words->empty()) return;
    people::write_letter(post, job.of_partnership, person, {.subject = subject, .lines = {*words}});
    post.services.data.write(db::Scope::of(job.of_partnership), [&](db::Write& tx) { note_sent(tx, id, person, post.services.clock.now()); });
}

} // namespace

std::vector<reception::Route> mailing_routes() {
    using reception::route;
    return {
        route<Action::keep_network>("GET", "/mailings", list_mailings),
        route<Action::keep_network>("GET", "/mailings/nieuw", new_mailing),
        route<Action::keep_network>("POST", "/mailings/nieuw", create_mailing),
        route<Action::keep_network>("GET", "/mailings/{mailing}", show_mailing),
    };
}

std::map<std::string, people::Worker> mailing_workers() { return {{"mailing.letter", send_letter}}; }

} // namespace recruitment
