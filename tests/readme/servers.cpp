// SPDX-License-Identifier: BSL-1.0
// readme · servers: the README's snippet about servers, compiled and not run.
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
constexpr auto describe(koine::model<author>) { return koine::table("authors").primary_key<&author::id>(koine::generated); }
struct article {
    std::int64_t id{};
};
constexpr auto describe(koine::model<article>) { return koine::table("articles").primary_key<&article::id>(koine::generated); }

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
