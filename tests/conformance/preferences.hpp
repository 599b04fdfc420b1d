// SPDX-License-Identifier: BSL-1.0
// conformance · preferences: accounts whose columns are JSON in every form, two levels below a group.
#pragma once

#include <koine/json.hpp>

#include <map>

namespace json_columns {

using koine::json_null;
using koine::json_text;

enum class tone { low, high };

struct address {
    std::string city{};
    std::optional<std::string> street{};
    std::int64_t floor{};

    bool operator==(address const&) const = default;
};
struct settings {
    bool dark{};
    tone voice{};
    double volume{};
    std::int64_t whole{};
    std::uint64_t large{};
    std::string label{};
    std::optional<address> home{};
    std::vector<std::string> tags{};
    std::vector<address> places{};
    std::map<std::string, std::optional<std::int64_t>> scores{};
    std::vector<std::byte> bytes{};
    json_text any{};

    bool operator==(settings const&) const = default;
};
constexpr auto describe(koine::json<settings>) { return koine::json_column; }
constexpr auto describe(koine::json<std::vector<address>>) { return koine::json_column; }
constexpr auto describe(koine::json<std::map<std::string, address>>) { return koine::json_column; }

struct owner;
struct account;

struct group {
    std::int64_t id{};
};
constexpr auto describe(koine::model<group>) { return koine::table("groups").primary_key<&group::id>().has_many<"owners", owner, "group">(); }
struct owner {
    std::int64_t id{};
    std::int64_t group_id{};
};
constexpr auto describe(koine::model<owner>) {
    return koine::table("owners").primary_key<&owner::id>().belongs_to<"group", group, &owner::group_id>().has_many<"accounts", account, "owner">();
}
struct account {
    std::int64_t id{};
    std::int64_t owner_id{};
    settings chosen{};
    std::vector<address> addresses{};
    std::map<std::string, address> by_name{};
    std::optional<settings> old{};
    json_text raw{};
    std::optional<json_text> note{};

    bool operator==(account const&) const = default;
};
constexpr auto describe(koine::model<account>) {
    return koine::table("accounts").primary_key<&account::id>().belongs_to<"owner", owner, &account::owner_id>();
}

struct owner_accounts {
    std::vector<account> accounts{};
};
struct group_owners {
    std::vector<owner_accounts> owners{};
};

settings every() {
    return {.dark = true,
            .voice = tone::high,
            .volume = 0.1,
            .whole = std::numeric_limits<std::int64_t>::min(),
            .large = 18446744073709551615U,
            .label = "q\"u,o'te\\ \xF0\x9F\x98\x80 \n\x01",
            .home = address{"Z\xC3\xBCrich", "a", -3},
            .tags = {"", "null", "]"},
            .places = {{"A", std::nullopt, 1}, {}},
            .scores = {{"", 1}, {"k\"\\", std::nullopt}, {"z", 9007199254740993}},
            .bytes = {std::byte{0}, std::byte{255}},
            .any = json_text("[1]")};
}
account full() {
    return {.id = 1, .owner_id = 1, .chosen = every(), .addresses = {{"A", "b", 2}, {"C", std::nullopt, 0}}, .by_name = {{"x y", {"A", {}, 1}}, {"\xF0\x9F\x98\x80", {}}},
            .old = every(), .raw = json_text("true"), .note = json_null};
}
account bare() { return {.id = 2, .owner_id = 1}; }

}  // namespace json_columns
