// SPDX-License-Identifier: BSL-1.0
// driver · bulk_insert: a range of rows, by the database's own stream of rows or many in a statement; all or none.
#pragma once

#include <koine/driver/insert_row.hpp>

namespace koine::detail {

[[gnu::noinline]] inline std::size_t size_of_document(bound_value const& value) {
    std::string json;
    value.json->write(value, json, unsigned_form::number);
    return json.size() + 9;
}
[[gnu::noinline]] inline std::size_t size_of_array(bound_value const& array) {
    std::size_t size = 19;
    for (std::size_t i = 0; i < array.size; ++i) {
        bound_value const element = array.element_at(i);
        // A text may have an escape for each of its bytes.
        size += element.kind == bound_kind::text ? 6 * element.size + 3 : 25;
    }
    return size;
}
/// The bytes that values take in a statement, nearly.
inline std::size_t size_of_values(bound_value const* values, std::size_t count) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; ++i)
        size += values[i].kind == bound_kind::array ? size_of_array(values[i]) : values[i].kind == bound_kind::document ? size_of_document(values[i]) : values[i].kind == bound_kind::text || values[i].kind == bound_kind::bytes ? values[i].size + 9 : values[i].kind == bound_kind::decimal ? 44 : 19;
    return size;
}

/// How many rows a statement is to take at most; a driver says more where its server is the faster for it.
template <class Connection>
inline constexpr std::size_t rows_together = 128;
template <class Connection>
    requires requires { Connection::rows_together; }
inline constexpr std::size_t rows_together<Connection> = Connection::rows_together;

/// The text of an insert for one row, made to one for many, with an order of binds as long as it needs.
class many_rows_text {
public:
    many_rows_text(statement_view const& one, std::size_t columns) : one_(one), columns_(columns), text_(one.text) {}

    [[nodiscard]] statement_view of(std::size_t rows) {
        std::string_view const group = one_.text.substr(one_.text.size() - group_size());
        std::size_t const size = size_of(rows), binds = rows * columns_;
        if (text_.size() > size) text_.resize(size);
        text_.reserve(size);
        while (text_.size() < size) text_.append(", ").append(group);
        if (std::size_t at = order_.size(); at < binds)
            for (order_.resize(binds); at < binds; ++at) order_[at] = static_cast<short>(at);
        // One row's text and the number tell the whole.
        text_hash const hash{one_.hash.high + rows, one_.hash.low ^ (rows * 0x9e3779b97f4a7c15ULL)};
        return {text_, order_.data(), static_cast<int>(binds), hash};
    }
    [[nodiscard]] std::size_t size_of(std::size_t rows) const { return one_.text.size() + (rows - 1) * (group_size() + 2); }

private:
    /// Of `(?, ?)`.
    [[nodiscard]] std::size_t group_size() const { return columns_ * 3; }

    statement_view one_;
    std::size_t columns_;
    std::string text_;
    std::vector<short> order_;
};

/// Inserts rows by statements of as many as fit, a power of two, so that few statements serve every number of rows.
template <class Dialect, class Model, class Choice, class Driver>
class chunk_inserter {
public:
    static constexpr std::size_t columns = inserted_columns<Model, Choice>.size();
    static constexpr statement_view const& one_row = statement_of<Dialect, typename insert_rows_query<Model, Choice, 1, false>::tokens>;
    static constexpr std::size_t most_values = 8192;
    static constexpr std::size_t chunk = [] {
        std::size_t rows = 1;
        if (!one_row.text.ends_with("?)")) return rows;
        while (rows < rows_together<typename Driver::connection> && rows * 2 * columns <= most_values) rows *= 2;
        return rows;
    }();

    chunk_inserter(connection_state<Driver>& state, std::size_t expected) : state_(state) {
        sent_statement<Dialect, insert_rows_query<Model, Choice, 1, false>>::note();
        values_.reserve((expected < chunk ? expected : chunk) * columns);
    }

