#include "matching/fit.h"

#include "platform/base/require.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>

namespace matching {
using base::tr;

namespace {

constexpr int usual_reach = 15, reach_by_car = 40;              // kilometres
constexpr int longest_request = 26 * 7, longest_buddy = 26 * 7; // days after which waiting counts no more
constexpr int weeks_to_tell = 4;                                // R15
constexpr Few<Way> online{Way::call, Way::message, Way::video};

template <class T>
int shared(std::set<T> const& a, std::set<T> const& b) {
    if (a.empty() || b.empty()) return 0;
    return static_cast<int>(std::count_if(a.begin(), a.end(), [&](auto const& one) { return b.contains(one); }));
}

/// How far a buddy would have to come.
enum class Far { near,
                 some_way,
                 far,
                 not_reachable,
                 unknown };
struct Road {
    Far far;
    std::optional<int> hundreds_of_metres = {};
};
Road road(Wanted const& wanted, Candidate const& c, Apart const& apart) {
    if (wanted.postcode && c.postcode && !apart.empty() && apart.contains(std::minmax(*wanted.postcode / 100, *c.postcode / 100))) return {Far::not_reachable};
    if (wanted.place && c.place) {
        auto const metres = distance(*wanted.place, *c.place);
        return {metres <= reach(c) * 10 ? Far::near : Far::far, metres};
    }
    if (!wanted.postcode || !c.postcode) return {Far::unknown};
    return {*wanted.postcode / 100 == *c.postcode / 100 ? Far::near : *wanted.postcode / 1000 == *c.postcode / 1000 ? Far::some_way
                                                                                                                    : Far::far};
}
int needed(Experience experience) { return static_cast<int>(experience); }

bool same_school(Wanted const& wanted, Candidate const& c) { return wanted.school && c.schools.contains(*wanted.school); }

Part of_distance(Road const& road, bool lifted, Candidate const& c, int most) {
    int const neutral = most * 2 / 5;
    Part part{PartKind::distance, Side::none, neutral, most, road.hundreds_of_metres ? (*road.hundreds_of_metres + 5) / 10 : -1};
    switch (road.far) {
    case Far::near:
        part.side = Side::pro;
        // all of it at the door, two fifths at the end of the reach
        part.points = most - (road.hundreds_of_metres ? (most - neutral) * *road.hundreds_of_metres / std::max(1, reach(c) * 10) : 0);
        return part;
    case Far::some_way: return part;
    case Far::unknown: part.detail = -2; break;
    case Far::far: break;
    case Far::not_reachable: part.detail = -3; break;
    }
    if (lifted) return part;
    part.side = Side::con;
    if (road.far != Far::unknown) part.points = 0;
    return part;
}
/// Whether it is known of both when they can.
bool times_known(Wanted const& wanted, Candidate const& c) { return wanted.times.said() && (c.times.said() || c.never_free); }
Part of_times(Wanted const& wanted, Candidate const& c, int most) {
    Part part{PartKind::times, Side::none, most / 3, most};
    if (!times_known(wanted, c)) return part;
    part.detail = static_cast<int>((wanted.times.slots & c.times.slots).count());
    part.side = part.detail > 0 ? Side::pro : Side::con;
    part.points = most * std::min(part.detail, 3) / 3;
    return part;
}
Part of_waiting(PartKind kind, int days, int longest, int most) {
    int const weeks = days / 7;
    return {kind, weeks >= weeks_to_tell ? Side::pro : Side::none, most * std::clamp(days, 0, longest) / longest, most, weeks};
}

} // namespace

Languages::Languages(std::string const& text) {
    static std::set<std::string> const little{"en", "een", "beetje", "of", "ook", "and", "a", "little", "or", "wat", "goed"};
    std::string word;
    for (char c : text + " ") {
        if (std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        else {
            if (!word.empty() && !little.contains(word)) words_.push_back(word);
            word.clear();
        }
    }
    auto also = [&](char const* said, char const* is) {
        if (std::find(words_.begin(), words_.end(), said) != words_.end()) words_.push_back(is);
    };
    also("dutch", "nederlands");
    also("english", "engels");
    if (words_.empty()) words_.push_back("nederlands");
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}
int Languages::shared(Languages const& other) const {
    int count = 0;
    auto a = words_.begin(), b = other.words_.begin();
    while (a != words_.end() && b != other.words_.end()) {
        auto const order = a->compare(*b);
        count += order == 0;
        if (order <= 0) ++a;
        if (order >= 0) ++b;
    }
    return count;
}
void Languages::add(Languages const& other) {
    words_.insert(words_.end(), other.words_.begin(), other.words_.end());
    std::sort(words_.begin(), words_.end());
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}
bool share_language(Languages const& one, Languages const& other) { return one.shared(other) > 0; }

int distance(Place one, Place other) {
    constexpr double radius = 63710.088, radian = std::numbers::pi / 180e6; // hundreds of metres; of a millionth of a degree
    double const half_high = std::sin((other.latitude - one.latitude) * radian / 2), half_wide = std::sin((static_cast<double>(other.longitude) - one.longitude) * radian / 2);
    double const h = half_high * half_high + std::cos(one.latitude * radian) * std::cos(other.latitude * radian) * half_wide * half_wide;
    return static_cast<int>(std::lround(2 * radius * std::asin(std::sqrt(std::min(1.0, h)))));
}

int reach(Candidate const& c) { return c.travels.value_or(c.car ? reach_by_car : usual_reach); }
bool may_be_online(Wanted const& wanted, Candidate const& c) { return !(wanted.ways & c.ways & online).empty(); }

Fit fit(Wanted const& wanted, Candidate const& c, Between const& between, Yardstick const& by) {
    Fit fit;
    auto forbid = [&](bool when, Limit limit) {
        if (when) fit.limits.insert(limit);
    };
    auto const how_far = road(wanted, c, by.apart);
    bool const lifted = may_be_online(wanted, c), from_one_school = same_school(wanted, c);
    int const spoken = wanted.languages.shared(c.languages), ways = (wanted.ways & c.ways).size();
    forbid(between.same_person, Limit::same_person);
    forbid(!c.ready, Limit::not_ready);
    forbid(!c.offer_stands, Limit::old_offer);
    forbid(c.live_matches >= c.capacity, Limit::full);
    forbid(c.paused_until && *c.paused_until > by.today, Limit::paused);
    forbid(spoken == 0, Limit::language);
    forbid(!wanted.ways.empty() && ways == 0, Limit::way);
    forbid(between.said_no, Limit::earlier_no);
    forbid(between.earlier_exit, Limit::earlier_exit);
    forbid(between.close, Limit::close);
    forbid(between.both_roles, Limit::both_roles);
    forbid(between.own_class || (wanted.own_class && c.classes.contains(*wanted.own_class)), Limit::own_class);
    forbid(between.never_together, Limit::never_together);
    forbid(c.earlier_matches < needed(wanted.experience), Limit::experience);
    forbid((wanted.region_hard || c.region_hard) && !lifted && (how_far.far == Far::far || how_far.far == Far::not_reachable), Limit::region);
    forbid((wanted.times_hard || c.times_hard) && times_known(wanted, c) && (wanted.times.slots & c.times.slots).none(), Limit::times);
    auto const least = std::min({wanted.own_school, c.own_school, wanted.agreed_with_school}), most = std::max({wanted.own_school, c.own_school, wanted.agreed_with_school});
    forbid(from_one_school && least < OwnSchool::fine, Limit::school);
    forbid(wanted.postcode && wanted.postcode == c.postcode && wanted.own_village < OwnSchool::fine, Limit::village);

    auto const& w = by.weights;
    std::size_t at = 0;
    auto add = [&](Part const& part) {
        fit.every[at++] = part;
        fit.score += part.points;
    };
    int const alike = (wanted.situations & c.situations).size(), known = shared(wanted.knowledge, c.knowledge), asked = static_cast<int>(wanted.knowledge.size());
    add({PartKind::situations, alike > 0 ? Side::pro : Side::con, w.situations * alike, w.situations * std::max(1, wanted.situations.size())});
    add({PartKind::knowledge, asked == 0 ? Side::none : known > 0 ? Side::pro
                                                                  : Side::con,
         w.knowledge * known, w.knowledge * asked});
    add(of_distance(how_far, lifted, c, w.distance));
    add(of_times(wanted, c, w.times));
    bool const school_speaks = from_one_school && least >= OwnSchool::fine;
    add({PartKind::school, school_speaks ? Side::pro : Side::none, !school_speaks ? 0 : most == OwnSchool::please ? w.school
                                                                                                                  : w.school / 2,
         w.school});
    // a first time goes with a request that needs no experience (R12), and experience with one that does
    bool const demanding = needed(wanted.experience) > 0, first_time = c.earlier_matches == 0;
    add({PartKind::experience, demanding && first_time ? Side::con : Side::pro, demanding ? (first_time ? 0 : w.experience) : first_time ? w.experience / 2
                                                                                                                                         : 0,
         w.experience, first_time ? 0 : 1});
    add({PartKind::languages, spoken > 1 ? Side::pro : Side::none, spoken > 1 ? w.languages : 0, w.languages});
    add({PartKind::ways, ways > 1 ? Side::pro : Side::none, ways > 1 ? w.ways : 0, w.ways});
    add(of_waiting(PartKind::request_waits, wanted.waits, longest_request, w.request_waits));
    add({PartKind::load, c.live_matches == 0 ? Side::pro : Side::con, c.live_matches == 0 ? w.load : 0, w.load});
    add(of_waiting(PartKind::buddy_waits, c.waits, longest_buddy, w.buddy_waits));
    return fit;
}

std::vector<Part> best(std::span<Part const> parts, Side side, std::size_t most) {
    std::vector<Part> all;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(all), [&](Part const& each) { return each.side == side; });
    auto weight = [&](Part const& each) { return side == Side::pro ? each.points : each.most - each.points; };
    std::stable_sort(all.begin(), all.end(), [&](Part const& one, Part const& other) { return weight(one) > weight(other); });
    if (all.size() > most) all.resize(most);
    return all;
}

base::Sentence say(Part const& part) {
    bool const pro = part.side == Side::pro;
    auto const number = std::to_string(part.detail);
    switch (part.kind) {
    case PartKind::situations: return pro ? tr("Maakte iets mee dat hierop lijkt.") : tr("Maakte dit zelf niet mee.");
    case PartKind::knowledge:
        return pro ? tr("Weet iets waar de ouder naar vraagt.") : part.side == Side::con ? tr("Weet minder van waar de ouder naar vraagt.")
                                                                                         : tr("De ouder vraagt niet naar kennis.");
    case PartKind::distance:
        if (part.detail == -2) return tr("De afstand is niet bekend.");
        if (part.detail == -3) return part.side == Side::con ? tr("Woont in een gebied dat vanaf de ouder niet goed te bereiken is.") : tr("Woont in een gebied dat niet goed te bereiken is; contact kan ook op afstand.");
        if (part.detail < 0) return pro ? tr("Woont in de buurt.") : part.side == Side::con ? tr("Woont verder weg.")
                                                                                            : tr("Woont een stukje rijden verderop, of contact kan op afstand.");
        if (part.detail == 0) return tr("Woont vlakbij.");
        return {pro ? tr("Woont ongeveer {km} km verderop.") : part.side == Side::con ? tr("Woont ver weg: ongeveer {km} km.")
                                                                                      : tr("Woont ongeveer {km} km verderop; contact kan ook op afstand."),
                {{"km", number}}};
    case PartKind::times:
        if (part.side == Side::none) return tr("Niet van allebei is bekend wanneer zij kunnen.");
        return pro ? base::Sentence{tr("Aantal momenten waarop allebei kunnen: {count}."), {{"count", number}}} : base::Sentence{tr("Kan op andere momenten dan de ouder.")};
    case PartKind::school: return pro ? tr("Kent de school van de ouder, en iedereen vindt dat goed.") : tr("Is van een andere school, of dat is niet bekend.");
    case PartKind::experience: return part.detail > 0 ? tr("Begeleidde al eerder een ouder.") : pro ? tr("Deze vraag is geschikt voor een eerste keer.")
                                                                                                    : tr("Begeleidde nog niet eerder een ouder.");
    case PartKind::languages: return pro ? tr("Spreekt nog een taal van de ouder.") : tr("Spreekt één taal van de ouder.");
    case PartKind::ways: return pro ? tr("Kan op meer manieren contact houden.") : tr("Kan op één manier contact houden.");
    case PartKind::request_waits: return pro ? base::Sentence{tr("De ouder wacht al {weeks} weken."), {{"weeks", number}}} : base::Sentence{tr("De ouder wacht nog niet lang.")};
    case PartKind::load: return pro ? tr("Heeft nu geen andere ouder.") : tr("Begeleidt al een ouder.");
    case PartKind::buddy_waits: return pro ? base::Sentence{tr("Wacht zelf al {weeks} weken op een ouder."), {{"weeks", number}}} : base::Sentence{tr("Wacht zelf nog niet lang op een ouder.")};
    }
    throw base::Impossible{"a part without a sentence"};
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
    case Limit::old_offer: return tr("Het aanbod is ouder dan drie maanden. Vraag of het nog klopt.");
    case Limit::region: return tr("Woont te ver weg, en een van beiden wil dat niet.");
    case Limit::times: return tr("Er is geen moment waarop allebei kunnen.");
    case Limit::school: return tr("Is van dezelfde school, en niet iedereen wil dat.");
    case Limit::earlier_exit: return tr("Een koppeling tussen deze twee is eerder gestopt.");
    case Limit::close: return tr("Zij zijn familie of kennen elkaar.");
    case Limit::both_roles: return tr("De een begeleidt de ander al.");
    case Limit::own_class: return tr("Hun kinderen zitten in dezelfde klas.");
    case Limit::never_together: return tr("Deze twee worden niet aan elkaar gekoppeld.");
    case Limit::village: return tr("Woont in dezelfde plaats of wijk, en de ouder zei daar geen ja op.");
    }
    throw base::Impossible{"a limit without a name"};
}
bool may_overrule(Limit limit) { return limit == Limit::experience; }

Few<Limit> to_ask_parent(Wanted const& wanted, Candidate const& c, Fit const& fit) {
    Few<Limit> all;
    if (fit.limits.contains(Limit::village) && wanted.own_village == OwnSchool::not_said) all.insert(Limit::village);
    if (fit.limits.contains(Limit::school) && wanted.own_school == OwnSchool::not_said && std::min(c.own_school, wanted.agreed_with_school) >= OwnSchool::fine) all.insert(Limit::school);
    return all;
}

} // namespace matching
