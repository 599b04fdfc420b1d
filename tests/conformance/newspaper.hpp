// SPDX-License-Identifier: BSL-1.0
// conformance · newspaper: authors, what they write, and who works where, for the tests of trees and of connected rows.
#pragma once

#include "law.hpp"
#include "server.hpp"

#include <set>

namespace newspaper {

using koine::asc;
using koine::col;
using koine::desc;
using koine::order_by;

struct profile;
struct article;
struct comment;
struct tag;
struct tagging;

struct author {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> motto{};
    std::int32_t rank{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::name>()
        .default_value<&author::rank>(7)
        .has_one<"profile", profile, "author">()
        .has_many<"articles", article, "author">()
        .has_many<"edited", article, "editor">();
}
struct profile {
    std::int64_t id{};
    std::optional<std::int64_t> author_id{};
    std::string text{};
};
constexpr auto describe(koine::model<profile>) {
    return koine::table("profiles").primary_key<&profile::id>(koine::generated).unique<&profile::author_id>().belongs_to<"author", author, &profile::author_id>();
}
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::optional<std::int64_t> editor_id{};
    std::string title{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles")
        .primary_key<&article::id>(koine::generated)
        .belongs_to<"author", author, &article::author_id>()
        .belongs_to<"editor", author, &article::editor_id>()
        .has_many<"comments", comment, "article">()
        .many_to_many<"tags", tag, tagging, "article", "tag">();
}
struct comment {
    std::int64_t article_id{};
    std::int32_t number{};
    std::string text{};
};
constexpr auto describe(koine::model<comment>) {
    return koine::table("comments").primary_key<&comment::article_id, &comment::number>().belongs_to<"article", article, &comment::article_id>(koine::on_delete::cascade);
}
struct tag {
    std::int64_t id{};
    std::string label{};
};
constexpr auto describe(koine::model<tag>) {
    return koine::table("tags").primary_key<&tag::id>(koine::generated).unique<&tag::label>().many_to_many<"articles", article, tagging, "tag", "article">();
}
struct tagging {
    std::int64_t tag_id{};
    std::int64_t article_id{};
    std::int32_t weight{};
    std::optional<std::string> note{};
};
constexpr auto describe(koine::model<tagging>) {
    return koine::table("taggings")
        .primary_key<&tagging::article_id, &tagging::tag_id>()
        .default_value<&tagging::weight>(5)
        .belongs_to<"article", article, &tagging::article_id>(koine::on_delete::cascade)
        .belongs_to<"tag", tag, &tagging::tag_id>();
}

struct employee {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int64_t> boss_id{};
};
constexpr auto describe(koine::model<employee>) {
    return koine::table("employees").primary_key<&employee::id>(koine::generated).belongs_to<"boss", employee, &employee::boss_id>().has_many<"reports", employee, "boss">();
}

/// Keys of two columns, one of which both foreign keys of the junction share; pairs may be there twice.
struct worker;
struct duty;
struct project {
    std::int32_t tenant{};
    std::string code{};
    std::string title{};
};
constexpr auto describe(koine::model<project>) {
    return koine::table("projects").primary_key<&project::tenant, &project::code>().many_to_many<"workers", worker, duty, "project", "worker">();
}
struct worker {
    std::int32_t tenant{};
    std::int64_t number{};
    std::optional<std::int32_t> home_tenant{};
    std::optional<std::string> home_code{};
};
constexpr auto describe(koine::model<worker>) {
    return koine::table("workers").primary_key<&worker::tenant, &worker::number>().belongs_to<"home", project, &worker::home_tenant, &worker::home_code>().many_to_many<"projects", project, duty, "worker", "project">();
}
struct duty {
    std::int64_t id{};
    std::int32_t tenant{};
    std::string project_code{};
    std::int64_t worker_number{};
};
constexpr auto describe(koine::model<duty>) {
    return koine::table("duties")
        .primary_key<&duty::id>(koine::generated)
        .belongs_to<"project", project, &duty::tenant, &duty::project_code>()
        .belongs_to<"worker", worker, &duty::tenant, &duty::worker_number>();
}

/// A foreign key that references another key than the primary one.
struct city;
struct country {
    std::int64_t id{};
    std::optional<std::string> code{};
};
constexpr auto describe(koine::model<country>) {
    return koine::table("countries").primary_key<&country::id>(koine::generated).unique<&country::code>().has_many<"cities", city, "country">();
}
struct city {
    std::int64_t id{};
    std::optional<std::string> country_code{};
    std::string name{};
};
constexpr auto describe(koine::model<city>) {
    return koine::table("cities").primary_key<&city::id>(koine::generated).belongs_to<"country", country, &city::country_code>().references<&country::code>();
}

struct comment_input { std::int32_t number{}; std::string text{}; };
struct tag_input { std::int64_t id{}; std::string label{}; };
struct article_input { std::int64_t id{}; std::string title{}; std::int64_t author_id{}; std::vector<comment_input> comments{}; std::vector<tag_input> tags{}; };
struct profile_input { std::string text{}; std::optional<std::int64_t> author_id{}; };
struct author_input { std::int64_t id{}; std::string name{}; std::optional<profile_input> profile{}; std::vector<article_input> articles{}; };
constexpr auto describe(koine::input<author_input>) { return koine::rows_of<author>; }

struct title_input { std::string title{}; std::vector<comment_input> comments{}; };
struct keyless_input { std::string name{}; std::vector<title_input> articles{}; };
struct name_input { std::string name{}; };
struct kept_name { std::int64_t id{}; std::string name{}; };
struct struct_of_models { std::string name{}; std::vector<article> articles{}; };
struct written_input { std::string title{}; std::int64_t author_id{}; std::optional<std::int64_t> editor_id{}; kept_name author{}; std::optional<name_input> editor{}; };

struct third { std::string name{}; std::optional<std::int64_t> boss_id{}; };
struct second { std::string name{}; std::vector<third> reports{}; };
struct first { std::int64_t id{}; std::string name{}; std::vector<second> reports{}; };
struct upwards { std::string name{}; std::optional<name_input> boss{}; std::vector<third> reports{}; };

struct worker_input { std::int32_t tenant{}; std::int64_t number{}; };
struct project_input { std::int32_t tenant{}; std::string code{}; std::string title{}; std::vector<worker_input> workers{}; };
struct housed_input { std::int32_t tenant{}; std::int64_t number{}; std::optional<std::string> home_code{}; std::optional<project_input> home{}; };
struct city_input { std::string name{}; std::optional<std::string> country_code{}; };
struct country_input { std::optional<std::string> code{}; std::vector<city_input> cities{}; };

using ids = std::vector<std::int64_t>;

/// Counts statements by the word that they begin with, and how many different ones there were.
struct counter : koine::observer {
    int inserts = 0;
    int all = 0;
    std::set<std::string> texts{};
    void finished(koine::statement_event const& event) noexcept override {
        ++all;
        if (!event.sql.starts_with("INSERT")) return;
        ++inserts;
        texts.insert(std::string(event.sql));
    }
};

/// Ids of different tables differ: two authors are there, five articles of the second, and three tags.
struct press : server::fresh {
    author ada, bob;
    std::vector<article> articles;
    std::vector<tag> tags;

