#include "toolbox/version.h"

#include "platform/base/require.h"

#include <algorithm>

namespace toolbox {
using base::tr;

base::Result<Comment, base::Refusal> comment(CommentDraft const& draft) {
    base::Refusal refusal;
    auto const characters = std::count_if(draft.words.begin(), draft.words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    if (draft.words.empty()) refusal.add("reactie", tr("Schrijf wat u van de tekst vindt."));
    else if (characters > 2000) refusal.add("reactie", tr("Gebruik hoogstens 2.000 tekens."));
    if (!draft.reader) refusal.add("lezer", tr("Kies namens wie u leest."));
    if (!refusal.empty()) return refusal;
    return Comment{*draft.reader, draft.words};
}

base::Text name(Reader reader) {
    switch (reader) {
    case Reader::council: return tr("een raad van ouders");
    case Reader::panel: return tr("het lezerspanel");
    case Reader::other: return tr("iemand anders");
    }
    throw base::Impossible{"a reader without a name"};
}

} // namespace toolbox
