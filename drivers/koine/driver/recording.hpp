// SPDX-License-Identifier: BSL-1.0
// driver · recording: no database. Keeps every statement that is sent with its values, and answers what it was given.
#pragma once

#include <koine/decode/json_decode.hpp>
#include <koine/dialect/sqlite.hpp>
#include <koine/driver/schema.hpp>
#include <koine/driver/transaction_options.hpp>
#include <koine/sql/sql.hpp>
#include <koine/types/type.hpp>

#include <memory>

namespace koine {

/// What a recording connection keeps and answers; shared with its statements.
struct recording_script {
    using row = std::vector<sql_statement::bind>;

    std::vector<sql_statement> sent;            ///< in order; BEGIN, COMMIT and savepoints too, without values
    std::vector<std::vector<row>> answers;      ///< of the statements that give rows, one for each, in order
    std::size_t answered = 0;
    std::int64_t changes = 1;                   ///< what every write is said to have changed

    /// Appends the rows with which the next statement that has none yet is answered.
    void answer(std::vector<row> rows) { answers.push_back(std::move(rows)); }
    static sql_statement::bind of(std::int64_t value) { return {bound_kind::integer, value, 0, {}, {}}; }
    static sql_statement::bind of(std::string_view value) { return {bound_kind::text, 0, 0, std::string(value), {}}; }
    static sql_statement::bind null() { return {}; }
};

namespace detail {

class recording_cell {
public:
    explicit recording_cell(sql_statement::bind const& value) : value_(&value) {}
    [[nodiscard]] bool null() const { return value_->kind == bound_kind::null; }
    template <storage Kind>
    bool read(stored<Kind>& out) const {
        if constexpr (Kind == storage::boolean) return out = value_->integer != 0, value_->kind == bound_kind::boolean || value_->kind == bound_kind::integer;
        else if constexpr (Kind == storage::uint64) return out = static_cast<std::uint64_t>(value_->integer), value_->kind == bound_kind::unsigned_integer;
        else if constexpr (is_moment(Kind)) return out = value_->integer, value_->kind == bound_kind_of(Kind);
        else if constexpr (is_integer(Kind)) return out = value_->integer, value_->kind == bound_kind::integer;
        else if constexpr (is_floating(Kind)) return out = value_->real, value_->kind == bound_kind::real;
        else if constexpr (is_decimal(Kind)) return value_->kind == bound_kind::decimal && read_decimal(value_->bytes, out);
        else if constexpr (Kind == storage::uuid) return value_->kind == bound_kind::uuid && (out = load_uuid(value_->bytes.data()), true);
        else if constexpr (Kind == storage::text || is_json_form(Kind)) return out = value_->bytes, value_->kind == bound_kind::text;
        else return out = {reinterpret_cast<std::byte const*>(value_->bytes.data()), value_->bytes.size()}, value_->kind == bound_kind::bytes;
    }
    template <storage>
    [[nodiscard]] static bool exceeds() {
        return false;
    }
    [[nodiscard]] static char const* kind_name() { return "a value of another kind"; }

private:
    sql_statement::bind const* value_;
};

class recording_statement {
public:
    recording_statement() = default;
    recording_statement(std::shared_ptr<recording_script> script, std::string_view sql)
        : script_(std::move(script)), sql_(sql), gives_rows_(!changes_only(sql)) {}

