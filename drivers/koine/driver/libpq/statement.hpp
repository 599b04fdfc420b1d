// SPDX-License-Identifier: BSL-1.0
// driver · libpq/statement: a statement of a connection, prepared there under a name or sent with its text, and its rows.
#pragma once

#include <koine/driver/libpq/cell.hpp>
#include <koine/driver/libpq/link.hpp>
#include <koine/driver/libpq/parameters.hpp>
#include <koine/driver/libpq/records.hpp>

#include <memory>

namespace koine::detail {

/// The name of a prepared statement.
class libpq_name {
public:
    explicit libpq_name(std::uint64_t number) { *std::to_chars(drop_ + 17, drop_ + sizeof(drop_), number).ptr = '\0'; }
    [[nodiscard]] char const* text() const { return drop_ + 11; }
    /// The statement that drops it.
    [[nodiscard]] char const* drop() const { return drop_; }

private:
    char drop_[40] = "DEALLOCATE koine_";
};

/// Whether a statement only reads, as its words say: giving it up half-way undoes nothing.
constexpr bool only_reads(std::string_view sql) {
    auto const has_at = [sql](std::size_t at, std::string_view word) {
        if (sql.size() < at + word.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if ((sql[at + i] & ~0x20) != word[i]) return false;
        return true;
    };
    if (has_at(0, "SELECT") || has_at(0, "VALUES")) return true;
    if (!has_at(0, "WITH")) return false;
    for (std::size_t at = 0; at < sql.size(); ++at)
        for (std::string_view const word : {"INSERT", "UPDATE", "DELETE", "MERGE"})
            if (has_at(at, word)) return false;
    return true;
}

/// A statement with everything that belongs to it.
class libpq_query {
public:
    /// One that is sent with its text at each run: the server keeps nothing of it.
    libpq_query(libpq_link& link, std::string_view sql) : link_(link), sql_(sql), parameters_(sql_), reads_(only_reads(sql)) {}
    /// One that the server prepared and described under a name.
    libpq_query(libpq_link& link, std::string_view sql, std::uint64_t number, PGresult const* description)
        : link_(link), sql_(sql), number_(number), name_(number), parameters_(description), reads_(only_reads(sql)), binary_(all_binary(description)) {
        read_columns(description, binary_, columns_);
        link.use_name();
    }
    libpq_query(libpq_query const&) = delete;
    libpq_query& operator=(libpq_query const&) = delete;
    ~libpq_query() {
        reset();
        if (number_ != 0) link_.forget_name(number_);
    }

    void bind(int position, bound_value const& value) { parameters_.bind(position, value, sql_); }
    void one_by_one() { one_by_one_ = true; }
    bool step() {
        if (result_.get() == nullptr) run();
        return ++row_ < rows_ || (more_ && next());
    }
    void reset() noexcept {
        if (more_) give_up();
        result_.clear();
        one_by_one_ = false;
        lists_ = false;
    }

    [[nodiscard]] int column_count() const { return number_ == 0 && columns_.empty() ? -1 : static_cast<int>(columns_.size()); }
    [[nodiscard]] libpq_cell cell(int column) { return libpq_cell({result_.get(), row_, column, columns_.data() + column}); }
    void expect_lists() { lists_ = true; }
    [[nodiscard]] bool runs_to_end() const { return !reads_; }
    [[nodiscard]] std::string_view sql() const { return sql_; }

    /// Sends it with its values, and waits for nothing.
    bool send() {
        libpq_parameters const& with = parameters_;
        if (number_ == 0) return PQsendQueryParams(link_.handle, sql_.c_str(), with.count(), nullptr, with.values(), with.lengths(), with.formats(), lists_ ? 1 : 0) != 0;
        return PQsendQueryPrepared(link_.handle, name_.text(), with.count(), with.values(), with.lengths(), with.formats(), binary_ ? 1 : 0) != 0;
    }
    /// Takes the result of a run that was sent.
    void take(libpq_result result) {
        if (number_ == 0) describe(result.get());
        keep(std::move(result), -1);
    }

private:
    void run() {
        link_.require_idle(sql_);
        if (one_by_one_) return begin_rows();
        if (!send()) [[unlikely]] link_.fail({}, sql_);
        libpq_result result(PQgetResult(link_.handle));
        link_.require_success(result, sql_);
        link_.finish(sql_);
        if (!reads_) link_.count_changes(result);
        take(std::move(result));
    }
    void describe(PGresult const* result) { read_columns(result, lists_, columns_); }
    void keep(libpq_result result, int row) {
        result_ = std::move(result);
        row_ = row;
        rows_ = PQntuples(result_.get());
    }

    // ---- rows in constant memory
    void begin_rows() {
        bool const inside = link_.in_transaction();
        if (!send()) link_.fail({}, sql_);
#ifdef LIBPQ_HAS_CHUNK_MODE
        PQsetChunkedRowsMode(link_.handle, 64);
#else
        PQsetSingleRowMode(link_.handle);
#endif
        link_.occupy(this, "giving rows", inside);
        more_ = true;
        next();
        if (number_ == 0) describe(result_.get());
        row_ = -1;  // the first row is here, and `step` goes to it
    }
    /// Takes the next row, or the next few; the last result has none, and says how many there were.
    bool next() {
        if (!link_.occupied_by(this)) throw error(error_kind::transaction, "postgres: the rows ended with the transaction, which was rolled back").with_sql(sql_);
        libpq_result found(PQgetResult(link_.handle));
#ifdef LIBPQ_HAS_CHUNK_MODE
        bool const rows = found.status() == PGRES_TUPLES_CHUNK || found.status() == PGRES_SINGLE_TUPLE;
#else
        bool const rows = found.status() == PGRES_SINGLE_TUPLE;
#endif
        if (!rows) {
            more_ = false;
            link_.release();
            link_.require_success(found, sql_);
            link_.finish(sql_);
            link_.count_changes(found);
        }
        keep(std::move(found), 0);
        return rows;
    }
    /// A query outside a transaction is cancelled; inside one that would undo the transaction, so its rows are read and forgotten.
    void give_up() noexcept {
        if (link_.occupied_by(this)) link_.give_up(reads_ && !link_.in_transaction());
        more_ = false;
    }

    libpq_link& link_;
    std::string sql_;
    std::uint64_t number_ = 0;  ///< of its name; 0: it has none
    libpq_name name_{0};
    libpq_parameters parameters_;
    std::vector<libpq_column> columns_;
    libpq_result result_;
    int row_ = -1;
    int rows_ = 0;
    bool reads_ = true;
    bool binary_ = false;
    bool one_by_one_ = false;
    bool lists_ = false;  ///< come as arrays of rows, which have no text that is read
    bool more_ = false;   ///< rows are still to come from the server
};

/// A statement of a connection, as the core moves it about; empty at first.
class libpq_statement {
public:
    libpq_statement() = default;
    explicit libpq_statement(std::unique_ptr<libpq_query> query) : query_(std::move(query)) {}

    void bind(int position, bound_value const& value) { query_->bind(position, value); }
    void one_by_one() { query_->one_by_one(); }
    bool step() { return query_->step(); }
    void reset() noexcept {
        if (query_ != nullptr) query_->reset();
    }
    [[nodiscard]] int column_count() const { return query_->column_count(); }
    [[nodiscard]] libpq_cell cell(int column) const { return query_->cell(column); }
    template <class Result>
    void expect_lists() {
        query_->expect_lists();
    }
    template <class List>
    bool read_list(int column, List& list, mismatch_list& mismatches) {
        return read_list_of(cell(column), list, mismatches);
    }
    [[nodiscard]] bool runs_to_end() const { return query_->runs_to_end(); }
    [[nodiscard]] std::string_view sql() const { return query_->sql(); }
    [[nodiscard]] libpq_query& query() { return *query_; }

private:
    std::unique_ptr<libpq_query> query_;
};

}  // namespace koine::detail
