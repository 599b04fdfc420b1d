// SPDX-License-Identifier: BSL-1.0
// Descriptors, rows and binds as Boost.Hana sequences.

#include <koine/hana.hpp>
#include <koine/koine.hpp>

#include <boost/hana/at.hpp>
#include <boost/hana/back.hpp>
#include <boost/hana/equal.hpp>
#include <boost/hana/front.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/size.hpp>
#include <boost/hana/transform.hpp>
#include <boost/hana/unpack.hpp>

#include <catch2/catch.hpp>

namespace hana_test {

namespace hana = boost::hana;
using koine::col;
using koine::storage;

struct pet {
    std::int64_t id{};
    std::string name;
    std::optional<std::uint8_t> age{};
    double weight{};
    std::vector<std::byte> chip{};
};
constexpr auto describe(koine::model<pet>) { return koine::table("pets").primary_key<&pet::id>(koine::generated).column<&pet::name>("called"); }

TEST_CASE("columns_of: one type for each column, with its descriptor and the member's type") {
    constexpr auto columns = koine::columns_of<pet>();
    static_assert(hana::length(columns) == hana::size_c<5>);
    using name = std::remove_cvref_t<decltype(hana::at_c<1>(columns))>;
    static_assert(std::is_same_v<name::value_type, std::string> && std::is_same_v<name::model, pet> && name::index == 1);
    static_assert(name::descriptor().name == "called" && name::descriptor().member == "name" && name::descriptor().kind == storage::text);
    using age = std::remove_cvref_t<decltype(hana::at_c<2>(columns))>;
    static_assert(std::is_same_v<age::value_type, std::optional<std::uint8_t>> && age::descriptor().nullable && age::descriptor().maximum == 255);
    static_assert(std::remove_cvref_t<decltype(hana::front(columns))>::descriptor().generated);
    std::string names;
    hana::for_each(columns, [&](auto column) { names.append(decltype(column)::descriptor().name).append(column.index == 4 ? "" : ","); });
    CHECK(names == "id,called,age,weight,chip");
}

TEST_CASE("members_of: references to a row's members, and to those of any shape") {
    pet one{.id = 3, .name = "Rex", .age = 4, .weight = 1.5};
    auto members = koine::members_of(one);
    static_assert(std::is_same_v<decltype(hana::at_c<1>(members)), std::string&>);
    CHECK(&hana::at_c<1>(members) == &one.name);
    hana::at_c<1>(members) = "Max";
    *hana::at_c<2>(members) += 1;
    CHECK((one.name == "Max" && one.age == 5));
    pet const& fixed = one;
    auto const read = koine::members_of(fixed);
    static_assert(std::is_same_v<decltype(hana::at_c<3>(read)), double const&>);
    CHECK(&hana::at_c<3>(read) == &one.weight);
    CHECK(hana::unpack(read, [](auto const&... member) { return sizeof...(member); }) == 5);
    struct pair {
        int left = 1;
        std::vector<pet> right;
    } shape;
    hana::for_each(koine::members_of(shape), [](auto& member) {
        if constexpr (std::is_same_v<decltype(member), int&>) member = 8;
        else member.resize(2);
    });
    CHECK((shape.left == 8 && shape.right.size() == 2));
}

template <class Query>
constexpr auto kinds(Query const&) {
    return hana::unpack(koine::binds_of<Query>(), [](auto... kind) { return std::array<storage, sizeof...(kind)>{decltype(kind)::value...}; });
}

TEST_CASE("binds_of: the kinds of a query's values, in the order in which it was given them") {
    constexpr auto none = koine::from<pet>();
    static_assert(hana::length(koine::binds_of<std::remove_cvref_t<decltype(none)>>()) == hana::size_c<0>);
    constexpr auto query = koine::from<pet>().where(col<&pet::id> == 7 && col<&pet::weight> > 0.5).limit(3);
    static_assert(kinds(query) == std::array{storage::int64, storage::float64, storage::int64});
    auto const owned = koine::from<pet>().where(col<&pet::name> == std::string("Rex") && col<&pet::age>.in({1, 2}) && col<&pet::chip> == std::vector<std::byte>{});
    CHECK(kinds(owned) == std::array{storage::text, koine::type<std::uint8_t>::kind, storage::bytes});
    auto const update = koine::update<pet>().set(col<&pet::age> = 5, col<&pet::name> = "Max").where(col<&pet::id> == 1);
    CHECK(kinds(update) == std::array{koine::type<std::uint8_t>::kind, storage::text, storage::int64});
}

}  // namespace hana_test
