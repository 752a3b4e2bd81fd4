#include "toolbox/pages_text.h"

#include "account/store_accounts.h"
#include "reception/listing.h"
#include "toolbox/pages_print.h"
#include "toolbox/store_version.h"

namespace toolbox {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::string href(Sheet const& its) { return "/materialen/" + word(its); }
std::string href(VersionId const& id) { return "/tekstversies/" + id.value(); }
std::string title(Visit& v, Sheet const& its) { return text::say(name(its.material), v.language()) + " – " + std::string{own_name(its.tongue)}; }
std::string moment(Visit& v, base::Moment when) { return text::moment(when, v.language()); }

/// What stands for everyone: who put it there when, and which text.
void put_history(html::Page& page, Visit& v, Sheet const& its, std::vector<VersionRow> const& own, std::vector<Publication> const& published) {
    if (own.empty() && published.empty()) return;
    page.heading(tr("Versies"));
    if (!own.empty()) {
        auto table = page.table(tr("Eigen teksten"), {{tr("Geschreven")}, {tr("Door")}, {tr("Stand")}});
        for (auto const& each : own) {
            bool const now = !published.empty() && published.front().version == each.id;
            bool const before = std::any_of(published.begin(), published.end(), [&](auto const& one) { return one.version == each.id; });
            table.row({{moment(v, each.written_at), href(each.id)}, {people::name_of(v.read(), v.keys(), each.written_by)}, {now ? tr("dit leest iedereen") : before ? tr("eerder gepubliceerd")
                                                                                                                                                                     : tr("concept")}});
        }
    }
    if (published.empty()) return;
    std::vector<html::Happening> happened;
    for (auto const& each : published) {
        auto const at = std::find_if(own.begin(), own.end(), [&](auto const& one) { return each.version == one.id; });
        html::Said what = at == own.end() ? html::Said{draft_until_approved(its.material) ? tr("De standaardtekst is goedgekeurd") : tr("Terug naar de standaardtekst")} : html::Said{base::Sentence{tr("Gepubliceerd: de tekst van {moment}"), {{"moment", moment(v, at->written_at)}}}};
        happened.push_back({moment(v, each.published_at), what, people::name_of(v.read(), v.keys(), each.published_by)});
    }
    page.heading(tr("Wat er gebeurde"));
    page.timeline(happened);
    if (published.front().version) page.act(href(its) + "/standaard", tr("Terug naar de standaardtekst"), {}, false);
}

http::Response text_form(Visit& v, Keep const& granted, Sheet const& its, html::Values const& values, base::Refusal const* refusal, bool preview) {
    auto const own = versions(v.read(), granted, its);
    auto const published = publications(v.read(), granted, its);
    bool const draft = !open_to_everyone(v.read(), its);
    return v.page(title(v, its), [&](html::Page& page) {
        page.lead(tr("Pas de tekst aan en bewaar die. Daarna kunt u de tekst eerst voorleggen, of meteen publiceren. Oude versies blijven bewaard."));
        if (!read_by_a_speaker(its.tongue)) page.alert(html::Tone::warning, tr("Deze vertaling is nog niet nagelezen. Vraag iemand die de taal spreekt om te lezen, voor u uitdeelt."));
        if (draft) put_draft(page, its);
        if (preview) {
            page.heading(tr("Voorbeeld"));
            page.paragraph(tr("Dit is nog niet bewaard."));
            put(page, v, print_of(v, its, values.find("tekst")->second, {}));
        }
        auto form = page.form(href(its) + "/tekst", tr("Bewaar als nieuwe versie"), values, refusal);
        form.area({.name = "tekst", .label = tr("Tekst"), .hint = tr("Een titel begint met #, een tussenkop met ##, een punt met een streepje. Een lege regel begint een nieuwe alinea."), .most = 10000}, 22);
        form.also("voorbeeld", tr("Bekijk een voorbeeld")).or_go(href(its), tr("Terug"));
        page.details(tr("Wat u kunt gebruiken"), {tr("# titel, ## tussenkop, - punt, - [ ] punt met een vakje om af te vinken, --- nieuwe bladzijde."),
                                                  tr("Het programma vult in: {steunpunt}, {samenwerkingsverband}, {telefoon}, {coordinator}, {coordinator_telefoon} en {site}."),
                                                  tr("{school} wordt de naam van de school. Zonder school valt die hele alinea weg."), tr("Telefoonnummers en de QR-code komen vanzelf onderaan.")});
        put_history(page, v, its, own, published);
    },
                  {.status = refusal ? 422 : 200});
}

/// The sheet of the address for the coordinator.
struct Kept {
    Keep granted;
    Sheet sheet;
};
std::optional<Kept> kept_sheet(Visit& v) {
    auto granted = v.grant<Action::keep_materials>();
    auto its = sheet(v.part("sheet"));
    if (!granted || !its) return {};
    return Kept{*granted, *its};
}

http::Response new_text(Visit& v) {
    auto const kept = kept_sheet(v);
    if (!kept) return v.not_found();
    auto text = text_of(v.read(), kept->sheet);
    // starting from an earlier version
    if (auto const& from = v.request().query.get("versie"); !from.empty())
        if (auto version = find(v.read(), kept->granted, VersionId{from}); version && version->sheet() == kept->sheet) text = version->words;
    return text_form(v, kept->granted, kept->sheet, {{"tekst", text}}, nullptr, false);
}

http::Response create_text(Visit& v) {
    auto const kept = kept_sheet(v);
    if (!kept) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return text_form(v, kept->granted, kept->sheet, v.values(), &refusal, false); };
    auto checked = check(text::tidy_text(v.field("tekst")));
    if (!checked) return again(checked.error());
    if (v.form().has("voorbeeld")) return text_form(v, kept->granted, kept->sheet, v.values(), nullptr, true);
    auto const id = v.new_id<Version>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add(tx, kept->granted, id, kept->sheet, *checked, v.now());
        return Done{href(id), open_to_everyone(tx, kept->sheet) ? tr("De tekst is bewaard. Iedereen leest nog de vorige tekst, tot u deze publiceert.") : tr("De tekst is bewaard. Alleen de coördinator leest dit materiaal, tot u een tekst publiceert.")}; }, again);
}

