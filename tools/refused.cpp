// Mistakes that must not compile, one behind each macro; see refused.sh.
#include "confidentiality/store_confidential.h"
#include "people/person.h"
#include "reception/route.h"

#include <iostream>

struct One;
struct Other;
using visit::Action;

int main() {
    base::Id<One> one{"1"};
    base::Id<Other> other{"2"};
    visit::Viewer viewer{visit::PartnershipId{"p"}, {}, {}};
    confidentiality::Confidential<One, Action::hold_interview> text{one, {}, "t", "c"};
    [[maybe_unused]] auto granted = visit::Policy::grant<Action::hold_interview>(viewer, one);
    [[maybe_unused]] auto another = visit::Policy::grant<Action::read_request>(viewer, one);
    [[maybe_unused]] auto keys = static_cast<confidentiality::Keyring*>(nullptr);
#ifdef PRINT
    std::cout << text;
#endif
#ifdef OTHER_ID
    one = other;
#endif
#ifdef OTHER_ACTION
    text.open(*another, *keys);
#endif
#ifdef FORGE
    visit::Granted<Action::hold_interview, One> forged{viewer, one};
#endif
#ifdef IGNORED
    people::contact({});
#endif
#ifdef NO_ACTION
    auto open_door = reception::route("GET", "/x", nullptr);
#endif
#ifdef BARE
    base::Text bare{"Vul een naam in."};
#endif
}
