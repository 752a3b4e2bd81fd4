#include "toolbox/pages_list.h"

#include "gen/toolbox_views.h"

namespace toolbox {

void put_list(html::Page& page, std::vector<Material> const& all, std::string const& before, std::function<bool(Sheet const&)> const& shown, std::function<html::Said(Material)> const& note) {
    namespace n = views;
    auto list = page.own(n::list_::view);
    for (auto material : all) {
        auto its = tongues(material);
        std::erase_if(its, [&](Tongue tongue) { return !shown({material, tongue}); });
        if (its.empty()) continue;
        auto row = list.add(n::list_::ROW);
        row.set(n::list_::NAME, name(material));
        for (auto tongue : its)
            row.add(n::list_::SHEET).set(n::list_::HREF, before + word({material, tongue})).set(n::list_::LANG, std::string{base::word(tongue)}).set(n::list_::LANGUAGE, std::string{own_name(tongue)});
        if (!note) continue;
        if (auto words = note(material); !words.empty()) row.show(n::list_::NOTE, words);
    }
}

} // namespace toolbox
