// SPDX-License-Identifier: BSL-1.0
// readme · servers: the README's snippets about servers and about how lists are loaded, compiled and not run.
#include <koine/driver/libpq.hpp>
#include <koine/driver/mysql.hpp>
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/open.hpp>
#include <koine/pool.hpp>

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
struct headline { std::int64_t id{}; std::string title; };
struct author_page { std::string name; std::vector<headline> articles; };

}  // namespace blog

void servers(char const* url, PGconn* handle) {
    koine::database<koine::driver::libpq> postgres{"postgresql://ada@localhost/blog"};
    koine::database<koine::driver::mysql> mysql{"mysql://ada:secret@localhost/blog?ssl-mode=required"};
    koine::database<koine::driver::mysql, koine::dialect::mariadb<>> mariadb{"mariadb://ada@localhost/blog?socket=/run/mysqld/mysqld.sock"};
    koine::database<koine::driver::libpq> adopted{handle};                            // a PGconn*, MYSQL* or sqlite3* of one's own

    koine::open<koine::driver::sqlite, koine::driver::libpq, koine::driver::mysql>(url, [](auto& db) {
        db.template create_tables<blog::author, blog::article>();                     // the URL chooses driver and dialect
    });

    koine::pool<koine::driver::libpq> pool{url, {}, {.connections = 8}};              // for many threads
    pool.transaction({.isolation = koine::isolation::serializable, .attempts = 5},    // run again where a retry can help
                     [](auto& tx) { tx.insert(blog::author{.name = "Ada"}); });
}

void lists(koine::database<koine::driver::sqlite>& sqlite, char const* url) {
    auto pages = sqlite.all(koine::from<blog::author>().select<blog::author_page>().lists_by<koine::strategy::split>());
    koine::database<koine::driver::libpq, koine::loading<koine::dialect::postgres<>, koine::strategy::rows>> by_rows{url};
}
