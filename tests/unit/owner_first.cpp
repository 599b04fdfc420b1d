// SPDX-License-Identifier: BSL-1.0
// Two models in two headers, included in the other order than in pet_first.cpp.

#include "two_headers/owner.hpp"
// The order is the test.
#include "two_headers/pet.hpp"

#include <koine/dialect/sqlite.hpp>

#include <catch2/catch.hpp>

namespace {
struct owner_name {
    std::string name;
};
struct pet_page {
    std::string name;
    owner_name owner;
};
}  // namespace

static_assert(koine::sql_text<koine::dialect::sqlite>(koine::from<two_headers::pet>().select<pet_page>()) ==
              R"(SELECT t0."name", t1."id", t1."name" FROM "pets" AS t0 LEFT JOIN "owners" AS t1 ON t1."id" = t0."owner_id")");

TEST_CASE("two models that declare each other, the owning one first") { SUCCEED("asserted while compiling"); }
