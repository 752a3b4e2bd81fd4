#include "support/pages_library.h"

#include "people/store_people.h"
#include "reception/listing.h"
#include "reception/visit_version.h"
#include "support/store_library.h"

#include "platform/base/number.h"

namespace support {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

constexpr std::size_t most_without_search = 10;
constexpr base::Text someone_was_first = tr("Iemand anders veranderde deze tekst net ook. Open de bladzijde opnieuw en kijk wat er nu staat.");
std::string href(LibraryTextId const& id, char const* more = "") { return "/bibliotheek/" + id.value() + more; }
bool keeps(Visit& v) { return visit::conceivable(v.viewer(), Action::keep_library); }

http::Response list_all(Visit& v) {
    if (!v.grant<Action::see_library>()) return v.not_found();
    auto all = library_texts(v.read());
    if (!keeps(v)) std::erase_if(all, [](auto const& row) { return row.hidden_at.has_value(); });
    bool const many = all.size() > most_without_search;
    auto asked = reception::asked(v, "/bibliotheek", "");
    if (!asked.search.empty()) std::erase_if(all, [word = text::folded(asked.search)](auto const& row) { return text::folded(row.title + " " + row.words).find(word) == std::string::npos; });
    asked.total = all.size();
    return v.page(tr("Bibliotheek"), [&](html::Page& page) {
        page.lead(tr("Korte teksten die je rustig kunt lezen of printen."));
        page.link("/bibliotheek/rolkaart", tr("Wat een buddy doet en niet doet"));
        if (visit::conceivable(v.viewer(), Action::plan_meeting)) page.link("/eerste-gesprek/buddy", tr("Je eerste gesprek met een ouder: een leidraad"));
        page.heading(tr("Van de coördinator"));
        if (keeps(v)) page.button("/bibliotheek/nieuw", tr("Schrijf een tekst"), all.empty());
        if (many) page.search(asked, tr("Zoek een woord"));
        if (all.empty()) return void(page.empty(many ? tr("Niets gevonden. Zoek op een ander woord.") : tr("Hier staat nog niets. Wat zou je graag lezen? Vertel het de coördinator.")));
        auto table = page.table(tr("Teksten"), {{tr("Titel")}, {tr("Bijgewerkt")}, {tr("Stand")}});
        for (auto const& row : reception::shown(all, asked)) table.row({{row.title, href(row.id)}, {text::plain_day(base::local_date(row.written_at), v.language())}, {row.hidden_at ? tr("verborgen") : tr("te lezen")}});
        if (many) page.pager(asked);
    });
}

/// A button, for on paper it falls away and only the text stays.
void back_part(html::Page& page) { page.button("/bibliotheek", tr("Terug naar de bibliotheek"), false); }

http::Response show_role_card(Visit& v) {
    if (!v.grant<Action::see_library>()) return v.not_found();
    return v.page(tr("Wat een buddy doet en niet doet"), [&](html::Page& page) {
        auto const lines = [](std::vector<base::Text> const& all) { return std::vector<html::Said>{all.begin(), all.end()}; };
        page.heading(tr("Wat doet een buddy?")).bullets(lines(does()));
        page.heading(tr("Wat doet een buddy niet?")).bullets(lines(does_not()));
        page.heading(tr("Twijfel?"));
        page.phone(base::Sentence{tr("Bel {name}, de coördinator:"), {{"name", v.house().coordinator_name}}}, v.house().coordinator_phone);
        back_part(page);
    });
}

/// The text behind the address; a hidden one only for who keeps them.
std::optional<LibraryRow> opened(Visit& v) {
    auto row = find_text(v.read(), v.id<LibraryText>("text"));
    if (!row || !v.grant<Action::see_library>() || (row->hidden_at && !keeps(v))) return {};
    return row;
}

http::Response show(Visit& v) {
    auto const row = opened(v);
    if (!row) return v.not_found();
    return v.page(row->title, [&](html::Page& page) {
        if (row->hidden_at) page.alert(html::Tone::info, tr("Deze tekst is verborgen. Alleen u ziet haar."));
        for (auto const& each : paragraphs(row->words)) page.paragraph(each);
        back_part(page);
        if (!keeps(v)) return;
        page.button(href(row->id, "/wijzigen"), tr("Wijzigen"), false);
        page.act(href(row->id, row->hidden_at ? "/tonen" : "/verbergen"), row->hidden_at ? tr("Toon deze tekst weer") : tr("Verberg deze tekst"), {}, false);
    });
}

http::Response text_form(Visit& v, html::Values const& values, base::Refusal const* refusal, LibraryRow const* standing, Written const* preview) {
    return v.page(standing ? tr("Tekst wijzigen") : tr("Tekst schrijven"), [&](html::Page& page) {
        page.lead(tr("Buddy’s, kandidaten en trainers lezen dit. Schrijf niets over een ouder of een kind."));
        if (preview) {
            page.heading(base::Sentence{tr("Zo ziet het eruit: {title}"), {{"title", preview->title}}});
            for (auto const& each : paragraphs(preview->words)) page.paragraph(each);
            page.alert(html::Tone::info, tr("Dit is nog niet bewaard."));
        }
        auto form = page.form(standing ? href(standing->id, "/wijzigen") : "/bibliotheek/nieuw", tr("Bewaren"), values, refusal);
        form.text({.name = "titel", .label = tr("Titel"), .most = 100});
        form.area({.name = "tekst", .label = tr("Tekst"), .hint = tr("Een lege regel begint een nieuwe alinea."), .most = 8000}, 14);
        if (standing) form.hidden("versie", std::to_string(preview ? base::number_from(v.field("versie")).value_or(standing->version) : reception::form_version(v, refusal, someone_was_first, standing->version)));
        form.also("voorbeeld", tr("Bekijk eerst")).or_go(standing ? href(standing->id) : "/bibliotheek", tr("Terug"));
    },
                  {.status = refusal ? 422 : 200});
}

http::Response new_text(Visit& v) { return text_form(v, {}, nullptr, nullptr, nullptr); }

http::Response create(Visit& v) {
    auto const granted = v.grant<Action::keep_library>();
    if (!granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return text_form(v, v.values(), &refusal, nullptr, nullptr); };
    auto const written = write_text(text::tidy_line(v.field("titel")), text::tidy_text(v.field("tekst")));
    if (!written) return again(written.error());
    if (!v.field("voorbeeld").empty()) return text_form(v, v.values(), nullptr, nullptr, &*written);
    auto const id = v.new_id<LibraryText>();
    return v.act(id.value(), "", [&](db::Write& tx) -> Acted {
        add_text(tx, *granted, id, *written, v.now());
        return Done{href(id), tr("Bewaard. Buddy’s kunnen dit nu lezen.")}; }, again);
}

/// The text behind the address, for who keeps them.
std::optional<LibraryRow> kept(Visit& v) {
    auto row = find_text(v.read(), v.id<LibraryText>("text"));
    if (!row || !v.grant<Action::keep_library>(row->id, "")) return {};
    return row;
}

http::Response edit(Visit& v) {
    auto const row = kept(v);
    if (!row) return v.not_found();
    return text_form(v, {{"titel", row->title}, {"tekst", row->words}}, nullptr, &*row, nullptr);
}

http::Response update(Visit& v) {
    auto const row = kept(v);
    auto const granted = v.grant<Action::keep_library>();
    if (!row || !granted) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return text_form(v, v.values(), &refusal, &*row, nullptr); };
    auto const written = write_text(text::tidy_line(v.field("titel")), text::tidy_text(v.field("tekst")));
    if (!written) return again(written.error());
    if (!v.field("voorbeeld").empty()) return text_form(v, v.values(), nullptr, &*row, &*written);
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!change_text(tx, *granted, row->id, *written, base::number_from(v.field("versie")).value_or(-1), v.now())) return base::Refusal::of(someone_was_first);
        return Done{href(row->id), tr("Bewaard. Buddy’s kunnen dit nu lezen.")}; }, again);
}

