#include "app/planning.h"

#include "app/importing.h"
#include "app/program.h"
#include "matching/plan.h"
#include "matching/ranking.h"
#include "matching/store_plan.h"
#include "matching/store_settings.h"
#include "platform/base/log.h"

#include <ostream>

namespace app {
namespace {
using base::log::json_string;

/// Puts what comes next after a comma, on a line of its own.
class List {
public:
    List(std::ostream& out, std::string const& name) : out_{out} { out_ << ",\n"
                                                                        << json_string(name) << ":["; }
    ~List() { out_ << (first_ ? "]" : "\n]"); }
    std::ostream& next() { return out_ << (std::exchange(first_, false) ? "\n" : ",\n"); }

private:
    std::ostream& out_;
    bool first_ = true;
};

void tell(std::ostream& out, matching::Pair const& pair, matching::Fit const& fit) {
    out << R"({"request":)" << json_string(pair.request) << R"(,"buddy":)" << json_string(pair.buddy) << R"(,"allowed":)" << (fit.allowed() ? "true" : "false") << R"(,"limits":[)";
    char const* comma = "";
    for (auto limit : fit.limits.list()) out << std::exchange(comma, ",") << '"' << base::word(limit) << '"';
    out << R"(],"score":)" << fit.score << R"(,"parts":{)";
    comma = "";
    for (auto const& part : fit.parts()) out << std::exchange(comma, ",") << '"' << base::word(part.kind) << "\":" << part.points;
    out << "}}";
}

} // namespace

int match(Program& program, Act const& act, std::ostream& out) {
    bool const plans = !act["plan"].empty();
    if (plans == !act["explain"].empty()) throw Misused{"say either --plan or --explain REQUEST"};
    auto const place = partnership_of(program, act["partnership"]);
    auto const read = program.data().read(db::Scope::of(place.id.value()));
    auto const by = matching::yardstick(*read, base::local_date(place.stands_at.value_or(program.services().clock.now())));
    auto const world = matching::waiting_list(*read, place.vog_required, by.today);
    auto pair = [&](std::size_t request, std::size_t buddy) { return matching::Pair{world.requests[request].request, world.buddies[buddy].buddy.value()}; };
    auto between = [&](std::size_t request, std::size_t buddy) {
        auto at = world.between.find({request, buddy});
        return at == world.between.end() ? matching::Between{} : at->second;
    };
    if (!plans) {
        for (std::size_t request = 0; request < world.requests.size(); ++request) {
            if (world.requests[request].request != act["explain"]) continue;
            out << R"({"request":)" << json_string(act["explain"]);
            {
                List list{out, "buddies"};
                for (auto const& each : matching::rank(world, request, by)) tell(list.next(), {act["explain"], each.buddy.value()}, each.fit);
            }
            out << "}\n";
            return 0;
        }
        throw Wrong{"no request with this id waits for a proposal"};
    }
    auto const question = matching::question(world, by);
    auto const begun = std::chrono::steady_clock::now();
    auto const plan = matching::plan(question);
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    out << R"({"partnership":)" << json_string(place.slug) << R"(,"helped":)" << plan.helped() << R"(,"objective":)" << plan.total << R"(,"seconds":)" << fmt::format("{:.3f}", seconds);
    {
        List list{out, "pairs"};
        for (auto const& each : plan.pairs) list.next() << R"({"request":)" << json_string(each.pair.request) << R"(,"buddy":)" << json_string(each.pair.buddy) << R"(,"score":)" << each.score << "}";
    }
    std::set<std::string> helped;
    for (auto const& each : plan.pairs) helped.insert(each.pair.request);
    {
        List list{out, "unmatched"};
        for (std::size_t request = 0; request < world.requests.size(); ++request) {
            if (helped.contains(world.requests[request].request)) continue;
            // what forbids whom: or, when nobody is forbidden, that others came first
            std::set<std::string_view> reasons;
            for (std::size_t buddy = 0; buddy < world.buddies.size(); ++buddy) {
                auto const fit = matching::fit(world.requests[request], world.buddies[buddy], between(request, buddy), by);
                if (fit.allowed()) reasons.insert("others_first");
                for (auto limit : fit.limits.list()) reasons.insert(base::word(limit));
            }
            if (world.buddies.empty()) reasons.insert("nobody");
            list.next() << R"({"request":)" << json_string(world.requests[request].request) << R"(,"reasons":[)";
            char const* comma = "";
            for (auto const& each : reasons) out << std::exchange(comma, ",") << '"' << each << '"';
            out << "]}";
        }
    }
    out << ",\n\"capacity\":{";
    char const* comma = "";
    for (auto const& each : question.rooms) out << std::exchange(comma, ",") << json_string(each.buddy) << ":" << each.places;
    out << "}";
    if (!act["candidates"].empty())
        for (bool allowed : {true, false}) {
            List list{out, allowed ? "candidates" : "forbidden"};
            for (std::size_t request = 0; request < world.requests.size(); ++request)
                for (std::size_t buddy = 0; buddy < world.buddies.size(); ++buddy)
                    if (auto const fit = matching::fit(world.requests[request], world.buddies[buddy], between(request, buddy), by); fit.allowed() == allowed) tell(list.next(), pair(request, buddy), fit);
        }
    out << "}\n";
    return 0;
}

} // namespace app
