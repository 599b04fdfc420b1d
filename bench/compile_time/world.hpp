// SPDX-License-Identifier: BSL-1.0
// bench · world: a shape of four levels, which both sides load.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace world {

struct street_line {
    std::int64_t id{};
    std::string name;
};
struct city_page {
    std::int64_t id{};
    std::string name;
    std::vector<street_line> streets;
};
struct country_page {
    std::int64_t id{};
    std::string name;
    std::vector<city_page> cities;
};
struct continent_page {
    std::int64_t id{};
    std::string name;
    std::vector<country_page> countries;
};

}  // namespace world
