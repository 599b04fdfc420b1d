// SPDX-License-Identifier: BSL-1.0
// bench · mysql/rows: the floors of reading rows: by a key, whole tables, a filtered page.
#include "rows.hpp"
#include "server.hpp"

#include "../server_cases.hpp"

namespace bench::mysql {
namespace {

struct next_lookup {
    point_lookup find;
    next_key key{};

    std::optional<library::user> operator()() { return find(key()); }
};

template <class Row>
std::vector<Row> all_rows(statement& prepared) {
    std::vector<Row> rows;
    prepared.run();
    while (prepared.fetch()) read_row(prepared.row(), rows.emplace_back());
    return rows;
}

template <class Row>
struct whole_table {
    connection on;
    statement prepared;
    std::vector<Row> operator()() { return all_rows<Row>(prepared); }
};
template <class Row>
struct whole_table_as_text {
    connection on;
    std::string_view sql;
    std::vector<Row> operator()() {
        std::vector<Row> rows;
        if (mysql_real_query(on.get(), sql.data(), sql.size()) != 0) fail(on.get());
        each_row(on.get(), [&](text_row const& row) { read_row(row, rows.emplace_back()); });
        return rows;
    }
};

struct filtered_page {
    connection on;
    statement prepared{on.get(), std::string(select_posts) + " WHERE id > ? AND published AND score >= ? ORDER BY id LIMIT ?",
                       {kind::int64, kind::int64, kind::int64}, post_kinds};

    std::vector<library::post> operator()() {
        prepared.values().set(0, page_after);
        prepared.values().set(1, page_score);
        prepared.values().set(2, page_size);
        return all_rows<library::post>(prepared);
    }
};

template <class Row>
void add_table(std::string const& name, char const* sql, std::initializer_list<kind> kinds) {
    add_at_all_distances(name, "raw:prepared", 1, [sql, kinds](distance const& at) {
        connection on = server::get().connect(at);
        MYSQL* const handle = on.get();
        return whole_table<Row>{std::move(on), statement(handle, sql, {}, kinds)};
    });
    add_at_all_distances(name, "raw:text_rows", 1, [sql](distance const& at) { return whole_table_as_text<Row>{server::get().connect(at), sql}; });
}

cases const rows_to_structs([] {
    add_at_all_distances("point_lookup", "raw:prepared", 1, [](distance const& at) { return next_lookup{{server::get().connect(at)}}; });
    add_table<library::user>(rows_case("users", size().users), select_users, user_kinds);
    add_table<library::post>(rows_case("posts", size().posts()), select_posts, post_kinds);
    add_at_all_distances("filtered_page", "raw:prepared", 1, [](distance const& at) { return filtered_page{server::get().connect(at)}; });
});

}  // namespace
}  // namespace bench::mysql