http::Response set(Visit& v, bool hide) {
    auto const row = kept(v);
    auto const granted = v.grant<Action::keep_library>();
    if (!row || !granted) return v.not_found();
    return v.act(row->id.value(), "", [&](db::Write& tx) -> Acted {
        set_hidden(tx, *granted, row->id, hide ? std::optional{v.now()} : std::nullopt);
        return Done{href(row->id), hide ? tr("Verborgen. Niemand anders ziet deze tekst nog.") : tr("Buddy’s kunnen deze tekst weer lezen.")}; }, [&](base::Refusal const&) { return v.not_found(); });
}
http::Response hide(Visit& v) { return set(v, true); }
http::Response unhide(Visit& v) { return set(v, false); }

} // namespace

std::vector<reception::Route> library_routes() {
    using reception::route;
    return {
        route<Action::see_library>("GET", "/bibliotheek", list_all),
        route<Action::see_library>("GET", "/bibliotheek/rolkaart", show_role_card),
        route<Action::see_library>("GET", "/bibliotheek/{text}", show),
        route<Action::keep_library>("GET", "/bibliotheek/nieuw", new_text),
        route<Action::keep_library>("POST", "/bibliotheek/nieuw", create),
        route<Action::keep_library>("GET", "/bibliotheek/{text}/wijzigen", edit),
        route<Action::keep_library>("POST", "/bibliotheek/{text}/wijzigen", update),
        route<Action::keep_library>("POST", "/bibliotheek/{text}/verbergen", hide),
        route<Action::keep_library>("POST", "/bibliotheek/{text}/tonen", unhide),
    };
}

} // namespace support
