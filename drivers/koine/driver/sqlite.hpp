// SPDX-License-Identifier: BSL-1.0
// driver · sqlite: SQLite through sqlite3.h: files, memory, URIs, or a connection that somebody else opened.
#pragma once

#include <koine/detail/owned.hpp>
#include <koine/dialect/sqlite.hpp>
#include <koine/driver/sqlite/description.hpp>
#include <koine/driver/sqlite/schema.hpp>
#include <koine/driver/sqlite/statement.hpp>
#include <koine/driver/sqlite/text_functions.hpp>
#include <koine/driver/transaction_options.hpp>

#include <koine/detail/type_list.hpp>

namespace koine {

/// How an SQLite database is opened.
struct sqlite_options {
    bool read_only = false;
    bool create = true;             ///< a file that does not exist
    int busy_timeout = 5000;        ///< how long to wait for a lock, in milliseconds
    int statement_timeout = 0;      ///< how long a statement may run, in milliseconds; 0: as long as it takes
    bool write_ahead_log = true;    ///< for files: readers do not wait for the writer
    int cached_statements = 128;
};

namespace detail {

/// One connection; used by one thread at a time, and so opened without SQLite's own mutex.
class sqlite_connection {
public:
    using statement = sqlite_statement;

    sqlite_connection(std::string_view name, sqlite_options const& options) : owned_(true) {
        int const flags = (options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | (options.create ? SQLITE_OPEN_CREATE : 0)) |
                          SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
        int const code = sqlite3_open_v2(std::string(name).c_str(), &handle_, flags, nullptr);
        try {
            if (code != SQLITE_OK) throw sqlite_error(handle_, code, {});
            sqlite3_busy_timeout(handle_, options.busy_timeout);
            pin_settings();
            limit_time(options.statement_timeout);
            char const* const file = sqlite3_db_filename(handle_, "main");
            bool const in_file = file != nullptr && *file != '\0';
            if (in_file && options.write_ahead_log && sqlite3_db_readonly(handle_, "main") == 0) execute("PRAGMA journal_mode = WAL");
            register_functions();
        } catch (...) {
            sqlite3_close_v2(handle_);
            throw;
        }
    }
    /// Uses a connection that somebody else opened and will close; its foreign_keys setting stays as it is.
    explicit sqlite_connection(sqlite3* adopted) : handle_(adopted), owned_(false) {
        sqlite3_extended_result_codes(handle_, 1);
        register_functions();
    }
    sqlite_connection(sqlite_connection const&) = delete;
    sqlite_connection& operator=(sqlite_connection const&) = delete;
    ~sqlite_connection() {
        if (owned_) sqlite3_close_v2(handle_);
    }

