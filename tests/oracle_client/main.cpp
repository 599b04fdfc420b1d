// SPDX-License-Identifier: BSL-1.0
// oracle_client · main: rows, lists, includes, streams, errors and TLS on MySQL, through Oracle's client library.
#include <koine/driver/mysql.hpp>
#include <koine/koine.hpp>

#include <cstdio>
#include <cstdlib>

namespace oracle_client {

struct article;
struct author {
    std::int64_t id{};
    std::string name{};
    std::vector<std::byte> picture{};
    double height{};
    std::uint64_t views{};
    std::optional<bool> active{};
};
constexpr auto describe(koine::model<author>) {
    return koine::table("oracle_authors").primary_key<&author::id>(koine::generated).unique<&author::name>().has_many<"articles", article, "author">();
}
struct article {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
};
constexpr auto describe(koine::model<article>) {
    return koine::table("oracle_articles").primary_key<&article::id>(koine::generated).belongs_to<"author", author, &article::author_id>(koine::on_delete::cascade);
}
struct title { std::string title; };
struct page { std::string name; std::vector<title> articles; };

int failures = 0;
void check(bool holds, char const* what) {
    if (holds) return;
    std::printf("FAILED: %s\n", what);
    ++failures;
}
template <class Act>
koine::error_kind kind_of(Act act) {
    try { act(); } catch (koine::error const& failure) { return failure.kind(); }
    return koine::error_kind::other;
}

/// The value of a key in the variable's `key=value key=value`.
std::string word(std::string_view key, char const* variable) {
    std::string const all = std::string(" ") + (std::getenv(variable) == nullptr ? "" : std::getenv(variable)) + " ";
    std::size_t const at = all.find(" " + std::string(key) + "=");
    if (at == std::string::npos) return "";
    std::size_t const first = at + key.size() + 2;
    return all.substr(first, all.find(' ', first) - first);
}
std::string url(std::string const& parameters) {
    char const* const tcp = "KOINE_TEST_MYSQL_TCP";
    return "mysql://" + word("user", tcp) + ":" + word("password", tcp) + "@" + word("host", tcp) + ":" + word("port", tcp) + "/" + word("database", tcp) + parameters;
}

void run() {
    using koine::col;
    koine::database<koine::driver::mysql> db(url("?ssl-mode=required"));
    db.create_tables<author, article>();
    db.execute(koine::erase_all<author>());
    std::vector<std::byte> picture(3000000, std::byte{0xff});
    picture[1] = std::byte{0};
    author const ada = db.insert(author{.name = "Ada \xF0\x9F\x98\x80", .picture = picture, .height = 0.1 + 0.2, .views = ~std::uint64_t{0}, .active = true});
    author const read = db.one(koine::from<author>());
    check(read.picture == picture && read.name == ada.name && read.height == 0.1 + 0.2 && read.views == ~std::uint64_t{0} && read.active == true, "a row comes back as it went");
    std::vector<article> articles;
    for (int i = 0; i < 1234; ++i) articles.push_back({.author_id = ada.id, .title = "t" + std::to_string(i)});
    check(db.insert(articles) == 1234, "rows in bulk");
    page const whole = db.one(koine::from<author>().select<page>().include<&page::articles>(koine::order_by(koine::desc(col<&article::id>)), koine::limit(2)));
    check(whole.articles.size() == 2 && whole.articles[0].title == "t1233", "an include in its order");
    check(db.count(koine::from<article>().where(col<&article::title>.in({"t1", "t2", "none", "\"\\"}))) == 2, "a list");
    int rows = 0;
    for (article const& one : db.stream(koine::from<article>())) rows += one.author_id == ada.id ? 1 : 0;
    check(rows == 1234, "a stream");
    check(kind_of([&] { db.insert(author{.name = ada.name}); }) == koine::error_kind::unique, "a key exists already");
    check(kind_of([&] { db.insert(article{.author_id = 0, .title = "x"}); }) == koine::error_kind::foreign_key, "no such author");
    check(db.transaction([&](auto& tx) { return tx.execute(koine::update<author>().set(col<&author::height> = 2.0).where(col<&author::id> == ada.id)); }) == 1, "a transaction");
    check(kind_of([] { koine::database<koine::driver::mysql, koine::dialect::mariadb<>> wrong(url("")); }) == koine::error_kind::server, "MySQL is not MariaDB");
    check(kind_of([] { koine::database<koine::driver::mysql> wrong("mysql://test:wrong@" + word("host", "KOINE_TEST_MYSQL_TCP") + ":" + word("port", "KOINE_TEST_MYSQL_TCP") + "/test"); }) ==
              koine::error_kind::authentication, "a wrong password");
    // The full exchange of caching_sha2_password, without TLS: the client asks for the server's key.
    koine::database<koine::driver::mysql> plain(url("?ssl-mode=disabled"));
    check(plain.erase<author>(ada.id), "without encryption");
    check(db.count(koine::from<article>()) == 0, "articles go with their author");
    db.connection().execute("DROP TABLE oracle_articles, oracle_authors");
}

}  // namespace oracle_client

int main() {
    if (std::getenv("KOINE_TEST_MYSQL_TCP") == nullptr) {
        std::fputs("\n*** SKIPPED Oracle client: KOINE_TEST_MYSQL_TCP is not set\n\n", stderr);
        return 77;
    }
    try {
        oracle_client::run();
    } catch (koine::error const& failure) {
        std::printf("FAILED: %s (%s)\n", failure.what(), std::string(koine::name_of(failure.kind())).c_str());
        return 1;
    }
    return oracle_client::failures == 0 ? 0 : 1;
}
