#include "tests/world/canaries.h"

namespace world {
namespace {

class StandingHouse : public CanaryHouse {
public:
    StandingHouse(bool hostile, std::string const& folder) : CanaryHouse{hostile, folder} {
        if (!hostile) return;
        // what goes by mail and what waits on the worklist is attacked too
        program->go_round();
        while (program->run_jobs(1000) > 0) {}
    }
    void tell(std::ostream& out) {
        for (auto const& one : accounts()) out << "account " << one.name() << " " << one.partnership.value() << " " << one.person.value() << " " << session(one) << "\n";
        for (auto const& one : canaries) out << "word " << one.word << " " << one.field() << " " << one.attack << "\n";
    }

private:
    void TestBody() override {}
};

} // namespace

int make_house(bool hostile, std::string const& folder, std::ostream& out) {
    StandingHouse{hostile, folder}.tell(out);
    return 0;
}

} // namespace world
