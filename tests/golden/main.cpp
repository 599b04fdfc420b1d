// SPDX-License-Identifier: BSL-1.0
// The runner of the golden texts, which are all asserted while compiling.

#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
