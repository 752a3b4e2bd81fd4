#include "today/pages.h"

#include "gen/today_views.h"
#include "people/post.h"
#include "reception/visit.h"
#include "today/listing.h"
#include "today/worklist.h"

namespace today {
using base::tr;
using reception::Visit;
using visit::Action;

namespace {

constexpr std::array tones{"veiligheid", "telaat", "vandaag", "binnenkort", "wacht"};

http::Response show_mail(Visit& v) {
    if (!v.grant<Action::see_worklist>()) return v.not_found();
    auto const stuck = jobs::stuck(v.read(), v.house().id.value());
    return v.page(tr("Mail die niet weggaat"), [&](html::Page& page) {
        if (stuck.empty()) return void(page.empty(tr("Alle mail is weg of nog niet aan de beurt.")));
        page.lead(base::Sentence{tr("Er wachten {count} berichten. Het programma probeert het vanzelf opnieuw."), {{"count", std::to_string(stuck.size())}}});
        page.paragraph(tr("Vraag de beheerder om naar de mailserver te kijken. Bel intussen wie dringend iets moet weten."));
    });
}

http::Response show_worklist(Visit& v) {
    auto granted = v.grant<Action::see_worklist>();
    if (!granted) return v.not_found();
    auto work = everything(v.read(), v.keys(), *granted, v.now());
    arrange(work);
    return v.page(tr("Vandaag"), [&](html::Page& page) {
        page.lead(base::Sentence{tr("{day}. Dit wacht op u, het dringendste bovenaan."), {{"day", text::day(v.today(), v.language())}}});
        if (work.empty()) return void(page.empty(tr("Er wacht niets. Tijd voor koffie met een school die u lang niet sprak.")));
        for (std::size_t i = 0; i < work.size();) {
            auto const urgency = work[i].urgency;
            page.heading(name(urgency));
            auto list = page.own(views::list_::view);
            for (; i < work.size() && work[i].urgency == urgency; ++i) {
                auto row = list.add(views::list_::ROW);
                row.set(views::list_::TONE, tones[static_cast<std::size_t>(urgency)]).set(views::list_::ABOUT, work[i].about).set(views::list_::WHAT, work[i].what).set(views::list_::HREF, work[i].href).set(views::list_::BUTTON, work[i].button);
                row.set(views::list_::SINCE, base::Sentence{tr("sinds {day}"), {{"day", text::plain_day(base::local_date(work[i].since), v.language())}}});
            }
        }
    });
}

} // namespace

std::vector<reception::Route> routes() {
    return {reception::route<Action::see_worklist>("GET", "/vandaag", show_worklist), reception::route<Action::see_worklist>("GET", "/vandaag/mail", show_mail)};
}

} // namespace today
