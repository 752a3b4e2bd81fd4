#include "support/intervision.h"

#include "people/link.h"
#include "platform/base/length.h"
#include "platform/base/number.h"
#include "platform/base/require.h"
#include "support/consult.h"

#include <algorithm>

namespace support {
using base::tr;
namespace {
constexpr std::string_view telling[] = {"buddy", "intervisie", "vraagouder", "hulpvraag"};
/// Whether words in a calendar would tell what it is about (R25).
bool tells(std::string const& typed) {
    auto words = typed;
    for (auto& c : words) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::any_of(std::begin(telling), std::end(telling), [&](auto word) { return words.find(word) != std::string::npos; });
}
} // namespace

base::Result<PlannedIntervision, base::Refusal> plan_intervision(IntervisionDraft const& draft, base::Moment now) {
    base::Refusal refusal;
    if (!draft.kind) refusal.add("soort", tr("Kies wat voor bijeenkomst het is."));
    if (!draft.day) refusal.add("dag", tr("Vul een dag in."));
    if (!draft.time) refusal.add("tijd", tr("Vul een tijd in, bijvoorbeeld 19.30."));
    std::optional<base::Moment> begins;
    if (draft.day && draft.time) {
        begins = base::moment_of({*draft.day, *draft.time});
        if (*begins <= now) refusal.add("dag", tr("Dit moment is al geweest."));
        else if (*begins > now + std::chrono::hours{24 * 730}) refusal.add("dag", tr("Kies een dag binnen twee jaar."));
    }
    auto const minutes = base::number_from(draft.minutes);
    if (!minutes || *minutes < 30 || *minutes > 240) refusal.add("duur", tr("Vul in hoeveel minuten het duurt: 30 tot 240."));
    if (draft.place.empty() && draft.link.empty()) refusal.add("plaats", tr("Vul een plaats in, of een link."));
    if (base::characters(draft.place) > 200) refusal.add("plaats", tr("Dit is te lang. Gebruik hoogstens 200 tekens."));
    else if (tells(draft.place)) refusal.add("plaats", tr("Dit komt in agenda’s. Schrijf niet waar het over gaat."));
    if (!draft.link.empty() && !people::is_https(draft.link)) refusal.add("link", tr("Een link begint met https:// en heeft geen spaties."));
    else if (tells(draft.link)) refusal.add("link", tr("Dit komt in agenda’s. Schrijf niet waar het over gaat."));
    if (!refusal.empty()) return refusal;
    return PlannedIntervision{*draft.kind, *begins, *minutes, draft.place, draft.link};
}

base::Result<Topic, base::Refusal> topic(std::string const& theme, std::string const& own_theme, std::string const& words) {
    base::Refusal refusal;
    auto const known = base::from_word<Theme>(theme);
    if (!theme.empty() && !known) refusal.add("thema", tr("Kies een thema uit de lijst."));
    if (known && !own_theme.empty()) refusal.add("eigen_thema", tr("Kies een thema, of schrijf er zelf een."));
    else if (base::characters(own_theme) > 60) refusal.add("eigen_thema", tr("Dit is te lang. Gebruik hoogstens 60 tekens."));
    if (base::characters(words) > most_characters) refusal.add("onderwerp", tr("Dit is te lang. Gebruik hoogstens 2000 tekens."));
    if (refusal.empty() && !known && own_theme.empty() && words.empty()) refusal.add("thema", tr("Kies een thema of schrijf iets op."));
    if (!refusal.empty()) return refusal;
    return Topic{known, own_theme, words};
}

int still_open(int held) { return std::max(0, offered - held); }
bool suggests_planning(std::vector<int> const& held_since_match, std::optional<base::Moment> next_planned, base::Moment now) {
    if (next_planned && *next_planned <= now + std::chrono::hours{24 * days_ahead}) return false;
    return std::any_of(held_since_match.begin(), held_since_match.end(), [](int held) { return still_open(held) > 0; });
}
base::Result<std::string, base::Refusal> notes(std::string const& typed) {
    if (base::characters(typed) > 4000) return base::Refusal::of("notities", tr("Dit is te lang. Gebruik hoogstens 4000 tekens."));
    return typed;
}

base::Text name(IntervisionKind kind) {
    switch (kind) {
    case IntervisionKind::intervision: return tr("intervisie");
    case IntervisionKind::walk_in: return tr("inloop");
    }
    throw base::Impossible{"a kind of meeting without a name"};
}
base::Text name(NotesFor whom) {
    switch (whom) {
    case NotesFor::who_was_there: return tr("wie erbij was");
    case NotesFor::all_buddies: return tr("alle buddy’s");
    }
    throw base::Impossible{"notes for nobody"};
}

} // namespace support
