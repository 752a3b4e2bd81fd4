#include "people/listing_deputyships.h"

#include "people/store_deputyship.h"

namespace people {
using base::tr;

void deputyships_told(html::Page& page, reception::Visit& v) {
    auto const notices = notices_of(v.read(), v.me(), v.today());
    bool rests = false, any = false;
    for (auto const& notice : notices) {
        auto const row = find(v.read(), notice.deputyship);
        if (!row) continue;
        any = true;
        rests = rests || notice.rests_at;
        page.alert(html::Tone::info, base::Sentence{works_outside(v.read(), row->deputy) ? tr("{name} neemt waar voor {coordinator}: van {first} tot en met {last}. {name} werkt niet bij {partnership}.") : tr("{name} neemt waar voor {coordinator}: van {first} tot en met {last}. {name} werkt bij {partnership}."),
                                                    {{"name", name_of(v.read(), v.keys(), row->deputy)}, {"coordinator", name_of(v.read(), v.keys(), row->coordinator)}, {"first", text::plain_day(row->first_day, v.language())}, {"last", text::plain_day(row->last_day, v.language())}, {"partnership", v.house().name}}});
    }
    if (!any || !v.viewer().is(visit::Role::asking_parent)) return;
    if (rests) page.paragraph(tr("Uw vraag rust zo lang. Wie waarneemt, kan hem niet lezen.")).act("/mijn/vraag/rust", tr("Laat mijn vraag toch doorgaan"), {{"rust", "nee"}}, false);
    else page.paragraph(tr("Wie waarneemt, leest uw vraag. Wilt u dat niet? Dan wacht uw vraag tot de coördinator terug is.")).act("/mijn/vraag/rust", tr("Laat mijn vraag zo lang rusten"), {{"rust", "ja"}}, false);
}

} // namespace people
