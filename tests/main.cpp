#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "platform/html/view.h"
#include "tests/world/canaries.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <iostream>

int main(int count, char** words) {
    testing::InitGoogleTest(&count, words);
    crypto::start();
    html::prepare();
    if (std::getenv("TEST_LOG")) base::log::start(true);
    if (count == 3 && std::string_view{words[1]} == "--hostile-house") return world::make_hostile_house(words[2], std::cout); // for tests/browser/hostile.mjs
    return RUN_ALL_TESTS();
}
