// SPDX-License-Identifier: BSL-1.0
// generator · shop: the models that generated queries ask, their rows, and the shapes that they give.
//
// Rows are chosen so that a wrong reading shows: NULLs, ties, negative numbers, empty texts, letters of four bytes, rows without
// partners. Doubles are sums of powers of two, so that every database adds them up alike.
#pragma once

#include <koine/koine.hpp>
#include <koine/expression/moment_function.hpp>
#include <koine/types/decimal.hpp>

namespace shop {

using namespace std::chrono_literals;
using date = std::chrono::year_month_day;
using instant = std::chrono::sys_time<std::chrono::microseconds>;
using price = koine::decimal<10, 2>;

enum class state { open, sent, lost };

struct region;
struct customer;
struct sale;
struct note;

struct region {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> parent_id{};
};
constexpr auto describe(koine::model<region>) {
    return koine::table("regions").primary_key<&region::id>().belongs_to<"parent", region, &region::parent_id>().has_many<"parts", region, "parent">().has_many<"customers", customer, "region">();
}
struct customer {
    std::int64_t id{};
    std::int64_t region_id{};
    std::string name{};
    std::optional<std::string> email{};
    bool active{};
    std::optional<std::int32_t> rating{};
    std::optional<date> born{};
};
constexpr auto describe(koine::model<customer>) {
    return koine::table("customers").primary_key<&customer::id>().belongs_to<"region", region, &customer::region_id>().has_many<"sales", sale, "customer">();
}
struct sale {
    std::int64_t id{};
    std::optional<std::int64_t> customer_id{};
    std::int32_t quantity{};
    double weight{};
    std::optional<double> discount{};
    price total{};
    std::optional<price> refund{};
    instant made{};
    std::optional<date> due{};
    std::optional<bool> paid{};
    shop::state state{};
};
constexpr auto describe(koine::model<sale>) {
    return koine::table("sales").primary_key<&sale::id>().belongs_to<"customer", customer, &sale::customer_id>().has_many<"notes", note, "sale">();
}
struct note {
    std::int64_t id{};
    std::int64_t sale_id{};
    std::optional<std::string> text{};
    std::int32_t likes{};
    std::optional<instant> read{};
};
constexpr auto describe(koine::model<note>) {
    return koine::table("notes").primary_key<&note::id>().belongs_to<"sale", sale, &note::sale_id>();
}

inline std::vector<region> regions() {
    return {{1, "World", {}}, {2, "North", 1}, {3, "South", 1}, {4, "north", 2}, {5, "", {}}, {6, "Z\u00fcrich", 2}};
}
inline std::vector<customer> customers() {
    return {{1, 2, "Ada", "ada@example.org", true, 5, date(1815y / 12 / 10)},
            {2, 2, "Bo", {}, false, -3, {}},
            {3, 3, "ada", "", true, 5, date(1969y / 12 / 31)},
            {4, 3, "Cy\u00e9", "cy%_!\\@example.org", true, {}, date(2024y / 2 / 29)},
            {5, 1, "", "bo@example.org", false, 0, date(2000y / 1 / 1)},
            {6, 4, "\U0001f600 smiles", {}, true, 60000, date(1969y / 12 / 31)},
            {7, 5, " Bo ", "bo@example.org", false, {}, {}}};
}
inline std::vector<sale> sales() {
    constexpr auto at = [](date day, std::chrono::microseconds time) { return std::chrono::sys_days(day) + time; };
    return {{1, 1, 3, 1.5, {}, price("12.50"), {}, at(2024y / 2 / 29, 9h + 30min), date(2024y / 3 / 1), true, state::open},
            {2, 1, -3, 0.25, 0.5, price("-0.05"), price("0.00"), at(2023y / 12 / 31, 23h + 59min + 59s + 999999us), {}, {}, state::sent},
            {3, 2, 0, -2.5, 0.5, price("12.50"), {}, at(1969y / 12 / 31, 23h + 59min + 59s + 500000us), date(1969y / 12 / 31), false, state::lost},
            {4, {}, 10, 0.0, -1.0, price("99999999.99"), price("1.10"), at(2024y / 2 / 29, 9h + 30min), date(2024y / 2 / 29), true, state::open},
            {5, 3, 7, 100.125, 0.0, price("0.00"), {}, at(1970y / 1 / 1, 0us), {}, false, state::sent},
            {6, 3, 7, 2.5, {}, price("7.00"), price("7.00"), at(2000y / 1 / 1, 12h), date(2000y / 12 / 31), {}, state::open},
            {7, 6, 50000, -0.5, 1.25, price("3.33"), {}, at(2024y / 12 / 30, 1us), date(2025y / 1 / 1), true, state::lost},
            {8, 4, -1, 3.5, {}, price("12.51"), price("-2.00"), at(1899y / 12 / 31, 23h), {}, true, state::sent}};
}
inline std::vector<note> notes() {
    return {{1, 1, "late", 2, {}},
            {2, 1, {}, -2, instant(1h)},
            {3, 2, "50% off", 0, instant(-1us)},
            {4, 3, "", 7, {}},
            {5, 3, "Late \u00e9t\u00e9", 2, instant(std::chrono::sys_days(date(2024y / 2 / 29)) + 1s)},
            {6, 6, "\U0001f600", 2, {}},
            {7, 7, "late", 41, {}},
            {8, 7, " x_y ", 0, instant(0us)}};
}

// What queries give: few structs, because each costs as much to compile as some queries.
struct mixed {
    std::optional<std::int64_t> number{};
    std::optional<double> real{};
    std::optional<std::string> text{};
    std::optional<bool> truth{};
};
struct dated {
    std::optional<std::int64_t> number{};
    std::optional<date> day{};
    std::optional<instant> moment{};
    std::optional<price> amount{};
    std::optional<koine::decimal<38, 2>> sum{};
    std::optional<shop::state> state{};
};
struct step {
    std::int64_t id{};
    std::int64_t depth{};
    std::optional<std::string> path{};
};
struct note_line {
    std::int64_t id{};
    std::optional<std::string> text{};
};
struct sale_page {
    std::int64_t id{};
    double weight{};
    std::vector<note_line> notes{};
};
struct customer_page {
    std::int64_t id{};
    std::optional<std::string> label{};
    std::optional<shop::region> region{};
    std::vector<sale_page> sales{};
};

}  // namespace shop
