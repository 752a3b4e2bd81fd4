#include "tests/world/canaries.h"

namespace world {
namespace {

class HostileHouse : public CanaryHouse {
public:
    explicit HostileHouse(std::string const& folder) : CanaryHouse{true, folder} {}
    void tell(std::ostream& out) {
        // what goes by mail and what waits on the worklist is attacked too
        program->go_round();
        while (program->run_jobs(1000) > 0) {}
        for (auto const& one : accounts()) out << "account " << one.name() << " " << one.partnership.value() << " " << one.person.value() << " " << session(one) << "\n";
        for (auto const& one : canaries) out << "word " << one.word << " " << one.field() << " " << one.attack << "\n";
    }

private:
    void TestBody() override {}
};

} // namespace

int make_hostile_house(std::string const& folder, std::ostream& out) {
    HostileHouse{folder}.tell(out);
    return 0;
}

} // namespace world