http::Response create_standard(Visit& v) {
    auto const kept = kept_sheet(v);
    if (!kept) return v.not_found();
    return v.act(word(kept->sheet), "", [&](db::Write& tx) -> Acted {
        bool const first = !open_to_everyone(tx, kept->sheet);
        publish(tx, kept->granted, base::random_text(v.services().random, 16), kept->sheet, {}, v.now());
        return Done{href(kept->sheet) + "/tekst", first ? tr("Goedgekeurd. Iedereen kan deze tekst nu lezen en printen.") : tr("Iedereen leest nu weer de standaardtekst.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

struct KeptVersion {
    Keep granted;
    VersionRow version;
};
std::optional<KeptVersion> kept_version(Visit& v) {
    auto granted = v.grant<Action::keep_materials>();
    auto version = granted ? find(v.read(), *granted, v.id<Version>("version")) : std::nullopt;
    if (!version) return {};
    return KeptVersion{*granted, *version};
}

http::Response show(Visit& v, KeptVersion const& kept, std::string const& link) {
    auto const& [granted, version] = kept;
    auto const its = version.sheet();
    auto const published = publications(v.read(), granted, its);
    bool const now = !published.empty() && published.front().version == version.id;
    auto const said = comments(v.read(), granted, version.id);
    auto const asked = askings(v.read(), granted, version.id);
    return v.page(title(v, its), [&](html::Page& page) {
        if (!link.empty()) {
            page.alert(html::Tone::good, tr("De link voor de lezers is klaar. Kopieer die nu; hier staat de link maar één keer."));
            page.code(tr("Link voor de lezers:"), v.services().base_url + "/meelezen/" + link);
            page.paragraph(base::Sentence{tr("Stuur de link aan de raad of het lezerspanel. Wie de link heeft, kan reageren tot {day}, zonder in te loggen."), {{"day", text::plain_day(base::local_date(v.now() + comments_last), v.language())}}});
        }
        auto facts = page.facts();
        facts.row(tr("Geschreven"), moment(v, version.written_at)).row(tr("Door"), people::name_of(v.read(), v.keys(), version.written_by)).row(tr("Stand"), now ? tr("dit leest iedereen") : tr("concept"));
        for (auto const& one : asked)
            facts.row(tr("Voorgelegd"), base::Sentence{tr("{day}, reageren kan tot {end}"), {{"day", text::plain_day(base::local_date(one.asked_at), v.language())}, {"end", text::plain_day(base::local_date(one.ends_at), v.language())}}});
        if (!now) page.act(href(version.id) + "/publicatie", published.empty() ? tr("Publiceer deze tekst") : tr("Publiceer deze tekst in plaats van de vorige"));
        page.act(href(version.id) + "/lezers", tr("Leg deze tekst voor aan lezers"), {}, false);
        page.button(href(its) + "/tekst?versie=" + version.id.value(), tr("Verder schrijven vanaf deze tekst"), false);
        page.link(href(version.id) + "/pdf", tr("Deze versie als PDF"));
        put(page, v, print_of(v, its, version.words, {}));
        page.heading(tr("Reacties van lezers"));
        if (said.empty()) page.empty(asked.empty() ? tr("U legde deze tekst nog niet voor.") : tr("Er zijn nog geen reacties."));
        for (auto const& one : said) {
            page.paragraph(base::Sentence{tr("{day}, namens {reader}:"), {{"day", text::plain_day(base::local_date(one.given_at), v.language())}, {"reader", text::say(name(one.reader), v.language())}}});
            page.quote(one.words);
        }
        page.link(href(its) + "/tekst", tr("Alle versies van deze tekst"));
    });
}

http::Response show_version(Visit& v) {
    auto const kept = kept_version(v);
    return kept ? show(v, *kept, {}) : v.not_found();
}

http::Response show_version_pdf(Visit& v) {
    auto const kept = kept_version(v);
    return kept ? as_pdf(v, print_of(v, kept->version.sheet(), kept->version.words, {})) : v.not_found();
}

http::Response create_publication(Visit& v) {
    auto const kept = kept_version(v);
    if (!kept) return v.not_found();
    return v.act(kept->version.id.value(), "", [&](db::Write& tx) -> Acted {
        publish(tx, kept->granted, base::random_text(v.services().random, 16), kept->version.sheet(), kept->version.id, v.now());
        return Done{href(kept->version.sheet()), tr("Gepubliceerd. Iedereen leest nu deze tekst, ook op de bladzijden van scholen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

/// The link is shown in the answer, because only its hash is kept; sent twice, the page of the version opens without it.
http::Response create_asking(Visit& v) {
    auto const kept = kept_version(v);
    if (!kept) return v.not_found();
    std::string link;
    auto response = v.act(kept->version.id.value(), "", [&](db::Write& tx) -> Acted {
        link = account::add_action_link(tx, v.services().random, "material", kept->version.id.value(), v.me(), v.now(), v.now() + comments_last);
        add_asking(tx, kept->granted, base::random_text(v.services().random, 16), kept->version.id, v.now(), v.now() + comments_last);
        return Done{href(kept->version.id), base::Text::none()}; }, [&](base::Refusal const&) { return v.not_found(); });
    return link.empty() || response.status != 303 ? response : show(v, *kept, link);
}

} // namespace

void put_draft(html::Page& page, Sheet const& sheet) {
    page.alert(html::Tone::warning, tr("Dit is een concept. Alleen de coördinator leest dit materiaal, tot u de tekst goedkeurt of een eigen tekst publiceert."));
    page.act(href(sheet) + "/standaard", tr("Keur de standaardtekst goed"), {}, false);
}

std::vector<reception::Route> text_routes() {
    using reception::route;
    return {
        route<Action::keep_materials>("GET", "/materialen/{sheet}/tekst", new_text),
        route<Action::keep_materials>("POST", "/materialen/{sheet}/tekst", create_text),
        route<Action::keep_materials>("POST", "/materialen/{sheet}/standaard", create_standard),
        route<Action::keep_materials>("GET", "/tekstversies/{version}", show_version),
        route<Action::keep_materials>("GET", "/tekstversies/{version}/pdf", show_version_pdf),
        route<Action::keep_materials>("POST", "/tekstversies/{version}/publicatie", create_publication),
        route<Action::keep_materials>("POST", "/tekstversies/{version}/lezers", create_asking),
    };
}

} // namespace toolbox
