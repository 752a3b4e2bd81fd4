#include "help_request/pages_reader.h"

#include "help_request/listing_asking.h"
#include "help_request/pages_other_task.h"
#include "people/store_names.h"
#include "people/store_other_task.h"
#include "platform/jobs/jobs.h"

#include <algorithm>

namespace help_request {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

http::Response choose_form(Visit& v, base::Refusal const* refusal) {
    auto values = v.values();
    auto const now = people::reader_of(v.read(), v.me());
    auto readers = reader_options(v);
    if (people::coordinators_are_shut(v.read(), v.me())) readers.front().hint = tr("Leest nu niet mee, door een andere taak bij uw gezin.");
    if (!refusal) values.emplace("lezer", now ? reader_word(v, *now) : "");
    return v.page(tr("Wie leest uw vraag?"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("Nu leest: {who}"), {{"who", text::say(reads_now(v), v.language())}}});
        other_task_told(page, v);
        if (readers.size() == 1) {
            page.paragraph(base::Sentence{tr("Nu is er niemand anders die mag lezen. Liever niet? Bel {name}, {phone}. Die staat los van het steunpunt."), {{"name", v.house().adviser_name}, {"phone", v.house().adviser_phone}}});
            if (!now) return void(page.link("/mijn/vraag", tr("Terug naar mijn vraag")));
        }
        auto form = page.form("/mijn/vraag/lezer", tr("Bewaar"), values, refusal);
        form.radios({.name = "lezer", .label = tr("Kies wie uw vraag mag lezen"), .hint = tr("Wie eerder las, kan vanaf nu niets meer van u lezen.")}, readers);
        form.or_go("/mijn/vraag", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200, .quick_exit = true});
}
http::Response edit_reader(Visit& v) { return choose_form(v, nullptr); }

http::Response update_reader(Visit& v) {
    auto again = [&](base::Refusal const& refusal) { return choose_form(v, &refusal); };
    auto const reader = reader_from(v, v.field("lezer"));
    if (!reader) return again(base::Refusal::of("lezer", tr("Kies opnieuw wie uw vraag mag lezen.")));
    return v.act(v.me().value(), v.me().value(), [&](db::Write& tx) -> Acted {
        if (people::reader_of(tx, v.me()) == *reader) return Done{"/mijn/vraag", tr("Er verandert niets.")};
        people::choose_reader(tx, v.me(), *reader, v.now());
        if (*reader) jobs::later(tx, v.services().random, "reader.chosen", v.house().id.value(), (*reader)->value(), "", v.now());
        return Done{"/mijn/vraag", tr("Bewaard. Alleen wie u koos, leest vanaf nu mee.")}; }, again);
}

http::Response show_readers(Visit& v) {
    if (!v.grant<Action::list_requests>()) return v.not_found();
    auto const choices = people::chosen_readers(v.read());
    auto const gone = people::unable_readers(v.read(), v.house().independence);
    std::vector<visit::PersonId> whose;
    for (auto const& choice : choices) whose.push_back(choice.reader);
    people::Names const names{v.read(), v.keys(), whose};
    return v.page(tr("Een ander leest voor een ouder"), [&](html::Page& page) {
        page.lead(tr("Bij deze ouders leest een ander. U ziet hun naam en vraag niet."));
        if (choices.empty()) return void(page.empty(tr("Nu leest niemand anders.")));
        page.paragraph(tr("De ouder koos dat, of iemand droeg de vraag over na een andere taak."));
        page.paragraph(tr("De lezer doet voor deze ouder wat u anders doet. Vraag de lezer of dat lukt."));
        auto table = page.table(tr("Wie leest"), {{tr("Lezer")}, {tr("Sinds")}});
        for (auto const& choice : choices) table.row({{names.of(choice.reader)}, {text::plain_day(base::local_date(choice.chosen_at), v.language())}});
        if (gone.empty()) return;
        page.alert(html::Tone::warning, tr("Wie gekozen is, kan niet altijd meer lezen. Dan leest niemand de vraag. Vraag de ouder om opnieuw te kiezen."));
        page.act("/hulpvragen/andere-lezer", tr("Vraag het deze ouders"));
    });
}

http::Response ask_to_choose_again(Visit& v) {
    if (!v.grant<Action::list_requests>()) return v.not_found();
    return v.act("readers", "", [&](db::Write& tx) -> Acted {
        for (auto const& choice : people::unable_readers(tx, v.house().independence)) jobs::later(tx, v.services().random, "reader.gone", v.house().id.value(), choice.person.value(), "", v.now());
        return Done{"/hulpvragen/andere-lezer", tr("Wie mail heeft, krijgt een kort bericht om opnieuw te kiezen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}

} // namespace

std::vector<reception::Route> reader_routes() {
    using reception::route;
    return {
        route<Action::see_own_request>("GET", "/mijn/vraag/lezer", edit_reader),
        route<Action::see_own_request>("POST", "/mijn/vraag/lezer", update_reader),
        route<Action::list_requests>("GET", "/hulpvragen/andere-lezer", show_readers),
        route<Action::list_requests>("POST", "/hulpvragen/andere-lezer", ask_to_choose_again),
    };
}

} // namespace help_request
