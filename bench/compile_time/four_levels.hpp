// SPDX-License-Identifier: BSL-1.0
// bench · four_levels: one query whose shape holds lists in lists in lists; beside four_levels_by_hand.hpp.
#pragma once

#include "world.hpp"

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

namespace world {

struct continent {
    std::int64_t id{};
    std::string name;
};
struct country {
    std::int64_t id{};
    std::int64_t continent_id{};
    std::string name;
};
struct city {
    std::int64_t id{};
    std::int64_t country_id{};
    std::string name;
};
struct street {
    std::int64_t id{};
    std::int64_t city_id{};
    std::string name;
};
constexpr auto describe(koine::model<continent>) {
    return koine::table("continents").primary_key<&continent::id>().has_many<"countries", country, "continent">();
}
constexpr auto describe(koine::model<country>) {
    return koine::table("countries").primary_key<&country::id>().belongs_to<"continent", continent, &country::continent_id>().has_many<"cities", city, "country">();
}
constexpr auto describe(koine::model<city>) {
    return koine::table("cities").primary_key<&city::id>().belongs_to<"country", country, &city::country_id>().has_many<"streets", street, "city">();
}
constexpr auto describe(koine::model<street>) {
    return koine::table("streets").primary_key<&street::id>().belongs_to<"city", city, &street::city_id>();
}

std::vector<continent_page> continents(koine::database<koine::driver::sqlite>& db) {
    return db.all(koine::from<continent>().select<continent_page>());
}

}  // namespace world
