#include "recruitment/pages_campaigns.h"

#include "gen/recruitment_views.h"
#include "platform/base/number.h"
#include "reception/listing.h"
#include "recruitment/store_campaigns.h"

namespace recruitment {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string address(CampaignId const& id) { return "/campagnes/" + id.value(); }
std::string tally(CampaignRow const& row) { return std::to_string(row.arrived) + " / " + std::to_string(row.target); }

http::Response show_start(Visit& v) {
    if (!v.grant<Action::keep_campaigns>()) return v.not_found();
    auto const all = campaigns(v.read());
    auto const running = std::count_if(all.begin(), all.end(), [&](CampaignRow const& row) { return row.state(v.today()) == CampaignState::running; });
    return v.page(tr("Werving"), [&](html::Page& page) {
        page.lead(running == 1 ? base::Sentence{tr("Er loopt 1 campagne.")} : base::Sentence{tr("Er lopen {count} campagnes."), {{"count", std::to_string(running)}}});
        using Choice = std::tuple<char const*, base::Text, base::Text>;
        auto choices = [&](base::Text heading, std::initializer_list<Choice> all) {
            page.heading(heading);
            auto part = page.own(views::choices_::view);
            for (auto const& [href, label, words] : all) part.add(views::choices_::CHOICE).set(views::choices_::HREF, href).set(views::choices_::LABEL, label).set(views::choices_::WORDS, words);
        };
        choices(tr("Mensen bereiken"), {{"/campagnes", tr("Campagnes"), tr("Hoeveel mensen zoekt u, tot wanneer, en wat doet u als er te weinig komen?")}, {"/kanalen", tr("Kanalen en codes"), tr("Langs welke wegen mensen komen, en de adressen voor poster, folder en mail.")}, {"/bijeenkomsten", tr("Bijeenkomsten"), tr("Informatieavond of koffieochtend, met wie er komt.")}, {"/materialen", tr("Materialen"), tr("Poster, folder en andere teksten om te lezen en te printen.")}});
        choices(tr("Mensen die ouders kennen"), {{"/scholen", tr("Scholen"), tr("Wat elke school weet en kreeg, met wie u er praat, en waar het stil is.")}, {"/netwerk", tr("Netwerk"), tr("Ambulant begeleiders, scholen en anderen: wie sprak u wanneer, en wat is de volgende stap?")}, {"/contactlogboek", tr("Contactlogboek"), tr("Alles wat u deed, op volgorde van tijd.")}, {"/mailings", tr("Mailings"), tr("Eén brief aan mensen uit uw netwerk, en wat er eerder is verstuurd.")}});
        choices(tr("Wat het opleverde"), {{"/opbrengst", tr("Opbrengst"), tr("Welk kanaal werkte? Van aanmelding tot koppeling.")}, {"/uren", tr("Uren"), tr("Uw uren en die van mensen op scholen, voor het jaarverslag.")}});
    });
}

http::Response list_campaigns(Visit& v) {
    if (!v.grant<Action::keep_campaigns>()) return v.not_found();
    auto asked = reception::asked(v, "/campagnes", "-einde");
    auto const wanted = v.request().query.get("stand");
    auto lines = campaigns(v.read());
    std::erase_if(lines, [&](CampaignRow const& row) {
        if (!wanted.empty() && wanted != base::word(row.state(v.today()))) return true;
        return !asked.search.empty() && text::folded(row.name).find(text::folded(asked.search)) == std::string::npos;
    });
    reception::sort(lines, asked.sort, {{"naam", [](CampaignRow const& a, CampaignRow const& b) { return text::sort_key(a.name) < text::sort_key(b.name); }}, {"einde", [](CampaignRow const& a, CampaignRow const& b) { return a.closes_on < b.closes_on; }}});
    asked.total = lines.size();
    asked.filters = {{"stand", wanted}};
    return v.page(tr("Campagnes"), [&](html::Page& page) {
        page.button("/campagnes/nieuw", tr("Nieuwe campagne"), lines.empty() && asked.search.empty() && wanted.empty());
        std::vector<html::Option> states{{"", tr("Alle")}};
        for (auto const& [each, word] : base::Words<CampaignState>::entries) states.push_back({std::string{word}, name(each)});
        page.search(asked, tr("Zoek op naam"), {{{.name = "stand", .label = tr("Stand")}, states}}, {{"stand", wanted}});
        if (lines.empty()) return void(page.empty(asked.search.empty() && wanted.empty() ? tr("Er zijn nog geen campagnes. Begin er een voor buddy’s of voor vraagouders.") : tr("Niets gevonden. Zoek op een ander woord of toon alles.")));
        auto table = page.table(tr("Campagnes"), {{tr("Naam"), "naam"}, {tr("Voor")}, {tr("Stand")}, {tr("Laatste dag"), "einde"}, {tr("Gekomen / doel"), "", true}}, &asked);
        for (auto const& row : reception::shown(lines, asked)) table.row({{row.name, address(row.id)}, {name(row.kind)}, {name(row.state(v.today()))}, {text::plain_day(row.closes_on, v.language())}, {tally(row), {}, true}});
        page.pager(asked);
    });
}

CampaignDraft draft_of(Visit& v, std::optional<CampaignKind> kind) {
    CampaignDraft draft{kind ? kind : base::from_word<CampaignKind>(v.field("soort")), text::tidy_line(v.field("naam")), 0, v.date_field("begin"), v.date_field("einde"), text::tidy_text(v.field("plan_b"))};
    draft.target = base::number_from(text::tidy_line(v.field("doel"))).value_or(0);
    return draft;
}

/// The form of a new campaign, or of one that exists; the kind of one that exists stays.
http::Response campaign_form(Visit& v, CampaignRow const* row, base::Refusal const* refusal) {
    auto values = v.values();
    if (!refusal && row) {
        values = {{"naam", row->name}, {"doel", std::to_string(row->target)}, {"plan_b", row->fallback}};
        reception::put_date(values, "begin", row->begins_on);
        reception::put_date(values, "einde", row->closes_on);
    } else if (!refusal) reception::put_date(values, "begin", v.today());
    return v.page(row ? tr("Campagne veranderen") : tr("Nieuwe campagne"), [&](html::Page& page) {
        auto form = page.form(row ? address(row->id) : "/campagnes", tr("Opslaan"), values, refusal);
        if (row) form.hidden("versie", refusal && !v.field("versie").empty() ? v.field("versie") : std::to_string(row->version));
        else form.radios({.name = "soort", .label = tr("Wie zoekt u?")}, {{"buddys", name(CampaignKind::buddies)}, {"vraagouders", name(CampaignKind::parents), tr("ouders die een buddy willen vragen")}});
        form.text({.name = "naam", .label = tr("Naam van de campagne"), .hint = tr("Bijvoorbeeld: najaar, of koffieochtenden."), .most = 80});
        form.text({.name = "doel", .label = tr("Hoeveel mensen zoekt u?"), .hint = tr("Buddy’s: 3 tot 10, één trainingsgroep."), .inputmode = "numeric", .most = 3});
        form.date({.name = "begin", .label = tr("Eerste dag")}).date({.name = "einde", .label = tr("Laatste dag")});
        form.area({.name = "plan_b", .label = tr("Wat doet u als er dan te weinig mensen zijn?"), .hint = tr("Bijvoorbeeld: de directeur belt zelf de schoolleiders. Na de laatste dag staat dit op Vandaag."), .most = 500});
        form.or_go(row ? address(row->id) : "/campagnes", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}
http::Response new_campaign(Visit& v) { return v.grant<Action::keep_campaigns>() ? campaign_form(v, nullptr, nullptr) : v.not_found(); }

http::Response create_campaign(Visit& v) {
    auto granted = v.grant<Action::keep_campaigns>();
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return campaign_form(v, nullptr, &refusal); };
    auto plan = campaign(draft_of(v, {}));
    if (!plan) return again(plan.error());
    auto id = v.new_id<Campaign>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_campaign(tx, *granted, id, *plan, v.now());
        return Done{address(id), tr("De campagne is opgeslagen. Zet het adres hieronder op uw poster of in uw mail.")}; }, again);
}

struct Opened {
    CampaignGrant granted;
    CampaignRow row;
};
std::optional<Opened> open(Visit& v) {
    auto granted = v.grant<Action::keep_campaigns>();
    auto row = granted ? find_campaign(v.read(), *granted, v.id<Campaign>("campaign")) : std::nullopt;
    if (!row) return {};
    return Opened{*granted, *row};
}

/// The addresses that fill in channel and campaign.
void codes(html::Page& page, Visit& v, CampaignRow const& row) {
    page.heading(tr("Adressen voor wat u drukt of mailt"));
    page.paragraph(tr("Wie dit adres opent, hoeft niet meer te zeggen hoe hij van ons hoorde. De aanmelding telt mee voor deze campagne."));
    auto const path = v.services().base_url + (row.kind == CampaignKind::buddies ? "/buddy-worden?via=" : "/buddy-vragen?via=");
    auto table = page.table(tr("Adres per kanaal"), {{tr("Kanaal")}, {tr("Adres")}});
    for (auto const& [channel, word] : base::Words<Channel>::entries)
        if (channel != Channel::other) table.row({{name(channel)}, {path + write_code({std::string{word}, row.number})}});
    for (auto const& own : own_channels(v.read(), false)) table.row({{own.name}, {path + write_code({own.code, row.number})}});
    table.row({{tr("zonder kanaal; dan wordt het gevraagd")}, {path + write_code({"", row.number})}});
}

http::Response show_campaign(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto const& row = opened->row;
    auto const at = row.state(v.today());
    return v.page(row.name, [&](html::Page& page) {
        auto facts = page.facts();
        facts.row(tr("Voor"), name(row.kind)).row(tr("Stand"), name(at)).row(tr("Gekomen / doel"), tally(row));
        facts.row(tr("Eerste dag"), text::plain_day(row.begins_on, v.language())).row(tr("Laatste dag"), text::plain_day(row.closes_on, v.language()));
        facts.row(tr("Plan B"), row.fallback);
        if (row.fallback_is_due(v.today())) {
            page.alert(html::Tone::warning, base::Sentence{tr("Er kwamen {count} van de {target} mensen. Doe nu plan B, of laat het gaan."), {{"count", std::to_string(row.arrived)}, {"target", std::to_string(row.target)}}});
            page.act(address(row.id) + "/plan-b", tr("Plan B is gedaan"), {{"antwoord", "done"}});
            page.act(address(row.id) + "/plan-b", tr("Niet nodig: laat gaan"), {{"antwoord", "let_go"}}, false);
        }
        if (at != CampaignState::ended) codes(page, v, row);
        page.heading(tr("Wat er gebeurde"));
        std::vector<html::Happening> happened{{text::moment(row.made_at, v.language()), tr("Campagne gemaakt"), people::name_of(v.read(), v.keys(), visit::PersonId{row.made_by})}};
        if (row.closed_on) happened.push_back({text::day(*row.closed_on, v.language()), tr("Eerder gesloten"), std::string{}});
        if (row.fallback_answer && row.fallback_answered_at) happened.push_back({text::moment(*row.fallback_answered_at, v.language()), name(*row.fallback_answer), std::string{}});
        page.timeline(happened);
        page.heading(tr("Verder"));
        page.button("/opbrengst?campagne=" + row.id.value(), tr("Bekijk de opbrengst"), false);
        page.button(address(row.id) + "/wijzigen", tr("Campagne veranderen"), false);
        if (row.closed_on) page.act(address(row.id) + "/heropening", tr("Open deze campagne weer"), {}, false);
        else if (at != CampaignState::ended) page.button(address(row.id) + "/sluiting", tr("Campagne eerder sluiten"), false);
    });
}

http::Response edit_campaign(Visit& v) {
    auto opened = open(v);
    return opened ? campaign_form(v, &opened->row, nullptr) : v.not_found();
}
http::Response update_campaign(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return campaign_form(v, &opened->row, &refusal); };
    auto plan = campaign(draft_of(v, opened->row.kind));
    if (!plan) return again(plan.error());
    auto const version = base::number_from(v.field("versie")).value_or(0);
    return v.act(opened->row.id.value(), "", [&](db::Write& tx) -> Acted {
        if (!change_campaign(tx, opened->granted, opened->row.id, version, *plan, v.today())) return base::Refusal::of(tr("Iemand anders veranderde deze campagne intussen. Open haar opnieuw en neem over wat u wilt houden."));
        return Done{address(opened->row.id), tr("Opgeslagen.")}; }, again);
}

