// SPDX-License-Identifier: BSL-1.0
// bench · mysql/inserts: the floors of inserting: row by row in a transaction, by statements of many rows, and on MariaDB
// by one statement that is run for many rows at once.
#include "server.hpp"

#include "../server_cases.hpp"

namespace bench::mysql {
namespace {

using library::draft;

constexpr std::string_view insert_into = "INSERT INTO drafts (user_id, title, body, score, published) VALUES (?, ?, ?, ?, ?)";
constexpr std::initializer_list<kind> value_kinds{kind::int64, kind::text, kind::text, kind::int32, kind::boolean};
constexpr std::initializer_list<kind> row_kinds{kind::int64, kind::int64, kind::text, kind::text, kind::int32, kind::boolean};
constexpr std::size_t columns = value_kinds.size();

void set_row(places& to, std::size_t at, draft const& row) {
    to.set(at, row.user_id);
    to.set(at + 1, std::string_view(row.title));
    to.set(at + 2, std::string_view(row.body));
    to.set(at + 3, row.score);
    to.set(at + 4, row.published);
}
void read_row(places const& from, draft& out) {
    from.read(0, out.id);
    from.read(1, out.user_id);
    from.read(2, out.title);
    from.read(3, out.body);
    from.read(4, out.score);
    from.read(5, out.published);
}

template <class Work>
std::int64_t in_transaction(MYSQL* on, Work const& work) {
    execute(on, "START TRANSACTION");
    work();
    execute(on, "COMMIT");
    return static_cast<std::int64_t>(drafts().size());
}

struct loop {
    connection on;
    std::size_t count;
    statement insert{on.get(), insert_into, value_kinds, {}};

    std::int64_t operator()() {
        in_transaction(on.get(), [this] {
            for (std::size_t i = 0; i < count; ++i) {
                set_row(insert.values(), 0, drafts()[i]);
                insert.run();
            }
        });
        return static_cast<std::int64_t>(count);
    }
};

/// MariaDB alone gives rows back as it writes them.
struct loop_returning {
    connection on;
    std::size_t count;
    statement insert{on.get(), std::string(insert_into) + " RETURNING id, user_id, title, body, score, published", value_kinds, row_kinds};

    std::vector<draft> operator()() {
        std::vector<draft> held(count);
        in_transaction(on.get(), [&] {
            for (std::size_t i = 0; i < count; ++i) {
                set_row(insert.values(), 0, drafts()[i]);
                insert.run();
                while (insert.fetch()) read_row(insert.row(), held[i]);
            }
        });
        return held;
    }
};
struct loop_reading_back {
    connection on;
    std::size_t count;
    statement insert{on.get(), insert_into, value_kinds, {}};
    statement select{on.get(), "SELECT id, user_id, title, body, score, published FROM drafts WHERE id = ?", {kind::int64}, row_kinds};

    std::vector<draft> operator()() {
        std::vector<draft> held(count);
        in_transaction(on.get(), [&] {
            for (std::size_t i = 0; i < count; ++i) {
                set_row(insert.values(), 0, drafts()[i]);
                insert.run();
                select.values().set(0, insert.last_key());
                for (select.run(); select.fetch();) read_row(select.row(), held[i]);
            }
        });
        return held;
    }
};

/// Statements of so many rows; what is left over goes row by row.
template <std::size_t Rows>
struct multi_row_values {
    connection on;
    statement one{on.get(), insert_into, value_kinds, {}};
    statement many{on.get(), text(), kinds(), {}};

