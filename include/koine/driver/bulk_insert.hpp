// SPDX-License-Identifier: BSL-1.0
// driver · bulk_insert: a range of rows, by the database's own stream of rows or many in a statement; all or none.
#pragma once

#include <koine/driver/insert_row.hpp>

namespace koine::detail {

/// The bytes that values take in a statement, nearly.
inline std::size_t size_of_values(bound_value const* values, std::size_t count) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < count; ++i)
        size += values[i].kind == bound_kind::text || values[i].kind == bound_kind::bytes ? values[i].size + 9 : 9;
    return size;
}

/// Inserts rows by statements of many rows each; the rest row by row, by a statement of one.
template <class Dialect, class Model, class Choice, class Driver>
class chunk_inserter {
public:
    static constexpr std::size_t columns = inserted_columns<Model, Choice>.size();
    static constexpr std::size_t chunk = columns == 0 || columns > 500 ? 1 : columns > 10 ? 1000 / columns : 100;

    explicit chunk_inserter(connection_state<Driver>& state) : state_(state), values_(chunk * (columns == 0 ? 1 : columns)) {}

    /// The row must live until `finish`.
    void add(Model const& row) {
        encode_row<Model, Choice>(row, values_.data() + waiting_ * columns);
        if (++waiting_ == chunk) send_all();
    }
    /// A row that a range makes only when it is asked for is kept here.
    void add(Model&& row) {
        kept_.reserve(chunk);
        add(std::as_const(kept_.emplace_back(std::move(row))));
    }
    void finish() { send_each(); }

private:
    void send_all() {
        // A server takes statements up to a size; rows that are too large together may do alone.
        std::size_t const largest = state_.connection.maximum_packet();
        if (largest != 0 && size_of_values(values_.data(), chunk * columns) > largest - largest / 8) return send_each();
        send<chunk>(values_.data());
        sent();
    }
    void send_each() {
        for (std::size_t i = 0; i < waiting_; ++i) send<1>(values_.data() + i * columns);
        sent();
    }
    void sent() {
        waiting_ = 0;
        kept_.clear();
    }
    template <std::size_t Rows>
    void send(bound_value const* values) {
        using query = insert_rows_query<Model, Choice, static_cast<int>(Rows), false>;
        run_write(state_, request{"insert", statement_of<Dialect, typename query::tokens>, values});
    }

    connection_state<Driver>& state_;
    std::vector<bound_value> values_;
    std::vector<Model> kept_;
    std::size_t waiting_ = 0;
};

/// Inserts rows as a stream that follows one statement.
template <class Dialect, class Model, class Choice, class Driver>
class copy_inserter {
public:
    explicit copy_inserter(connection_state<Driver>& state) : state_(state) {
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

template <class Dialect, class Model, class Choice, class Driver>
using row_inserter = std::conditional_t<Dialect::copies_rows && (inserted_columns<Model, Choice>.size() > 0), copy_inserter<Dialect, Model, Choice, Driver>,
                                        chunk_inserter<Dialect, Model, Choice, Driver>>;

/// Inserts a range of rows in one transaction; how many there were.
template <class Dialect, class Choice, class Driver, class Range>
std::int64_t insert_rows(connection_state<Driver>& state, Range const& rows) {
    using model = std::remove_cvref_t<decltype(*std::begin(rows))>;
    return in_transaction(state, {}, [&] {
        std::int64_t inserted = 0;
        auto row = std::begin(rows);
        auto const end = std::end(rows);
        if (row == end) return inserted;
        row_inserter<Dialect, model, Choice, Driver> inserter(state);
        for (; row != end; ++row, ++inserted) {
            auto&& one = *row;
            require_no_keys<model, Choice>(one);
            inserter.add(std::forward<decltype(one)>(one));
        }
        inserter.finish();
        return inserted;
    });
}

}  // namespace koine::detail
