#include "toolbox/pages.h"

#include "toolbox/pages_list.h"
#include "toolbox/pages_print.h"
#include "toolbox/pages_text.h"
#include "toolbox/store_version.h"

namespace toolbox {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

/// The sheet named in the address, when this viewer may see it.
std::optional<Sheet> asked_sheet(Visit& v) {
    auto found = sheet(v.part("sheet"));
    if (found && (for_coordinator_only(found->material) || !open_to_everyone(v.read(), *found)) && !v.grant<Action::keep_materials>()) return {};
    return found;
}

html::Said own_note(Visit& v, std::map<std::string, Own> const& own, Material material) {
    std::string changed, drafts;
    std::int64_t comments = 0;
    for (auto tongue : tongues(material)) {
        if (!open_to_everyone(v.read(), {material, tongue})) (drafts += drafts.empty() ? "" : ", ") += own_name(tongue);
        if (auto at = own.find(word({material, tongue})); at != own.end()) {
            comments += at->second.comments;
            if (at->second.published) (changed += changed.empty() ? "" : ", ") += own_name(tongue);
        }
    }
    std::string said;
    if (!changed.empty()) said = text::say(base::Sentence{tr("Eigen tekst: {languages}."), {{"languages", changed}}}, v.language());
    if (!drafts.empty()) (said += said.empty() ? "" : " ") += text::say(base::Sentence{tr("Concept: {languages}."), {{"languages", drafts}}}, v.language());
    if (comments > 0) (said += said.empty() ? "" : " ") += text::say(base::Sentence{tr("Reacties van lezers: {count}."), {{"count", std::to_string(comments)}}}, v.language());
    return said;
}

http::Response list_materials(Visit& v) {
    auto const keeps = v.grant<Action::keep_materials>();
    std::map<std::string, Own> own;
    if (keeps) own = own_texts(v.read(), *keeps);
    auto const shown = [&](Sheet const& its) { return keeps || open_to_everyone(v.read(), its); };
    return v.page(tr("Materialen"), [&](html::Page& page) {
        page.lead(tr("Hier staat alles om te lezen, te printen en uit te delen. Klik op een taal om te lezen. Klik op PDF om te printen."));
        if (keeps) {
            page.paragraph(tr("Open een materiaal om de tekst aan te passen of voor te leggen aan ouders. Elke school heeft een eigen bladzijde met dezelfde materialen."));
            page.button("/materialen/scholen", tr("Bladzijden van scholen"), false);
        }
        for (auto its : {Audience::parent, Audience::buddy, Audience::school, Audience::coordinator}) {
            if (its == Audience::coordinator && !keeps) continue;
            page.heading(name(its));
            put_list(page, materials(its), "/materialen/", shown, keeps ? [&](Material material) { return own_note(v, own, material); } : std::function<html::Said(Material)>{});
        }
        page.paragraph(tr("Een PDF is om te printen. Leest u met een schermlezer? Kies dan de taal zelf, niet de PDF."));
    });
}

http::Response show_sheet(Visit& v) {
    auto const its = asked_sheet(v);
    if (!its) return v.not_found();
    auto const print = print_of(v, *its, text_of(v.read(), *its), {});
    auto const keeps = v.grant<Action::keep_materials>();
    bool const draft = !open_to_everyone(v.read(), *its);
    return v.page(name(its->material), [&](html::Page& page) {
        if (draft) put_draft(page, *its);
        page.button("/materialen/" + word(*its) + "/pdf", tr("Download als PDF"));
        if (keeps) page.button("/materialen/" + word(*its) + "/tekst", tr("Tekst aanpassen"), false);
        if (keeps && !read_by_a_speaker(its->tongue)) page.alert(html::Tone::warning, tr("Deze vertaling is nog niet nagelezen. Vraag iemand die de taal spreekt om te lezen, voor u uitdeelt."));
        put(page, v, print);
        page.link("/materialen", tr("Alle materialen en talen"));
    });
}

http::Response show_pdf(Visit& v) {
    auto const its = asked_sheet(v);
    if (!its) return v.not_found();
    auto print = print_of(v, *its, text_of(v.read(), *its), {});
    print.draft = !open_to_everyone(v.read(), *its);
    return as_pdf(v, print);
}

} // namespace

std::vector<reception::Route> routes() {
    using reception::route;
    return {
        route<Action::see_materials>("GET", "/materialen", list_materials),
        route<Action::see_materials>("GET", "/materialen/{sheet}", show_sheet),
        route<Action::see_materials>("GET", "/materialen/{sheet}/pdf", show_pdf),
    };
}

} // namespace toolbox
