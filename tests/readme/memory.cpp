// SPDX-License-Identifier: BSL-1.0
// readme · memory: the README's snippet about views and arenas, run.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/pmr.hpp>

#include <cstdio>

namespace blog {

struct article;
struct author {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<author>) { return koine::table("authors").primary_key<&author::id>(koine::generated).has_many<"articles", article, "author">(); }
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("articles").primary_key<&article::id>(koine::generated).belongs_to<"author", author, &article::author_id>();
}

struct byline { std::string_view title; std::int64_t author_id{}; };                // views of what the driver holds
struct kept_line { std::int64_t id{}; std::pmr::string title; };
struct kept_page { std::pmr::string name; std::pmr::vector<kept_line> articles; };

}  // namespace blog

int main() {
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<blog::author, blog::article>();
    blog::author const ada = db.insert(blog::author{.name = "Ada"});
    db.insert(blog::article{.author_id = ada.id, .title = "Notes on the Engine"});

    db.visit(koine::from<blog::article>().select<blog::byline>(), [](blog::byline const& seen) {
        std::fwrite(seen.title.data(), 1, seen.title.size(), stdout);              // gone when this returns
    });

    std::pmr::monotonic_buffer_resource arena;                                      // with <koine/pmr.hpp>
    std::pmr::vector<blog::kept_page> pages = db.all(koine::from<blog::author>().select<blog::kept_page>(), &arena);
    return pages.size() == 1 && pages[0].articles.at(0).title == "Notes on the Engine" ? 0 : 1;
}
