#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "platform/html/view.h"
#include "tests/world/canaries.h"
#include "tests/world/faults.h"
#include "tests/world/plans.h"
#include "tests/world/planted.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>
#include <sqlite3.h>

int main(int count, char** words) {
    testing::InitGoogleTest(&count, words);
    // before anything else asks SQLite: connections then lock as little here as where the program serves
    if (sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) != SQLITE_OK || sqlite3_config(SQLITE_CONFIG_MULTITHREAD) != SQLITE_OK) return 2;
    crypto::start();
    html::prepare();
    if (std::getenv("TEST_LOG")) base::log::start(true);
    // for tests/browser/hostile.mjs, tools/hostile_mails.py and tools/at_rest.py
    for (auto const* kind : {"--hostile-house", "--canary-house"})
        if (count == 3 && std::string_view{words[1]} == kind) return world::make_house(std::string_view{kind} == "--hostile-house", words[2], std::cout);
    if (count == 3 && std::string_view{words[1]} == "--planted") return world::commit_fault(words[2]);
    // what is remembered takes memory of the thread that asks, which is counted where allocations fail
    if (world::wanted_fault() == world::Fault::none) world::watch_asking();
    return RUN_ALL_TESTS();
}
