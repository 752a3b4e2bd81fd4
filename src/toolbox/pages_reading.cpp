#include "account/store_accounts.h"
#include "toolbox/pages_print.h"
#include "toolbox/pages_text.h"
#include "toolbox/store_version.h"

namespace toolbox {
using base::tr;
using reception::Acted;
using reception::Done;
using reception::Visit;
using visit::Action;

namespace {

std::optional<VersionRow> asked_version(Visit& v) {
    auto link = account::find_action_link(v.read(), v.part("reading"), v.now());
    if (!link || link->act != "material") return {};
    return find_for_link(v.read(), VersionId{link->object});
}

http::Response reading_form(Visit& v, VersionRow const& version, html::Values const& values, base::Refusal const* refusal) {
    return v.page(tr("Lees mee met deze tekst"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{support_point} vraagt wat u van deze tekst vindt. Is alles duidelijk? Wat mist u?"), {{"support_point", v.house().support_point}}});
        put(page, v, print_of(v, version.sheet(), version.words, {}));
        page.heading(tr("Uw reactie"));
        auto form = page.form("/meelezen/" + v.part("reading"), tr("Verstuur reactie"), values, refusal);
        form.area({.name = "reactie", .label = tr("Wat vindt u van de tekst?"), .hint = tr("Noem geen namen en vertel niets over een kind. De coördinator leest wat u schrijft."), .most = 2000}, 6);
        form.radios({.name = "lezer", .label = tr("Namens wie leest u?")}, [] {
            std::vector<html::Option> all;
            for (auto const& [reader, word] : base::Words<Reader>::entries) all.push_back({std::string{word}, name(reader)});
            return all;
        }());
    },
                  {.status = refusal ? 422 : 200});
}

http::Response new_comment(Visit& v) {
    auto const version = asked_version(v);
    return version ? reading_form(v, *version, {}, nullptr) : v.not_found();
}

http::Response create_comment(Visit& v) {
    auto const version = asked_version(v);
    if (!version) return v.not_found();
    auto again = [&](base::Refusal const& refusal) { return reading_form(v, *version, v.values(), &refusal); };
    auto its = comment({base::from_word<Reader>(v.field("lezer")), text::tidy_text(v.field("reactie"))});
    if (!its) return again(its.error());
    return v.act(version->id.value(), "", [&](db::Write& tx) -> Acted {
        if (!add_comment(tx, base::random_text(v.services().random, 16), version->id, *its, v.now())) return base::Refusal::of(tr("Er zijn al heel veel reacties op deze tekst. Bel de coördinator als u nog iets mist."));
        return Done{"/meelezen/" + v.part("reading"), tr("Dank u wel. De coördinator leest uw reactie. U mag nog een keer reageren.")}; }, again);
}

} // namespace

std::vector<reception::Route> reading_routes() {
    using reception::route;
    return {
        route<Action::use_link>("GET", "/meelezen/{reading}", new_comment),
        route<Action::use_link>("POST", "/meelezen/{reading}", create_comment),
    };
}

} // namespace toolbox
