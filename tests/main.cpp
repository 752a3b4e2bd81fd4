#include "platform/base/log.h"
#include "platform/crypto/crypto.h"
#include "platform/html/view.h"

#include <cstdlib>
#include <gtest/gtest.h>

int main(int count, char** words) {
    testing::InitGoogleTest(&count, words);
    crypto::start();
    html::prepare();
    if (std::getenv("TEST_LOG")) base::log::start(true);
    return RUN_ALL_TESTS();
}