    press() {
        db.create_tables<author, profile, article, comment, tag, tagging, employee, project, worker, duty, country, city>();
        ada = db.insert(author{.name = "Ada"});
        bob = db.insert(author{.name = "Bob"});
        for (char const* title : {"p", "q", "r", "s", "t"}) articles.push_back(db.insert(article{.author_id = bob.id, .title = title}));
        for (char const* label : {"x", "y", "z"}) tags.push_back(db.insert(tag{.label = label}));
    }
    std::string titles_of(std::int64_t author_id) {
        std::string all;
        for (std::string const& one : db.all(koine::from<article>().select(col<&article::title>).where(col<&article::author_id> == author_id).order_by(asc(col<&article::title>)))) all += one;
        return all;
    }
    std::string edited_by(std::int64_t author_id) {
        std::string all;
        for (std::string const& one : db.all(koine::from<article>().select(col<&article::title>).where(col<&article::editor_id> == author_id).order_by(asc(col<&article::title>)))) all += one;
        return all;
    }
    /// The labels of an article's tags, each with its weight.
    std::string tags_of(std::int64_t article_id) {
        std::string all;
        for (tagging const& one : db.all(koine::from<tagging>().where(col<&tagging::article_id> == article_id).order_by(asc(col<&tagging::tag_id>))))
            all += db.find<tag>(one.tag_id)->label + std::to_string(one.weight);
        return all;
    }
    template <class... Models>
    std::vector<std::int64_t> counts() {
        return {db.count(koine::from<Models>())...};
    }
    std::vector<std::int64_t> all_counts() { return counts<author, profile, article, comment, tag, tagging>(); }
};

inline author_input big_tree(std::string const& name) {
    return {.name = name,
            .profile = profile_input{.text = "about " + name},
            .articles = {{.title = name + "1", .comments = {{.number = 2, .text = "b"}, {.number = 1, .text = "a"}}, .tags = {{.label = name + "x"}}},
                         {.title = name + "2"},
                         {.title = name + "3", .comments = {{.number = 9, .text = "c"}}, .tags = {{.label = name + "y"}, {.label = name + "z"}}}}};
}

}  // namespace newspaper
