#include "people/post.h"

namespace people {
using base::tr;

void write_letter(Post& post, std::string const& partnership, PersonId const& person, Letter const& letter) {
    std::optional<Known> to;
    std::optional<Partnership> from;
    {
        auto door = post.services.data.read(db::Scope::of(partnership));
        to = find_person(*door, post.services.keys, person);
        from = find_partnership(*door, visit::PartnershipId{partnership});
    }
    if (!to || to->mail.empty() || !from) return;
    auto language = to->language;
    std::string text;
    for (auto const& line : letter.lines) text += line.in(language) + "\n\n";
    text += text::say({tr("Liever bellen? Steunpunt: {phone}. Coördinator: {coordinator}."), {{"phone", from->phone}, {"coordinator", from->coordinator_phone}}}, language) + "\n";
    text += text::say(tr("Schrijf uw verhaal niet in een mail. Mail kan door anderen worden gelezen."), language) + "\n";
    post.send({to->mail, from->support_point, text::say(letter.subject, language), text, letter.calendar, letter.calendar_method});
}

} // namespace people
