#include "platform/base/number.h"
#include "reception/visit_version.h"
#include "sharing/pages.h"
#include "sharing/store_school_text.h"

namespace sharing {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {
base::Text someone_was_first() { return tr("Iemand anders veranderde deze teksten net ook. Kijk wat er nu staat en bewaar opnieuw."); }

std::string joined(std::vector<base::Text> const& all, text::Language language) {
    std::string words;
    for (auto const& each : all) (words += words.empty() ? "" : "\n") += text::say(each, language);
    return words;
}
std::vector<html::Said> said(std::string const& text) {
    auto const all = lines(text);
    return {all.begin(), all.end()};
}
OwnTexts typed(Visit& v) { return {text::tidy_text(v.field("punten")), text::tidy_text(v.field("stappen"))}; }

http::Response texts_page(Visit& v, bool preview, base::Refusal const* refusal) {
    if (!v.grant<Action::keep_school_texts>()) return v.not_found();
    auto const standing = newest_text(v.read());
    bool const first = !standing || standing->points.empty();
    auto values = v.values();
    if (!refusal && !preview) {
        values.emplace("punten", first ? joined(first_points(), text::Language::nl) : standing->points);
        values.emplace("stappen", first ? joined(first_steps(), text::Language::nl) : standing->steps);
    }
    return v.page(tr("Teksten bij een gesprek op school"), [&](html::Page& page) {
        page.lead(tr("Ouder en buddy lezen deze teksten naast het voorbereidingsblad."));
        page.facts().row(tr("Wat er nu staat"), first ? html::Said{tr("de eerste teksten")} : html::Said{base::Sentence{tr("eigen teksten, sinds {day}"), {{"day", text::plain_day(base::local_date(standing->written_at), v.language())}}}});
        if (preview) {
            page.alert(html::Tone::info, tr("Zo ziet het eruit. Het is nog niet bewaard."));
            page.heading(tr("Waar u op kunt letten")).bullets(said(typed(v).points));
            page.heading(tr("Hoe een gesprek op school kan verlopen")).bullets(said(typed(v).steps));
        }
        auto form = page.form("/instellingen/school-gesprek", tr("Bewaar"), values, refusal);
        int const newest = standing ? standing->version : 0;
        form.hidden("versie", preview ? v.field("versie") : std::to_string(reception::form_version(v, refusal, someone_was_first(), newest)));
        form.area({.name = "punten", .label = tr("Waar een ouder op kan letten"), .hint = tr("Elke regel is een punt."), .most = 4000}, 10);
        form.area({.name = "stappen", .label = tr("Hoe een gesprek kan verlopen"), .hint = tr("Elke regel is een stap."), .most = 4000}, 8);
        form.also("voorbeeld", tr("Laat zien hoe het eruitziet"));
        if (!first) page.act("/instellingen/school-gesprek/standaard", tr("Terug naar de eerste teksten"), {{"versie", std::to_string(newest)}}, false);
    },
                  {.status = refusal ? 422 : 200});
}
http::Response edit_texts(Visit& v) { return texts_page(v, false, nullptr); }

http::Response keep(Visit& v, OwnTexts const& texts, base::Text const& done) {
    auto const granted = v.grant<Action::keep_school_texts>();
    if (!granted) return v.not_found();
    auto const after = base::number_from(v.field("versie")).value_or(-1);
    return v.act(
        v.house().id.value(), "", [&](db::Write& tx) -> Acted {
            if (!write_texts(tx, *granted, texts, after, v.now())) return base::Refusal::of(someone_was_first());
            return Done{"/instellingen/school-gesprek", done}; },
        [&](base::Refusal const& refusal) { return texts_page(v, false, &refusal); });
}
http::Response update_texts(Visit& v) {
    if (v.form().has("voorbeeld")) return texts_page(v, true, nullptr);
    auto const good = own_texts(typed(v));
    if (!good) return texts_page(v, false, &good.error());
    return keep(v, *good, tr("Bewaard. Ouders en buddy’s lezen dit vanaf nu."));
}
http::Response drop_texts(Visit& v) { return keep(v, {}, tr("De eerste teksten staan er weer.")); }

} // namespace

std::vector<reception::Route> text_routes() {
    using reception::route;
    return {
        route<Action::keep_school_texts>("GET", "/instellingen/school-gesprek", edit_texts),
        route<Action::keep_school_texts>("POST", "/instellingen/school-gesprek", update_texts),
        route<Action::keep_school_texts>("POST", "/instellingen/school-gesprek/standaard", drop_texts),
    };
}

} // namespace sharing
