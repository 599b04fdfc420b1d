// SPDX-License-Identifier: BSL-1.0
// One of two models that each know the other by its name alone.
#pragma once

#include <koine/koine.hpp>

namespace two_headers {

struct pet;

struct owner {
    std::int64_t id{};
    std::string name;
};
constexpr auto describe(koine::model<owner>) {
    return koine::table("owners").primary_key<&owner::id>(koine::generated).has_many<"pets", pet, "owner">();
}

}  // namespace two_headers
