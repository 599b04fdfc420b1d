// SPDX-License-Identifier: BSL-1.0
// Two models in two headers, included in one order; owner_first.cpp includes them in the other.

#include "two_headers/pet.hpp"
// The order is the test.
#include "two_headers/owner.hpp"

#include <koine/dialect/sqlite.hpp>

#include <catch2/catch.hpp>

namespace {
struct pet_name {
    std::string name;
};
struct owner_page {
    std::string name;
    std::vector<pet_name> pets;
};
}  // namespace

static_assert(koine::sql_text<koine::dialect::sqlite>(koine::from<two_headers::owner>().select<owner_page>()) ==
              R"(SELECT t0."name", (SELECT json_group_array(json_array(t1."name")) FROM "pets" AS t1 WHERE t1."owner_id" = t0."id") FROM "owners" AS t0)");

TEST_CASE("two models that declare each other, the dependent one first") { SUCCEED("asserted while compiling"); }
