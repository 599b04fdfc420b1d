// SPDX-License-Identifier: BSL-1.0
// bench · four_levels_by_hand: the rows of one join, folded: a level begins anew where its key changes.
#pragma once

#include "statement.hpp"
#include "world.hpp"

namespace world {

/// The element of a level that a row belongs to: the last one, or a new one.
template <class Element>
Element& element_of(std::vector<Element>& level, blog::statement& rows, int column) {
    std::int64_t const id = rows.integer(column);
    if (level.empty() || level.back().id != id) {
        Element& one = level.emplace_back();
        one.id = id;
        one.name = rows.text(column + 1);
    }
    return level.back();
}

std::vector<continent_page> continents(sqlite3* db) {
    blog::statement rows(db, "SELECT continents.id, continents.name, countries.id, countries.name, cities.id, cities.name, streets.id, streets.name FROM continents "
                             "LEFT JOIN countries ON continent_id = continents.id LEFT JOIN cities ON country_id = countries.id LEFT JOIN streets ON city_id = cities.id "
                             "ORDER BY continents.id, countries.id, cities.id, streets.id");
    std::vector<continent_page> all;
    while (rows.step()) {
        continent_page& continent = element_of(all, rows, 0);
        if (rows.null(2)) continue;
        country_page& country = element_of(continent.countries, rows, 2);
        if (rows.null(4)) continue;
        city_page& city = element_of(country.cities, rows, 4);
        if (!rows.null(6)) element_of(city.streets, rows, 6);
    }
    return all;
}

}  // namespace world