    void bind(int position, bound_value const& value) {
        binds_.resize(static_cast<std::size_t>(position));
        binds_.back() = sql_statement::copy(value);
    }
    /// An answer gives a list as JSON, whatever the strategy that the statement was written for.
    template <class Result>
    static void expect_lists() {}
    void bind_list(int position) { bind(position, {}); }
    template <class List>
    bool read_list(int column, List& list, mismatch_list&) const {
        std::string_view json;
        if (cell(column).null()) return list.clear(), true;
        return cell(column).read<storage::text>(json) && (decode_json_list(json, list), true);
    }
    static void one_by_one() {}
    bool step() {
        if (!running_) {
            running_ = true;
            at_ = 0;
            script_->sent.push_back({sql_, binds_});
        } else {
            ++at_;
        }
        return at_ < rows().size();
    }
    void reset() noexcept {
        if (running_ && gives_rows_ && script_->answered < script_->answers.size()) ++script_->answered;
        running_ = false;
    }
    /// As many columns as the next answer has; a statement that is answered by nothing has any number.
    [[nodiscard]] int column_count() const { return rows().empty() ? -1 : static_cast<int>(rows().front().size()); }
    [[nodiscard]] recording_cell cell(int column) const { return recording_cell(rows()[at_][static_cast<std::size_t>(column)]); }
    [[nodiscard]] static bool runs_to_end() { return false; }
    [[nodiscard]] std::string_view sql() const { return sql_; }

private:
    [[nodiscard]] std::vector<recording_script::row> const& rows() const {
        static std::vector<recording_script::row> const none;
        return gives_rows_ && script_->answered < script_->answers.size() ? script_->answers[script_->answered] : none;
    }
    /// A write without RETURNING, which takes none of the answers.
    static bool changes_only(std::string_view sql) {
        for (std::string_view const word : {"INSERT ", "UPDATE ", "DELETE "})
            if (sql.starts_with(word)) return sql.find(" RETURNING ") == std::string_view::npos;
        return false;
    }

    std::shared_ptr<recording_script> script_;
    std::string sql_;
    std::vector<sql_statement::bind> binds_;
    std::size_t at_ = 0;
    bool running_ = false;
    bool gives_rows_ = true;
};

}  // namespace detail

/// Nothing runs that could be cancelled.
struct recording_canceller {
    static void cancel() {}
};

namespace driver {

struct recording_options {
    int cached_statements = 128;
};

struct recording {
    using options = recording_options;
    using default_dialect = dialect::sqlite<>;
    static constexpr strategy lists = strategy::automatic;
    static constexpr std::string_view explain_prefix = "EXPLAIN ";
    static constexpr int explain_column = 0;

    class connection {
    public:
        using statement = detail::recording_statement;

        connection(std::string_view, recording_options const&) {}
        [[nodiscard]] detail::recording_statement prepare(std::string_view sql, bool) { return {script_, sql}; }
        void execute(char const* sql) {
            script_->sent.push_back({sql, {}});
            std::string_view const text(sql);
            if (text.starts_with("BEGIN")) in_transaction_ = true;
            if (text == "COMMIT" || text == "ROLLBACK") in_transaction_ = false;
        }
        [[nodiscard]] detail::live_table describe_table(std::string_view, std::string_view) const { return {}; }
        [[nodiscard]] std::int64_t changes() const { return script_->changes; }
        void begin(transaction_options const& options) { execute(options.read_only ? "BEGIN READ ONLY" : "BEGIN"); }
        void commit() { execute("COMMIT"); }
        void roll_back() { execute("ROLLBACK"); }
        [[nodiscard]] bool in_transaction() const { return in_transaction_; }
        [[nodiscard]] static bool alive() { return true; }
        [[nodiscard]] static bool is_stale(error const&) { return false; }
        static bool reset() { return true; }
        [[nodiscard]] static std::size_t maximum_packet() { return 0; }
        [[nodiscard]] static bool speaks(std::string_view) { return true; }
        [[nodiscard]] static recording_canceller canceller() { return {}; }
        [[nodiscard]] static int server_version() { return 2147483647; }
        [[nodiscard]] static std::string_view server_name() { return "the recording driver"; }
        [[nodiscard]] static std::string_view server_version_text() { return "0"; }
        [[nodiscard]] recording_script* native_handle() const { return script_.get(); }

    private:
        std::shared_ptr<recording_script> script_ = std::make_shared<recording_script>();
        bool in_transaction_ = false;
    };
};

}  // namespace driver
}  // namespace koine
