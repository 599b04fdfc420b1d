// SPDX-License-Identifier: BSL-1.0
// bench · postgres/inserts: the floors of inserting: one by one in a transaction, by statements of many rows, by COPY.
#include "server.hpp"

#include "../server_cases.hpp"

namespace bench::postgres {
namespace {

using library::draft;

constexpr std::size_t columns = 5;
constexpr std::string_view insert_into = "INSERT INTO drafts (user_id, title, body, score, published) VALUES ";

template <std::size_t Count>
void bind_row(values<Count>& to, std::size_t at, draft const& row) {
    to.set_number(at, row.user_id);
    to.set(at + 1, row.title);
    to.set(at + 2, row.body);
    to.set_number(at + 3, row.score);
    to.set_number(at + 4, row.published);
}

template <class Work>
std::int64_t in_transaction(PGconn* on, Work const& work) {
    execute(on, "BEGIN");
    std::int64_t const inserted = work();
    execute(on, "COMMIT");
    return inserted;
}

struct loop {
    connection on;
    std::size_t count;
    statement insert{on.get(), "insert", (std::string(insert_into) + "($1, $2, $3, $4, $5)").c_str(), {}};

    std::int64_t operator()() {
        return in_transaction(on.get(), [this] {
            values<columns> bound;
            for (std::size_t i = 0; i < count; ++i) {
                bind_row(bound, 0, drafts()[i]);
                insert.run_for(PGRES_COMMAND_OK, bound);
            }
            return static_cast<std::int64_t>(count);
        });
    }
};

struct loop_returning {
    connection on;
    std::size_t count;
    statement insert{on.get(), "insert", (std::string(insert_into) + "($1, $2, $3, $4, $5) RETURNING id, user_id, title, body, score, published").c_str(),
                     {type::int64, type::int64, type::text, type::text, type::int32, type::boolean}};

    std::vector<draft> operator()() {
        std::vector<draft> held(count);
        in_transaction(on.get(), [&] {
            values<columns> bound;
            for (std::size_t i = 0; i < count; ++i) {
                bind_row(bound, 0, drafts()[i]);
                read_row(insert.run(bound).get(), held[i]);
            }
            return static_cast<std::int64_t>(count);
        });
        return held;
    }
    static void read_row(PGresult const* row, draft& out) {
        out.id = number_at<std::int64_t>(row, 0, 0);
        out.user_id = number_at<std::int64_t>(row, 0, 1);
        out.title.assign(text_at(row, 0, 2));
        out.body.assign(text_at(row, 0, 3));
        out.score = number_at<std::int32_t>(row, 0, 4);
        out.published = *PQgetvalue(row, 0, 5) != 0;
    }
};

/// Statements of so many rows; what is left over goes one by one.
struct multi_row_values {
    static constexpr std::size_t rows = 200;

    connection on;
    statement one{on.get(), "one", (std::string(insert_into) + "($1, $2, $3, $4, $5)").c_str(), {}};
    statement many{on.get(), "many", text().c_str(), {}};

    std::int64_t operator()() {
        return in_transaction(on.get(), [this] {
            std::size_t at = 0;
            values<rows * columns> bound;
            for (; at + rows <= drafts().size(); at += rows) {
                for (std::size_t i = 0; i < rows; ++i) bind_row(bound, i * columns, drafts()[at + i]);
                many.run_for(PGRES_COMMAND_OK, bound);
            }
            values<columns> single;
            for (; at < drafts().size(); ++at) {
                bind_row(single, 0, drafts()[at]);
                one.run_for(PGRES_COMMAND_OK, single);
            }
            return static_cast<std::int64_t>(at);
        });
    }
    static std::string text() {
        std::string sql(insert_into);
        for (std::size_t i = 0; i < rows * columns; ++i) sql.append(i == 0 ? "($" : i % columns == 0 ? "), ($" : ", $").append(std::to_string(i + 1));
        return sql + ")";
    }
};

/// One column of all rows as an array in binary.
class column_array {
public:
    column_array(Oid element, std::size_t count) {
        for (std::int32_t const word : {1, 0, static_cast<std::int32_t>(element), static_cast<std::int32_t>(count), 1}) append(word);
    }
    template <class Number>
    void add_number(Number value) {
        append(static_cast<std::int32_t>(sizeof(Number)));
        if constexpr (sizeof(Number) == 1) bytes_.push_back(static_cast<char>(value));
        else append(value);
    }
    void add_text(std::string_view text) {
        append(static_cast<std::int32_t>(text.size()));
        bytes_.append(text);
    }
    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    template <class Number>
    void append(Number value) {
        std::array<char, sizeof(Number)> big;
        store(value, big.data());
        bytes_.append(big.data(), big.size());
    }