    [[nodiscard]] sqlite_statement prepare(std::string_view sql, bool persistent) { return {handle_, sql, persistent, time_limit_.get()}; }
    /// What is known of a statement; it does not run, and is not kept.
    [[nodiscard]] sqlite_description describe(std::string_view sql) const { return {handle_, sql}; }
    /// Runs a statement without values or rows.
    void execute(char const* sql) {
        int const code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) throw sqlite_error(handle_, code, sql);
    }
    /// Rows that the statement which just ran inserted, changed or erased itself, not by its triggers.
    [[nodiscard]] std::int64_t changes() const { return sqlite3_changes64(handle_); }
    /// The key of the row that the statement which just ran inserted itself.
    [[nodiscard]] std::int64_t last_key() const { return sqlite3_last_insert_rowid(handle_); }
    /// Every transaction is serializable. IMMEDIATE takes the write lock at once: one that first reads could not always
    /// get it later.
    void begin(transaction_options const& options) {
        bool const reads = options.read_only || read_only();
        if (options.read_only) execute("PRAGMA query_only = ON");
        query_only_ = options.read_only;
        execute(reads ? "BEGIN" : "BEGIN IMMEDIATE");
    }
    void commit() {
        execute("COMMIT");
        allow_writes();
    }
    void roll_back() {
        if (in_transaction()) execute("ROLLBACK");
        allow_writes();
    }
    [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
    [[nodiscard]] static bool alive() { return true; }
    /// SQLite prepares anew by itself.
    [[nodiscard]] static bool is_stale(error const&) { return false; }
    bool reset() {
        roll_back();
        pin_settings();
        return true;
    }
    [[nodiscard]] static std::size_t maximum_packet() { return 0; }
    [[nodiscard]] static bool speaks(std::string_view scheme) { return scheme == dialect::sqlite<>::scheme; }
    [[nodiscard]] sqlite_canceller canceller() const { return sqlite_canceller(handle_); }
    [[nodiscard]] bool read_only() const { return sqlite3_db_readonly(handle_, "main") == 1; }
    /// A template, as what describes it, so that who compares no schema does not compile how.
    template <class Table = live_table>
    [[nodiscard]] Table describe_table(std::string_view schema, std::string_view name) const {
        return describe_sqlite_table<Table>(handle_, schema, name);
    }
    [[nodiscard]] static int server_version() { return sqlite3_libversion_number() / 1000 * 1000; }
    [[nodiscard]] static std::string_view server_name() { return "SQLite"; }
    [[nodiscard]] static std::string_view server_version_text() { return sqlite3_libversion(); }
    [[nodiscard]] sqlite3* native_handle() const { return handle_; }

private:
    void pin_settings() { execute("PRAGMA foreign_keys = ON"); }
    void limit_time(int milliseconds) {
        if (milliseconds > 0) time_limit_ = make_owned<sqlite_time_limit>(handle_, milliseconds);
    }
    void allow_writes() {
        if (std::exchange(query_only_, false)) execute("PRAGMA query_only = OFF");
    }
    /// Needed on the connection before a statement of ours that names them is prepared.
    void register_functions() {
        constexpr int text = SQLITE_UTF8;
        struct scalar {
            char const* name;
            int arguments;
            void (*call)(sqlite3_context*, int, sqlite3_value**);
        };
        constexpr scalar scalars[] = {{"koine_fold", 1, sqlite_fold}, {"koine_length", 1, sqlite_length}, {"koine_substring", 3, sqlite_substring},
                                      {"koine_like", 2, sqlite_like}, {"koine_square_root", 1, sqlite_square_root}};
        int code = sqlite3_create_module_v2(handle_, "koine_list", &sqlite_list_module, nullptr, nullptr);
        for (scalar const& each : scalars)
            if (code == SQLITE_OK)
                code = sqlite3_create_function_v2(handle_, each.name, each.arguments, text | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, each.call, nullptr, nullptr, nullptr);
        if (code == SQLITE_OK)
            code = sqlite3_create_function_v2(handle_, "koine_rows", -1, text | SQLITE_DIRECTONLY, nullptr, nullptr, sqlite_rows_step, sqlite_rows_final, nullptr);
        if (code != SQLITE_OK) throw sqlite_error(handle_, code, {});
    }

    sqlite3* handle_ = nullptr;
    bool owned_;
    bool query_only_ = false;
    owned<sqlite_time_limit> time_limit_;
};

}  // namespace detail

namespace driver {

struct sqlite {
    using connection = detail::sqlite_connection;
    using options = sqlite_options;
    using default_dialect = dialect::sqlite<>;
    /// Rows that an aggregate takes as they are found: about half of what JSON costs.
    static constexpr strategy lists = strategy::packed;
    using dialects = detail::type_list<dialect::sqlite<>>;

    static constexpr std::string_view explain_prefix = "EXPLAIN QUERY PLAN ";
    static constexpr int explain_column = 3;

    /// A file has one writer at a time, and readers beside it.
    static options reading(options from) { return from.read_only = true, from; }
    /// Whether several connections by this name share one database.
    static bool is_shared(std::string_view name) {
        bool const in_memory = name.empty() || name.starts_with(":memory:") || name.find("mode=memory") != std::string_view::npos;
        return !in_memory || name.find("cache=shared") != std::string_view::npos;
    }
    /// What a connection is opened by for `sqlite:NAME`: a file, `:memory:`, or a file with SQLite's own parameters.
    static std::string name_of(std::string_view url) {
        url.remove_prefix(dialect::sqlite<>::scheme.size() + 1);
        if (url.starts_with("//")) url.remove_prefix(2);
        return url.find('?') == std::string_view::npos ? std::string(url) : detail::spell({"file:", url});
    }
};

}  // namespace driver
}  // namespace koine