    /// The row must live until `finish`.
    void add(Model const& row) {
        values_.resize(values_.size() + columns);
        encode_row<Model, Choice>(row, values_.data() + values_.size() - columns);
        if (++waiting_ == chunk) finish();
    }
    /// A row that a range makes only when it is asked for is kept here.
    void add(Model&& row) {
        kept_.reserve(chunk);
        add(std::as_const(kept_.emplace_back(std::move(row))));
    }
    void finish() {
        bound_value const* values = values_.data();
        for (std::size_t rows = chunk; waiting_ > 0; rows /= 2)
            if (waiting_ >= rows) {
                send(values, rows);
                values += rows * columns;
                waiting_ -= rows;
            }
        values_.clear();
        kept_.clear();
    }

private:
    void send(bound_value const* values, std::size_t rows) {
        // A server takes statements up to a size; rows that are too large together may do by halves.
        std::size_t const largest = state_.connection.maximum_packet();
        if (rows > 1 && largest != 0 && std::max(text_.size_of(rows) + 64, size_of_values(values, rows * columns)) > largest - largest / 8) {
            send(values, rows / 2);
            return send(values + rows / 2 * columns, rows / 2);
        }
        if (rows == 1) run_write(state_, request{"insert", one_row, values});
        else run_write(state_, request{"insert", text_.of(rows), values});
    }

    connection_state<Driver>& state_;
    many_rows_text text_{one_row, columns};
    std::vector<bound_value> values_;
    std::vector<Model> kept_;
    std::size_t waiting_ = 0;
};

/// Inserts rows as a stream that follows one statement.
template <class Dialect, class Model, class Choice, class Driver>
class copy_inserter {
public:
    explicit copy_inserter(connection_state<Driver>& state, std::size_t) : state_(state) {
        // No server prepares a COPY; the INSERT of the same columns stands for it.
        sent_statement<Dialect, insert_rows_query<Model, Choice, 1, false>>::note();
        if (state.watcher != nullptr) started_ = monotonic_nanoseconds();
        guarded([&] { state_.connection.begin_copy(sql.data()); });
    }
    copy_inserter(copy_inserter const&) = delete;
    copy_inserter& operator=(copy_inserter const&) = delete;
    ~copy_inserter() {
        if (!finished_) state_.connection.abandon_copy();
        if (state_.watcher != nullptr) state_.watcher->finished({"insert", sql, monotonic_nanoseconds() - started_, rows_, !finished_});
    }
    void add(Model const& row) {
        bound_value values[columns];
        encode_row<Model, Choice>(row, values);
        guarded([&] {
            for (bound_value const& value : values)
                if (!is_utf8(value)) throw error(error_kind::encoding, "koine: a text value is not UTF-8").with_sql(sql);
            state_.connection.copy_row(values, static_cast<int>(columns));
        });
    }
    void finish() {
        guarded([&] { rows_ = state_.connection.end_copy(); });
        finished_ = true;
    }

private:
    static constexpr std::size_t columns = inserted_columns<Model, Choice>.size();
    static constexpr std::string_view sql = copy_text<Dialect, typename insert_rows_query<Model, Choice, 1, false>::tokens>.view().text;

    template <class Act>
    void guarded(Act act) {
        try {
            act();
        } catch (error const& failure) {
            state_.note_failure(failure);
            throw;
        }
    }

    connection_state<Driver>& state_;
    std::int64_t started_ = 0;
    std::int64_t rows_ = 0;
    bool finished_ = false;
};

template <class Dialect, class Model, class Choice>
inline constexpr bool copies_rows = Dialect::copies_rows && inserted_columns<Model, Choice>.size() > 0;
template <class Dialect, class Model, class Choice, class Driver>
using row_inserter = std::conditional_t<copies_rows<Dialect, Model, Choice>, copy_inserter<Dialect, Model, Choice, Driver>, chunk_inserter<Dialect, Model, Choice, Driver>>;

template <class Range>
std::size_t expected_rows(Range const& rows) {
    if constexpr (requires { std::size(rows); }) return static_cast<std::size_t>(std::size(rows));
    else return 0;
}

/// Inserts a range of rows, all or none; how many there were.
template <class Dialect, class Choice, class Driver, class Range>
std::int64_t insert_rows(connection_state<Driver>& state, Range const& rows) {
    using model = std::remove_cvref_t<decltype(*std::begin(rows))>;
    auto const insert = [&] {
        std::int64_t inserted = 0;
        auto row = std::begin(rows);
        auto const end = std::end(rows);
        if (row == end) return inserted;
        row_inserter<Dialect, model, Choice, Driver> inserter(state, expected_rows(rows));
        for (; row != end; ++row, ++inserted) {
            auto&& one = *row;
            require_no_keys<model, Choice>(one);
            inserter.add(std::forward<decltype(one)>(one));
        }
        inserter.finish();
        return inserted;
    };
    // A stream of rows is one statement, and all or none by itself: alone it needs no transaction and its round trips.
    if constexpr (copies_rows<Dialect, model, Choice>)
        if (outermost(state)) return state.require_ready(), insert();
    return in_transaction(state, {}, insert);
}

}  // namespace koine::detail
