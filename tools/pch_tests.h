#pragma once
#include "platform/db/database.h"
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <string>
#include <vector>
