// SPDX-License-Identifier: BSL-1.0
// any_server: the quickstart's model on the database that a URL names; the same queries print the same everywhere.
//
//   any_server [--log] [URL]     sqlite::memory: unless said: sqlite:FILE, postgresql://…, mysql://…, mariadb://…

#include <koine/driver/libpq.hpp>
#include <koine/driver/mysql.hpp>
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>
#include <koine/open.hpp>
#include <koine/query_log.hpp>

#include <cstdio>
#include <cstring>

namespace blog {

struct article;

struct author {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("authors")
        .primary_key<&author::id>(koine::generated)
        .unique<&author::email>()
        .has_many<"articles", article, "author">();
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
        .index<&article::author_id, &article::published>();
}

struct headline { std::int64_t id{}; std::string title; };
struct author_page { std::string name; std::vector<headline> articles; };

auto page_of(std::string_view name) {
    using koine::col;
    return koine::from<author>()
        .select<author_page>()
        .include<&author_page::articles>(koine::where(col<&article::published>),
                                         koine::order_by(koine::desc(col<&article::id>)),
                                         koine::limit(10))
        .where(col<&author::name> == name);
}

/// Writes, reads and takes away again, on whatever database it is given.
void show(auto& db) {
    db.template create_tables<author, article>();
    db.transaction([](auto& transaction) {
        author const ada = transaction.insert(author{.name = "Ada", .email = "ada@example.org"});
        transaction.insert(std::vector<article>{{.author_id = ada.id, .title = "Notes on the Engine", .published = true},
                                                {.author_id = ada.id, .title = "A draft"},
                                                {.author_id = ada.id, .title = "On Bernoulli numbers", .published = true}});
        for (author_page const& page : transaction.all(page_of("Ada"))) {
            std::printf("%s\n", page.name.c_str());
            for (headline const& one : page.articles) std::printf("  %s\n", one.title.c_str());
        }
        // Her articles go with her, so that a second run prints the same.
        transaction.template erase<author>(ada.id);
    });
}

}  // namespace blog

int main(int argc, char** argv) {
    char const* url = "sqlite::memory:";
    bool logged = false;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--log") == 0) logged = true;
        else url = argv[i];
    }
    try {
        koine::query_log log{stderr};
        koine::open<koine::driver::sqlite, koine::driver::libpq, koine::driver::mysql>(url, [&](auto& db) {
            if (logged) db.observe(&log);
            blog::show(db);
        });
    } catch (koine::error const& failure) {
        std::fprintf(stderr, "any_server: %s\n", failure.what());
        return 1;
    }
}