    std::int64_t operator()() {
        return in_transaction(on.get(), [this] {
            std::size_t at = 0;
            for (; at + Rows <= drafts().size(); at += Rows) {
                for (std::size_t i = 0; i < Rows; ++i) set_row(many.values(), i * columns, drafts()[at + i]);
                many.run();
            }
            for (; at < drafts().size(); ++at) {
                set_row(one.values(), 0, drafts()[at]);
                one.run();
            }
        });
    }
    static int round_trips() { return static_cast<int>(drafts().size() / Rows + drafts().size() % Rows) + 2; }

private:
    static std::string text() {
        std::string sql(insert_into);
        for (std::size_t i = 1; i < Rows; ++i) sql.append(", (?, ?, ?, ?, ?)");
        return sql;
    }
    static std::vector<kind> kinds() {
        std::vector<kind> all;
        for (std::size_t i = 0; i < Rows; ++i) all.insert(all.end(), value_kinds);
        return all;
    }
};

#if defined(MARIADB_BASE_VERSION) || defined(MARIADB_PACKAGE_VERSION)

/// Connector/C sends all rows in one message, and MariaDB runs the statement for each.
struct array_binding {
    connection on;
    std::unique_ptr<MYSQL_STMT, decltype(&mysql_stmt_close)> insert = prepare(on.get());

    std::int64_t operator()() {
        std::size_t const count = drafts().size();
        std::vector<std::int64_t> users(count);
        std::vector<char const*> titles(count), bodies(count);
        std::vector<unsigned long> title_sizes(count), body_sizes(count);
        std::vector<std::int32_t> scores(count);
        std::vector<signed char> published(count);
        for (std::size_t i = 0; i < count; ++i) {
            draft const& row = drafts()[i];
            users[i] = row.user_id;
            titles[i] = row.title.data(), title_sizes[i] = row.title.size();
            bodies[i] = row.body.data(), body_sizes[i] = row.body.size();
            scores[i] = row.score;
            published[i] = row.published ? 1 : 0;
        }
        MYSQL_BIND binds[columns] = {};
        auto const point = [&](std::size_t at, enum_field_types type, void* values, unsigned long* sizes = nullptr) {
            binds[at].buffer_type = type;
            binds[at].buffer = values;
            binds[at].length = sizes;
        };
        point(0, MYSQL_TYPE_LONGLONG, users.data());
        point(1, MYSQL_TYPE_STRING, titles.data(), title_sizes.data());
        point(2, MYSQL_TYPE_STRING, bodies.data(), body_sizes.data());
        point(3, MYSQL_TYPE_LONG, scores.data());
        point(4, MYSQL_TYPE_TINY, published.data());
        auto const rows = static_cast<unsigned>(count);
        mysql_stmt_attr_set(insert.get(), STMT_ATTR_ARRAY_SIZE, &rows);
        return in_transaction(on.get(), [&] {
            if (mysql_stmt_bind_param(insert.get(), binds) != 0 || mysql_stmt_execute(insert.get()) != 0) fail(insert.get());
        });
    }

private:
    static std::unique_ptr<MYSQL_STMT, decltype(&mysql_stmt_close)> prepare(MYSQL* on) {
        std::unique_ptr<MYSQL_STMT, decltype(&mysql_stmt_close)> made(mysql_stmt_init(on), &mysql_stmt_close);
        if (mysql_stmt_prepare(made.get(), insert_into.data(), insert_into.size()) != 0) fail(made.get());
        return made;
    }
};

void add_array_binding() {
    if (server::is_mariadb()) add_at_all_distances(bulk_case(), "raw:array_binding", 3, [](distance const& at) { return inserting<server>(array_binding{server::get().connect(at)}); });
}

#else

void add_array_binding() {}

#endif

template <std::size_t Rows>
void add_multi_row_values() {
    using work = multi_row_values<Rows>;
    add_at_all_distances(bulk_case(), "raw:multi_row_values_" + std::to_string(Rows), work::round_trips(), [](distance const& at) { return inserting<server>(work{server::get().connect(at)}); });
}

cases const inserts([] {
    add_row_by_row(one_by_one, "raw:loop", 1, [](distance const& at, std::size_t count) { return inserting<server>(loop{server::get().connect(at), count}); });
    if (server::is_mariadb())
        add_row_by_row(returning, "raw:returning", 1, [](distance const& at, std::size_t count) { return inserting<server>(loop_returning{server::get().connect(at), count}); });
    add_row_by_row(returning, "raw:insert_and_select", 2, [](distance const& at, std::size_t count) { return inserting<server>(loop_reading_back{server::get().connect(at), count}); });
    add_multi_row_values<100>();
    add_multi_row_values<1000>();
    add_array_binding();
});

}  // namespace
}  // namespace bench::mysql
