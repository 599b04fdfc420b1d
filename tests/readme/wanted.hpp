// SPDX-License-Identifier: BSL-1.0
// readme · wanted: what the rows of the README's table stand on: its blog with comments and staff, and a body for each row.
#pragma once

#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <algorithm>
#include <cstdio>
#include <source_location>

namespace blog {

using database = koine::database<koine::driver::sqlite>;
using koine::col;

struct article;
struct comment;

struct author {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::email>()
        .has_many<"articles", article, "author">()
        .has_many<"comments", comment, "author">();
}
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title;
    bool published{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>(koine::on_delete::cascade)
        .has_many<"comments", comment, "article">()
        .index<&article::author_id, &article::published>();
}
struct comment {
    std::int64_t id{};
    std::int64_t article_id{};
    std::int64_t author_id{};
    std::string text;
    std::int64_t likes{};
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments")
        .primary_key<&comment::id>(koine::generated)
        .belongs_to<"article", article, &comment::article_id>(koine::on_delete::cascade)
        .belongs_to<"author", author, &comment::author_id>(koine::unindexed);
}
struct employee {
    std::int64_t id{};
    std::string name;
    std::optional<std::int64_t> boss_id{};
};
constexpr auto describe(koine::model<employee>) {
    return koine::table("employees").primary_key<&employee::id>().belongs_to<"boss", employee, &employee::boss_id>();
}

struct headline { std::int64_t id{}; std::string title; };
struct author_page { std::string name; std::vector<headline> articles; };

using texts = std::vector<std::string>;
using numbers = std::vector<std::int64_t>;

template <class Rows, class Member>
auto each(Rows const& rows, Member member) {
    std::vector<std::remove_cvref_t<decltype(rows[0].*member)>> values;
    for (auto const& row : rows) values.push_back(row.*member);
    return values;
}
template <class Rows>
numbers ids(Rows const& rows) {
    return each(rows, &Rows::value_type::id);
}
inline numbers sorted(numbers of) {
    std::sort(of.begin(), of.end());
    return of;
}
template <class Call>
koine::error_kind kind_of(Call const& call) {
    try {
        call();
    } catch (koine::error const& error) {
        return error.kind();
    }
    return koine::error_kind::other;
}

/// Ada has three articles, one of them a draft, Bob has one, Cyd none. Titles are in another order than keys.
inline void fill(database& db) {
    db.create_tables<author, article, comment, employee>();
    db.insert(std::vector<author>{{7, "Ada", "ada@example.org"}, {8, "Bob", std::nullopt}, {9, "Cyd", "cyd@example.org"}}, koine::keep_keys);
    db.insert(std::vector<article>{{5, 7, "Loops", true}, {6, 7, "Engine", false}, {7, 7, "Notes", true}, {8, 8, "Notes", true}}, koine::keep_keys);
    db.insert(std::vector<comment>{{1, 5, 8, "So?", 5}, {2, 5, 9, "Yes", 2}, {3, 7, 8, "No", 7}, {4, 8, 7, "Hm", 1}}, koine::keep_keys);
    db.insert(std::vector<employee>{{1, "Ada", {}}, {2, "Bob", 1}, {3, "Cyd", 2}, {4, "Dan", 1}});
}

/// A row of the table: what is wanted, and the code that gives it, run on a database of its own.
struct wanted {
    char const* what;
    void (*code)(database&);

    wanted(char const* what_is, void (*code_is)(database&)) : what(what_is), code(code_is) { all().push_back(*this); }
    static std::vector<wanted>& all() {
        static std::vector<wanted> rows;
        return rows;
    }
};

inline int failures = 0;

inline void check(bool holds, std::source_location const& at = std::source_location::current()) {
    if (holds) return;
    ++failures;
    std::printf("%s:%u: does not hold\n", at.file_name(), static_cast<unsigned>(at.line()));
}

/// Runs every row; how many checks failed, or -1 where there is no row.
inline int run_all() {
    for (wanted const& row : wanted::all()) {
        try {
            database db{":memory:"};
            fill(db);
            row.code(db);
        } catch (std::exception const& error) {
            ++failures;
            std::printf("%s: %s\n", row.what, error.what());
        }
    }
    return wanted::all().empty() ? -1 : failures;
}

}  // namespace blog
