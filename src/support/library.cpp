#include "support/library.h"

#include "platform/base/length.h"

#include <algorithm>

namespace support {
using base::tr;

base::Result<Written, base::Refusal> write_text(std::string const& title, std::string const& words) {
    base::Refusal refusal;
    if (title.empty()) refusal.add("titel", tr("Vul een titel in."));
    else if (base::characters(title) > 100) refusal.add("titel", tr("Dit is te lang. Gebruik hoogstens 100 tekens."));
    if (words.empty()) refusal.add("tekst", tr("Schrijf eerst iets op."));
    else if (base::characters(words) > 8000) refusal.add("tekst", tr("Dit is te lang. Gebruik hoogstens 8000 tekens."));
    if (!refusal.empty()) return refusal;
    return Written{title, words};
}

std::vector<std::string> paragraphs(std::string const& words) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < words.size();) {
        auto const end = std::min(words.find("\n\n", at), words.size());
        auto const from = std::min(words.find_first_not_of('\n', at), end);
        if (end > from) found.push_back(words.substr(from, end - from));
        at = end + 2;
    }
    return found;
}

std::vector<base::Text> does() { return {tr("U luistert."), tr("U vertelt wat u zelf meemaakte."), tr("U helpt een gesprek op school voorbereiden. Vraagt de ouder het? Dan gaat u mee."), tr("U wijst de weg naar de juiste persoon.")}; }
std::vector<base::Text> does_not() { return {tr("U beslist niet en geeft geen advies."), tr("U stelt niet vast wat een kind heeft."), tr("U bemiddelt niet en spreekt niet namens de ouder."), tr("U houdt geen dossier bij.")}; }

} // namespace support