http::Response new_closing(Visit& v) {
    auto opened = open(v);
    if (!opened || opened->row.state(v.today()) == CampaignState::ended) return v.not_found();
    return v.page(tr("Campagne eerder sluiten"), [&](html::Page& page) {
        page.paragraph(base::Sentence{tr("Er kwamen {count} van de {target} mensen. Wie al kwam, blijft. Zijn het er te weinig, dan komt plan B op Vandaag."), {{"count", std::to_string(opened->row.arrived)}, {"target", std::to_string(opened->row.target)}}});
        page.act(address(opened->row.id) + "/sluiting", tr("Ja, sluit deze campagne"));
        page.link(address(opened->row.id), tr("Nee, terug"));
    });
}
http::Response create_closing(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    return v.act(opened->row.id.value(), "", [&](db::Write& tx) -> Acted {
        close_campaign(tx, opened->granted, opened->row.id, v.today());
        return Done{address(opened->row.id), tr("De campagne is gesloten.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_reopening(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    return v.act(opened->row.id.value(), "", [&](db::Write& tx) -> Acted {
        reopen_campaign(tx, opened->granted, opened->row.id);
        return Done{address(opened->row.id), tr("De campagne is weer open tot haar laatste dag.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response create_fallback(Visit& v) {
    auto opened = open(v);
    if (!opened) return v.not_found();
    auto const answer = base::from_word<FallbackAnswer>(v.field("antwoord"));
    if (!answer || !opened->row.fallback_is_due(v.today())) return v.see(address(opened->row.id));
    return v.act(opened->row.id.value(), "", [&](db::Write& tx) -> Acted {
        answer_fallback(tx, opened->granted, opened->row.id, *answer, v.now());
        return Done{address(opened->row.id), *answer == FallbackAnswer::done ? tr("Genoteerd dat plan B is gedaan.") : tr("Genoteerd. Plan B gaat niet door.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> campaign_routes() {
    using reception::route;
    return {
        route<Action::keep_campaigns>("GET", "/werving", show_start),
        route<Action::keep_campaigns>("GET", "/campagnes", list_campaigns),
        route<Action::keep_campaigns>("POST", "/campagnes", create_campaign),
        route<Action::keep_campaigns>("GET", "/campagnes/nieuw", new_campaign),
        route<Action::keep_campaigns>("GET", "/campagnes/{campaign}", show_campaign),
        route<Action::keep_campaigns>("POST", "/campagnes/{campaign}", update_campaign),
        route<Action::keep_campaigns>("GET", "/campagnes/{campaign}/wijzigen", edit_campaign),
        route<Action::keep_campaigns>("GET", "/campagnes/{campaign}/sluiting", new_closing),
        route<Action::keep_campaigns>("POST", "/campagnes/{campaign}/sluiting", create_closing),
        route<Action::keep_campaigns>("POST", "/campagnes/{campaign}/heropening", create_reopening),
        route<Action::keep_campaigns>("POST", "/campagnes/{campaign}/plan-b", create_fallback),
    };
}

} // namespace recruitment
