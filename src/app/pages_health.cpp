#include "app/pages_health.h"

#include "app/clock_watch.h"
#include "confidentiality/store_access_log.h"
#include "people/post.h"
#include "reception/visit.h"

#include <charconv>

namespace app {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

/// What a piece of work is, without saying for whom.
base::Text name_of_work(std::string const& kind) {
    if (kind.starts_with("login") || kind.starts_with("account.") || kind.starts_with("passkey.")) return tr("mail met een link om in te loggen");
    if (kind.ends_with(".invite") || kind.starts_with("meeting.")) return tr("mail met een afspraak");
    if (kind.ends_with(".erase")) return tr("het wissen van gegevens");
    if (kind.ends_with(".round")) return tr("vaste ronde van het programma");
    return tr("mail aan iemand");
}
/// The cause, in words of ours: what a mail server says may hold an address.
base::Text cause(std::string const& trouble) {
    if (trouble.starts_with("mail:")) return trouble.find("no mail server") != std::string::npos ? tr("er is geen mailserver ingesteld") : tr("de mailserver nam de mail niet aan");
    return trouble.starts_with("database") ? tr("de database antwoordde niet") : tr("een storing; kijk in het logboek van de server");
}

/// When the key store was last copied by a backup.
std::optional<base::Moment> keys_copied_at(Visit& v) {
    auto said = v.services().data.read(db::Scope::of_hall())->one<std::string>("select value from facts where name = 'keys_copied_at'");
    std::int64_t seconds = 0;
    if (!said || std::from_chars(said->data(), said->data() + said->size(), seconds).ec != std::errc{}) return {};
    return base::Moment{std::chrono::seconds{seconds}};
}

http::Response show_health(Visit& v) {
    if (!v.grant<Action::see_health>()) return v.not_found();
    auto const stuck = jobs::stuck(v.read(), v.house().id.value());
    auto const waiting = jobs::waiting(v.read(), v.house().id.value());
    auto const now = v.services().clock.now();
    auto const copied_at = keys_copied_at(v);
    bool const stale = !copied_at || now - *copied_at > std::chrono::hours{24 * 7};
    return v.page(tr("Gezondheid"), [&](html::Page& page) {
        page.lead(stuck.empty() ? tr("Alles loopt.") : tr("Er is werk dat niet lukt. Het blijft staan en wordt vanzelf opnieuw geprobeerd."));
        auto facts = page.facts();
        facts.row(tr("Database"), v.services().data.embedded() ? html::Said{tr("ingebouwd (één bestand)")} : html::Said{std::string{"PostgreSQL"}});
        facts.row(tr("Werk dat wacht"), std::to_string(waiting)).row(tr("Werk dat niet lukt"), std::to_string(stuck.size()));
        facts.row(tr("Klok van de server"), text::moment(now, v.language()));
        auto const steady = clock_steady_since(*v.services().data.read(db::Scope::of_hall()));
        if (steady && now - *steady < erasing_waits_after_jump) page.alert(html::Tone::info, base::Sentence{tr("De klok is nieuw of versprong op {moment}. Wissen na een termijn wacht een dag. Klopt de klok niet? Zet hem dan nu goed."), {{"moment", text::moment(*steady, v.language())}}});
        facts.row(tr("Laatste reservekopie van de sleutels"), copied_at ? html::Said{text::moment(*copied_at, v.language())} : html::Said{tr("nog nooit gemaakt")});
        if (stale) page.alert(html::Tone::warning, copied_at ? tr("De laatste reservekopie is ouder dan een week. Maak er nu een met het commando ‘naast backup’.") : tr("Zonder reservekopie van de sleutels is alles weg als deze computer stukgaat. Maak er nu een met het commando ‘naast backup’."));
        page.heading(tr("Mail en ander werk dat niet lukt"));
        if (stuck.empty()) return void(page.empty(tr("Er staat niets vast. Alle mail is weg of nog niet aan de beurt.")));
        auto table = page.table(tr("Wat niet lukt"), {{tr("Wat")}, {tr("Waarom")}, {tr("Keer geprobeerd"), "", true}, {tr("Volgende keer")}});
        for (auto const& each : stuck) table.row({{name_of_work(each.kind)}, {cause(each.trouble)}, {std::to_string(each.attempts), {}, true}, {text::moment(each.next_at, v.language())}});
        page.act("/beheer/gezondheid/opnieuw", tr("Probeer alles nu opnieuw"));
    });
}

http::Response retry_work(Visit& v) {
    return v.act(v.house().id.value(), "", [&](db::Write& tx) -> Acted {
        jobs::retry(tx, v.house().id.value(), v.services().clock.now());
        return Done{"/beheer/gezondheid", tr("Het wordt nu opnieuw geprobeerd. Laad deze bladzijde over een minuut opnieuw.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> health_pages() {
    using reception::route;
    return {
        route<Action::see_health>("GET", "/beheer/gezondheid", show_health),
        route<Action::see_health>("POST", "/beheer/gezondheid/opnieuw", retry_work),
    };
}

} // namespace app