    std::string bytes_;
};

/// One statement, whose arrays the server takes apart.
struct unnest {
    connection on;
    statement insert{on.get(), "insert",
                     "INSERT INTO drafts (user_id, title, body, score, published) SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::boolean[])", {}};

    std::int64_t operator()() {
        std::size_t const count = drafts().size();
        column_array users(type::int64, count), titles(type::text, count), bodies(type::text, count), scores(type::int32, count), published(type::boolean, count);
        for (draft const& row : drafts()) {
            users.add_number(row.user_id);
            titles.add_text(row.title);
            bodies.add_text(row.body);
            scores.add_number(row.score);
            published.add_number(row.published);
        }
        values<columns> bound;
        std::size_t at = 0;
        for (column_array const* const one : {&users, &titles, &bodies, &scores, &published}) bound.set(at++, one->bytes());
        return std::strtoll(PQcmdTuples(insert.run_for(PGRES_COMMAND_OK, bound).get()), nullptr, 10);
    }
};

/// The rows follow one statement, which is all or nothing by itself.
struct copy_binary {
    connection on;
    std::string block{};  ///< not sent yet

    std::int64_t operator()() {
        result const begun(PQexec(on.get(), "COPY drafts (user_id, title, body, score, published) FROM STDIN (FORMAT binary)"));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN) fail(on.get());
        block.assign("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
        for (draft const& row : drafts()) {
            append(columns, 2);
            append_number(row.user_id);
            append_text(row.title);
            append_text(row.body);
            append_number(row.score);
            append(1, 4);
            block.push_back(row.published ? 1 : 0);
            if (block.size() > 65536) send();
        }
        append(-1, 2);
        send();
        if (PQputCopyEnd(on.get(), nullptr) != 1) fail(on.get());
        result const ended = take(on.get(), PGRES_COMMAND_OK);
        take_end(on.get());
        return std::strtoll(PQcmdTuples(ended.get()), nullptr, 10);
    }

private:
    void append(std::int32_t number, std::size_t bytes) {
        std::array<char, 4> big;
        store(number, big.data());
        block.append(big.data() + 4 - bytes, bytes);
    }
    template <class Number>
    void append_number(Number value) {
        std::array<char, sizeof(Number)> big;
        store(value, big.data());
        append(sizeof(Number), 4);
        block.append(big.data(), big.size());
    }
    void append_text(std::string_view text) {
        append(static_cast<std::int32_t>(text.size()), 4);
        block.append(text);
    }
    void send() {
        if (PQputCopyData(on.get(), block.data(), static_cast<int>(block.size())) != 1) fail(on.get());
        block.clear();
    }
};

template <class Work>
auto insert_all() {
    return [](distance const& at) { return inserting<server>(Work{server::get().connect(at)}); };
}

cases const inserts([] {
    add_row_by_row(one_by_one, "raw:loop", 1, [](distance const& at, std::size_t count) { return inserting<server>(loop{server::get().connect(at), count}); });
    add_row_by_row(returning, "raw:returning", 1, [](distance const& at, std::size_t count) { return inserting<server>(loop_returning{server::get().connect(at), count}); });
    int const statements = static_cast<int>(drafts().size() / multi_row_values::rows + drafts().size() % multi_row_values::rows);
    add_at_all_distances(bulk_case(), "raw:multi_row_values", statements + 2, insert_all<multi_row_values>());
    add_at_all_distances(bulk_case(), "raw:unnest", 1, insert_all<unnest>());
    add_at_all_distances(bulk_case(), "raw:copy", 2, insert_all<copy_binary>());
});

}  // namespace
}  // namespace bench::postgres
