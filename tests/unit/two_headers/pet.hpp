// SPDX-License-Identifier: BSL-1.0
// The other of two models that each know the other by its name alone.
#pragma once

#include <koine/koine.hpp>

namespace two_headers {

struct owner;

struct pet {
    std::int64_t id{};
    std::int64_t owner_id{};
    std::string name;
};
constexpr auto describe(koine::model<pet>) {
    return koine::table("pets").primary_key<&pet::id>(koine::generated).belongs_to<"owner", owner, &pet::owner_id>();
}

}  // namespace two_headers
