// SPDX-License-Identifier: BSL-1.0
// conformance · width: rows of 300 columns, and relations of long names.
#include "library.hpp"

#include <koine/wide.hpp>

namespace width {

using koine::asc;
using koine::col;
using koine::desc;
using koine::limit;
using koine::order_by;
using library::each;
using library::texts;

// clang-format off
#define COLUMNS(NAME) NAME##0{}, NAME##1{}, NAME##2{}, NAME##3{}, NAME##4{}, NAME##5{}, NAME##6{}, NAME##7{}, NAME##8{}, NAME##9{}
struct pointer;
struct owner;
struct wide {
    std::int64_t id{}, owner_id{};
    std::int64_t COLUMNS(a0), COLUMNS(a1), COLUMNS(a2), COLUMNS(a3), COLUMNS(a4), COLUMNS(a5), COLUMNS(a6), COLUMNS(a7), COLUMNS(a8), COLUMNS(a9), COLUMNS(a10), COLUMNS(a11), COLUMNS(a12), COLUMNS(a13), COLUMNS(a14);
    std::optional<std::int64_t> COLUMNS(n0), COLUMNS(n1), COLUMNS(n2), COLUMNS(n3), COLUMNS(n4), COLUMNS(n5), COLUMNS(n6), COLUMNS(n7), COLUMNS(n8), COLUMNS(n9), COLUMNS(n10), COLUMNS(n11), COLUMNS(n12), COLUMNS(n13), COLUMNS(n14);
    bool operator==(wide const&) const = default;
};
/// The same 300 columns, the last ten first.
struct turned {
    std::optional<std::int64_t> COLUMNS(n14), COLUMNS(n13), COLUMNS(n12), COLUMNS(n11), COLUMNS(n10), COLUMNS(n9), COLUMNS(n8), COLUMNS(n7), COLUMNS(n6), COLUMNS(n5), COLUMNS(n4), COLUMNS(n3), COLUMNS(n2), COLUMNS(n1), COLUMNS(n0);
    std::int64_t COLUMNS(a14), COLUMNS(a13), COLUMNS(a12), COLUMNS(a11), COLUMNS(a10), COLUMNS(a9), COLUMNS(a8), COLUMNS(a7), COLUMNS(a6), COLUMNS(a5), COLUMNS(a4), COLUMNS(a3), COLUMNS(a2), COLUMNS(a1), COLUMNS(a0);
};
#undef COLUMNS
// clang-format on
constexpr auto describe(koine::model<wide>) {
    return koine::table("wide").primary_key<&wide::id>(koine::generated).belongs_to<"owner", owner, &wide::owner_id>().has_many<"pointers", pointer, "target">();
}
struct owner {
    std::int64_t id{};
};
constexpr auto describe(koine::model<owner>) {
    return koine::table("owners").primary_key<&owner::id>(koine::generated).has_many<"rows", wide, "owner">();
}
struct pointer {
    std::int64_t id{};
    std::int64_t target_id{};
    std::optional<std::int64_t> other_id{};
};
constexpr auto describe(koine::model<pointer>) {
    return koine::table("pointers").primary_key<&pointer::id>(koine::generated).belongs_to<"target", wide, &pointer::target_id>().belongs_to<"other", wide, &pointer::other_id>();
}
struct owner_rows { std::vector<turned> rows; };
struct pointed { turned target; std::optional<turned> other; };
struct row_pointers { std::int64_t id{}; std::vector<pointed> pointers; };
struct owner_pointers { std::vector<row_pointers> rows; };

using numbers = std::vector<std::optional<std::int64_t>>;

/// Gives every column another number, or none to each that may have none and has `gap` for its number's remainder by three.
wide numbered(std::int64_t first, std::int64_t gap) {
    wide row{};
    auto const fill = [&](auto& member) {
        member = ++first;
        if constexpr (std::is_same_v<decltype(member), std::optional<std::int64_t>&>)
            if (first % 3 != gap) member.reset();
        return 0;
    };
    koine::detail::with_members(row, [&](auto&... member) { [[maybe_unused]] int const all[] = {fill(member)...}; });
    row.id = 0;
    return row;
}
/// The 300 numbers in the order of `turned`.
numbers numbers_of(wide const& row) {
    numbers const all = koine::detail::with_members(row, [](auto const&... member) { return numbers{member...}; });
    numbers moved;
    for (auto ten = all.end(); ten != all.begin() + 2; ten -= 10) moved.insert(moved.end(), ten - 10, ten);
    return moved;
}
numbers numbers_of(turned const& row) {
    return koine::detail::with_members(row, [](auto const&... member) { return numbers{member...}; });
}

TEST_CASE("300 columns: at the root, in a list, and by a to-one relation", "[include]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<pointer, wide, owner>();
    CHECK(db.check<pointer, wide, owner>().empty());
    std::int64_t const id = db.insert(owner{}).id;
    std::vector<wide> written{numbered(1000, 0), numbered(2000, 1), numbered(3000, 5)};
    std::vector<numbers> expected;
    for (wide& row : written) {
        row.owner_id = id;
        row = db.insert(row);
        expected.push_back(numbers_of(row));
        REQUIRE(expected.back().size() == 300);
    }
    auto const check = [](std::vector<turned> const& found, std::vector<numbers> const& rows) {
        std::vector<numbers> all;
        for (turned const& row : found) all.push_back(numbers_of(row));
        CHECK(all == rows);
    };
    CHECK(db.all(koine::from<wide>().order_by(asc(col<&wide::id>))) == written);
    check(db.all(koine::from<wide>().select<turned>().order_by(asc(col<&wide::id>))), expected);
    check(db.one(koine::from<owner>().select<owner_rows>().include<&owner_rows::rows>(order_by(desc(col<&wide::id>)))).rows, {expected[2], expected[1], expected[0]});
    check(db.one(koine::from<owner>().select<owner_rows>().include<&owner_rows::rows>(order_by(desc(col<&wide::a149>)), limit(2))).rows, {expected[2], expected[1]});
    for (auto const& [target, other] : {std::pair{0, 1}, {1, 2}, {0, -1}})
        db.insert(pointer{.target_id = written.at(static_cast<std::size_t>(target)).id, .other_id = other < 0 ? std::nullopt : std::optional(written.at(static_cast<std::size_t>(other)).id)});
    auto const check_pointed = [&](pointed const& found, std::size_t target, std::size_t other) {
        CHECK(numbers_of(found.target) == expected[target]);
        REQUIRE(found.other.has_value() == (other < 3));
        if (found.other) CHECK(numbers_of(*found.other) == expected[other]);
    };
    auto const pointers = db.all(koine::from<pointer>().select<pointed>().order_by(asc(col<&pointer::id>)));
    REQUIRE(pointers.size() == 3);
    check_pointed(pointers[0], 0, 1);
    check_pointed(pointers[1], 1, 2);
    check_pointed(pointers[2], 0, 3);
    auto const listed = db.one(koine::from<owner>().select<owner_pointers>().include<&owner_pointers::rows>(order_by(asc(col<&wide::id>))).include<&owner_pointers::rows, &row_pointers::pointers>(order_by(asc(col<&pointer::id>)))).rows;
    REQUIRE((listed.size() == 3 && listed[0].pointers.size() == 2 && listed[1].pointers.size() == 1 && listed[2].pointers.empty()));
    check_pointed(listed[0].pointers[0], 0, 1);
    check_pointed(listed[0].pointers[1], 0, 3);
    check_pointed(listed[1].pointers[0], 1, 2);
}

/// Relations of 80 characters, alike up to the last.
struct letter {
    std::int64_t id{};
    std::int64_t first_id{};
    std::optional<std::int64_t> second_id{};
    std::string name{};
};
constexpr auto describe(koine::model<letter>) {
    return koine::table("letters")
        .primary_key<&letter::id>(koine::generated)
        .belongs_to<"the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says1", letter, &letter::first_id>()
        .belongs_to<"the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says2", letter, &letter::second_id>()
        .has_many<"all_the_letters_that_say_this_one_was_before_or_after_them_as_the_last_one_says1", letter, "the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says1">()
        .has_many<"all_the_letters_that_say_this_one_was_before_or_after_them_as_the_last_one_says2", letter, "the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says2">();
}
struct letter_page {
    std::string name;
    library::named the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says1;
    std::optional<library::named> the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says2;
    std::vector<library::named> all_the_letters_that_say_this_one_was_before_or_after_them_as_the_last_one_says2;
    std::vector<library::named> all_the_letters_that_say_this_one_was_before_or_after_them_as_the_last_one_says1;
};
constexpr auto first = &letter_page::the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says1;
constexpr auto second = &letter_page::the_letter_that_was_written_before_this_one_or_after_it_as_the_last_figure_says2;
constexpr auto of_first = &letter_page::all_the_letters_that_say_this_one_was_before_or_after_them_as_the_last_one_says1;
constexpr auto of_second = &letter_page::all_the_letters_that_say_this_one_was_before_or_after_them_as_the_last_one_says2;

TEST_CASE("relation names of 80 characters: nothing in the text is made of them", "[include][relations]") {
    server::fresh here;
    auto& db = here.db;
    db.create_tables<letter>();
    CHECK(db.check<letter>().empty());
    db.insert(letter{.id = 7, .first_id = 7, .name = "a"}, koine::keep_keys);
    std::int64_t const b = db.insert(letter{.first_id = 7, .name = "b"}).id;
    db.insert(letter{.first_id = b, .second_id = 7, .name = "c"});
    static constexpr auto query = koine::from<letter>().select<letter_page>().include<of_first>(order_by(asc(col<&letter::name>))).order_by(asc(col<&letter::name>));
    auto const holds_no_name = [](std::string_view text) {
        CHECK((!text.empty() && text.find("the_letter") == text.npos && text.find("last") == text.npos));
    };
    holds_no_name(koine::sql_text<server::dialect>(query));
    for (std::string_view statement : koine::create_table_texts<server::dialect, letter>) holds_no_name(statement);
    auto const found = db.all(query);
    REQUIRE(found.size() == 3);
    CHECK(((found[0].*first).name == "a" && !(found[0].*second) && each(found[0].*of_first, &library::named::name) == texts{"a", "b"} && each(found[0].*of_second, &library::named::name) == texts{"c"}));
    CHECK(((found[1].*first).name == "a" && !(found[1].*second) && each(found[1].*of_first, &library::named::name) == texts{"c"} && (found[1].*of_second).empty()));
    CHECK(((found[2].*first).name == "b" && (found[2].*second)->name == "a" && (found[2].*of_first).empty() && (found[2].*of_second).empty()));
}

}  // namespace width
