// SPDX-License-Identifier: BSL-1.0
// conformance · geography: countries, their cities and the streets of those, for the tests of schemas and of errors.
#pragma once

#include "law.hpp"
#include "server.hpp"

namespace geography {

struct city;
struct street;

struct country {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<country>) {
    return koine::table("countries").primary_key<&country::id>(koine::generated).unique<&country::name>();
}
struct city {
    std::int64_t id{};
    std::int64_t country_id{};
    std::string name{};
    std::optional<double> height{};
};
constexpr auto describe(koine::model<city>) {
    return koine::table("cities").primary_key<&city::id>(koine::generated).belongs_to<"country", country, &city::country_id>(koine::on_delete::cascade).index<&city::name>();
}
struct street {
    std::int64_t id{};
    std::int64_t city_id{};
    std::string name{};
    std::uint8_t lanes{};
};
constexpr auto describe(koine::model<street>) {
    return koine::table("streets").primary_key<&street::id>(koine::generated).belongs_to<"city", city, &street::city_id>(koine::on_delete::restrict);
}

}  // namespace geography
