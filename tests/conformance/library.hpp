// SPDX-License-Identifier: BSL-1.0
// conformance · library: authors, their articles and the comments on them, for the tests of includes.
#pragma once

#include "law.hpp"
#include "server.hpp"

namespace library {

struct profile;
struct article;
struct comment;

struct author {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> mentor_id{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .belongs_to<"mentor", author, &author::mentor_id>()
        .has_many<"students", author, "mentor">()
        .has_one<"profile", profile, "author">()
        .has_many<"articles", article, "author">()
        .has_many<"edited", article, "editor">();
}
struct profile {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::string> motto{};
    std::optional<std::int64_t> age{};
};
constexpr auto describe(koine::model<profile>) {
    return koine::table("profiles").primary_key<&profile::id>(koine::generated).unique<&profile::author_id>().belongs_to<"author", author, &profile::author_id>();
}
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::int64_t> editor_id{};
    std::string title{};
    std::int32_t rank{};
    std::optional<std::int32_t> weight{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>()
        .belongs_to<"editor", author, &article::editor_id>()
        .has_many<"comments", comment, "article">();
}
struct comment {
    std::int64_t id{};
    std::int64_t article_id{};
    std::int64_t author_id{};
    std::int32_t score{};
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments")
        .primary_key<&comment::id>(koine::generated)
        .belongs_to<"article", article, &comment::article_id>()
        .belongs_to<"author", author, &comment::author_id>();
}

struct named { std::string name; };
struct title_only { std::string title; };
struct author_titles { std::string name; std::vector<title_only> articles; };

template <class Rows, class Member>
auto each(Rows const& rows, Member member) {
    std::vector<std::remove_cvref_t<decltype(rows[0].*member)>> values;
    for (auto const& row : rows) values.push_back(row.*member);
    return values;
}
using texts = std::vector<std::string>;
using scores = std::vector<std::int32_t>;

/// Ada has five articles, with editors, comments and ties; Bob has one without comments; Cyd has none.
struct books : server::fresh {
    author ada, bob, cyd;

    explicit books(server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<author, profile, article, comment>();
        ada = db.insert(author{.name = "Ada"});
        bob = db.insert(author{.name = "Bob", .mentor_id = ada.id});
        cyd = db.insert(author{.name = "Cyd", .mentor_id = bob.id});
        // Titles in another order than ranks, ranks in another than ids.
        article const e = add("e", 2, {}, bob.id), b = add("b", 9, 5, {}), d = add("d", 2, 1, cyd.id), a = add("a", 4, {}, {}), c = add("c", 2, 3, bob.id);
        db.insert(article{.author_id = bob.id, .title = "f", .rank = 1});
        for (auto const& [parent, score] : {std::pair{e, 3}, {e, 8}, {b, 5}, {d, 1}, {e, 6}, {d, 7}, {b, 2}, {d, 4}, {c, 9}})
            db.insert(comment{.article_id = parent.id, .author_id = cyd.id, .score = score});
        static_cast<void>(a);
    }
    article add(char const* title, std::int32_t rank, std::optional<std::int32_t> weight, std::optional<std::int64_t> editor) {
        return db.insert(article{.author_id = ada.id, .editor_id = editor, .title = title, .rank = rank, .weight = weight});
    }
    template <class Shape, class... Windows>
    Shape of(author const& who, Windows const&... windows) {
        return db.one(koine::from<author>().select<Shape>().template include<&Shape::articles>(windows...).where(koine::col<&author::id> == who.id));
    }
    template <class... Windows>
    texts titles(author const& who, Windows const&... windows) {
        return each(of<author_titles>(who, windows...).articles, &title_only::title);
    }
    /// The kind of the error that a query ends in.
    template <class Query>
    std::string failure_of(Query const& query) {
        return conformance::kind_of([&] { db.all(query); });
    }
};

}  // namespace library
