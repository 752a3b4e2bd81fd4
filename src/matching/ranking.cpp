#include "matching/ranking.h"

#include "platform/base/require.h"

#include <algorithm>
#include <cctype>

namespace matching {
using base::tr;

namespace {
std::set<std::string> words(std::string const& text) {
    static std::set<std::string> const little{"en", "een", "beetje", "of", "ook", "een", "and", "a", "little", "or", "wat", "goed"};
    std::set<std::string> found;
    std::string word;
    for (char c : text + " ") {
        if (std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        else {
            if (!word.empty() && !little.contains(word)) found.insert(word);
            word.clear();
        }
    }
    if (found.contains("dutch")) found.insert("nederlands");
    if (found.contains("english")) found.insert("engels");
    if (found.empty()) found.insert("nederlands");
    return found;
}
template <class T>
int shared(std::set<T> const& a, std::set<T> const& b) {
    return static_cast<int>(std::count_if(a.begin(), a.end(), [&](auto const& one) { return b.contains(one); }));
}
} // namespace

bool share_language(std::string const& one, std::string const& other) { return shared(words(one), words(other)) > 0; }

bool may_overrule(Limit limit) { return limit == Limit::experience; }

std::vector<Ranked> rank(Wanted const& wanted, std::vector<Candidate> const& candidates, base::Date today) {
    std::vector<Ranked> all;
    for (auto const& c : candidates) {
        Ranked r{c.buddy, c.partner, {}, 0, {}, {}};
        if (c.same_person) r.limits.push_back(Limit::same_person);
        if (!c.ready) r.limits.push_back(Limit::not_ready);
        if (c.live_matches >= c.capacity) r.limits.push_back(Limit::full);
        if (c.paused_until && *c.paused_until > today) r.limits.push_back(Limit::paused);
        if (!share_language(wanted.languages, c.languages)) r.limits.push_back(Limit::language);
        if (!wanted.ways.empty() && shared(wanted.ways, c.ways) == 0) r.limits.push_back(Limit::way);
        if (c.said_no) r.limits.push_back(Limit::earlier_no);
        int const needed = wanted.experience == Experience::much ? 2 : wanted.experience == Experience::some ? 1
                                                                                                             : 0;
        if (c.earlier_matches < needed) r.limits.push_back(Limit::experience);

        int const alike = shared(wanted.situations, c.situations);
        r.score += 30 * alike;
        if (alike > 0) r.fors.push_back(tr("Maakte iets mee dat hierop lijkt."));
        else r.againsts.push_back(tr("Maakte dit zelf niet mee."));
        if (wanted.postcode && c.postcode) {
            if (*wanted.postcode / 100 == *c.postcode / 100) r.score += 20, r.fors.push_back(tr("Woont in de buurt."));
            else if (*wanted.postcode / 1000 == *c.postcode / 1000) r.score += 8;
            else r.againsts.push_back(tr("Woont verder weg."));
        } else r.againsts.push_back(tr("De afstand is niet bekend."));
        if (shared(wanted.ways, c.ways) > 1) r.score += 5, r.fors.push_back(tr("Kan op meer manieren contact houden."));
        if (c.earlier_matches > 0) r.score += wanted.experience == Experience::none ? 0 : 10, r.fors.push_back(tr("Begeleidde al eerder een ouder."));
        if (c.live_matches == 0) r.score += 10, r.fors.push_back(tr("Heeft nu geen andere ouder."));
        else r.againsts.push_back(tr("Begeleidt al een ouder."));
        all.push_back(std::move(r));
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
        if (a.limits.empty() != b.limits.empty()) return a.limits.empty();
        if (a.score != b.score) return a.score > b.score;
        return a.buddy < b.buddy;
    });
    return all;
}

base::Text name(Limit limit) {
    switch (limit) {
    case Limit::not_ready: return tr("Nog niet klaar: training, besluit, inzetgesprek of VOG ontbreekt.");
    case Limit::full: return tr("Begeleidt al genoeg ouders.");
    case Limit::paused: return tr("Heeft een pauze.");
    case Limit::language: return tr("Spreekt een andere taal.");
    case Limit::way: return tr("Geen manier van contact die beiden willen.");
    case Limit::earlier_no: return tr("Een van beiden zei eerder nee, of zij kennen elkaar.");
    case Limit::same_person: return tr("Dit is dezelfde persoon.");
    case Limit::experience: return tr("Heeft minder ervaring dan deze vraag nodig heeft.");
    }
    throw base::Impossible{"a limit without a name"};
}

} // namespace matching
