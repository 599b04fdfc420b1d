// SPDX-License-Identifier: BSL-1.0
// A model is of use where the model that it is related to is only declared.

#include "two_headers/owner.hpp"

#include <koine/dialect/sqlite.hpp>

#include <catch2/catch.hpp>

static_assert(koine::sql_text<koine::dialect::sqlite>(koine::from<two_headers::owner>()) ==
              R"(SELECT t0."id", t0."name" FROM "owners" AS t0)");

TEST_CASE("a model works while its relation's model is incomplete") { SUCCEED("asserted while compiling"); }
