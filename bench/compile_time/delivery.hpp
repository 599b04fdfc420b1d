// SPDX-License-Identifier: BSL-1.0
// bench · delivery: what a join of ten tables gives, which both sides load.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace shop {

struct delivery {
    std::int64_t id{};
    std::string product;
    std::string category;
    std::string supplier;
    std::string warehouse;
    std::string clerk;
    std::string customer;
    std::string city;
    std::string country;
    std::int64_t amount{};
};

}  // namespace shop
