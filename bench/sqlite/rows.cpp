// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/rows: whole tables, and a filtered page, to structs.
#include "case.hpp"
#include "place.hpp"
#include "queries.hpp"
#include "statement.hpp"

namespace bench::sqlite {
namespace {

constexpr char const* all_users = "SELECT id, name, email, age, active FROM users";
constexpr char const* all_posts = "SELECT id, user_id, title, body, score, published FROM posts";
constexpr char const* page_of_posts =
    "SELECT id, user_id, title, body, score, published FROM posts WHERE id > ? AND published = 1 AND score >= ? ORDER BY id LIMIT ?";

template <class Row>
struct koine_all {
    database& db;
    std::vector<Row> operator()() { return db.all(koine::from<Row>()); }
};

template <class How, class Row>
struct raw_all {
    statement prepared;
    std::vector<Row> operator()() { return read_rows<How, Row>(prepared); }
};

template <class Row>
void add_table(std::string const& table, char const* sql) {
    for (place const& where : places) {
        std::string const name = table + "/" + where.name;
        add(name, "koine", [where] { return koine_all<Row>{where.open()}; });
        add(name, "raw:checked", [where, sql] { return raw_all<checked, Row>{{where.open().native_handle(), sql}}; });
        add(name, "raw:unchecked", [where, sql] { return raw_all<unchecked, Row>{{where.open().native_handle(), sql}}; });
    }
    add(table + "/memory", "raw:serialized", [sql] { return raw_all<unchecked, Row>{{serialized_memory(), sql}}; });
}

struct koine_page {
    database& db;
    std::vector<library::post> operator()() { return db.all(filtered_page()); }
};

template <class How>
struct raw_page {
    statement prepared;
    std::vector<library::post> operator()() {
        prepared.bind(1, page_after);
        prepared.bind(2, page_score);
        prepared.bind(3, page_size);
        return read_rows<How, library::post>(prepared);
    }
};

cases const rows_to_structs([] {
    add_table<library::user>("users_" + std::to_string(size().users), all_users);
    add_table<library::post>("posts_" + std::to_string(size().posts()), all_posts);
    for (place const& where : places) {
        std::string const name = std::string("filtered_page/") + where.name;
        add(name, "koine", [where] { return koine_page{where.open()}; });
        add(name, "raw:prepared", [where] { return raw_page<checked>{{where.open().native_handle(), page_of_posts}}; });
        add(name, "raw:prepared_unchecked", [where] { return raw_page<unchecked>{{where.open().native_handle(), page_of_posts}}; });
    }
});

}  // namespace
}  // namespace bench::sqlite
