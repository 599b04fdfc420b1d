// SPDX-License-Identifier: BSL-1.0
// tests · main: Catch's main, for every suite.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
