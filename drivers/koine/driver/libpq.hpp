// SPDX-License-Identifier: BSL-1.0
// driver · libpq: PostgreSQL through libpq: by a URL, by key=value, or on a connection that somebody else opened.
#pragma once

#include <koine/dialect/postgres.hpp>
#include <koine/driver/libpq/connect.hpp>
#include <koine/driver/libpq/copy.hpp>
#include <koine/driver/libpq/description.hpp>
#include <koine/driver/libpq/pipeline.hpp>
#include <koine/driver/libpq/schema.hpp>
#include <koine/driver/transaction_options.hpp>

#include <koine/detail/type_list.hpp>

namespace koine {
namespace detail {

/// One connection; used by one thread at a time.
class libpq_connection {
public:
    using statement = libpq_statement;

    libpq_connection(std::string_view url, libpq_options const& options) : owned_(libpq_connect(url, options)), named_(options.named_statements) {
        link_.handle = owned_.get();
        bool const took_options = named_ && libpq_took_options(link_.handle);
        if (!took_options && (options.statement_timeout > 0 || options.lock_timeout > 0))
            throw error(error_kind::misuse, "koine: the server, or a proxy before it, takes no time limits as a session begins; give them to the server's role");
        if (!took_options) pin(libpq_set_carried);
        learn_flavour();
    }
    /// Uses a connection that somebody else opened and will close. It must be outside a transaction; its encoding, its time
    /// zone and how it prints dates, intervals, doubles and bytes are set to what Koine reads, and stay so.
    explicit libpq_connection(PGconn* adopted) {
        link_.handle = adopted;
        if (PQpipelineStatus(adopted) != PQ_PIPELINE_OFF || PQtransactionStatus(adopted) > PQTRANS_IDLE)
            if (link_.alive()) throw error(error_kind::misuse, "koine: a connection is adopted that is in the middle of something");
        PQsetnonblocking(adopted, 0);
        link_.begin_names_at(static_cast<std::uint64_t>(monotonic_nanoseconds()));
        pin(libpq_set_settings);
        learn_flavour();
    }
    libpq_connection(libpq_connection const&) = delete;
    libpq_connection& operator=(libpq_connection const&) = delete;
    ~libpq_connection() {
        if (owned_ == nullptr) drop_forgotten(link_);
    }

    [[nodiscard]] libpq_statement prepare(std::string_view sql, bool persistent) {
        if (named_ && persistent) return prepare_named(link_, sql);
        return libpq_statement(std::make_unique<libpq_query>(link_, sql));
    }
    /// What the server says of a statement; it does not run, and is not kept.
    [[nodiscard]] libpq_description describe(std::string_view sql) { return {link_, sql}; }
    void execute(char const* sql) {
        if (std::string_view(sql).starts_with("ROLLBACK")) link_.give_up(true);
        link_.count_changes(link_.run(sql));
    }

    // ---- transactions
    void begin(transaction_options const& options) {
        // One array for those that may write, one for those that may not.
        constexpr char const* statements[][4] = {
            {"BEGIN", "BEGIN ISOLATION LEVEL READ COMMITTED", "BEGIN ISOLATION LEVEL REPEATABLE READ", "BEGIN ISOLATION LEVEL SERIALIZABLE"},
            {"BEGIN READ ONLY", "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
             "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY"}};
        link_.run(statements[options.read_only ? 1 : 0][static_cast<unsigned>(options.isolation)]);
    }
    void commit() {
        link_.require_ready("COMMIT");
        libpq_result const result(PQexec(link_.handle, "COMMIT"));
        if (!link_.alive())
            throw error(error_kind::unknown_commit, "postgres: the connection broke while a transaction was committed; it may have happened or not").with_sql("COMMIT");
        link_.require_success(result, "COMMIT");
        // So answers a transaction in which a statement failed.
        if (std::string_view(PQcmdStatus(result.get())) == "ROLLBACK")
            throw error(error_kind::transaction, "postgres: the transaction was rolled back, because a statement in it had failed").with_sql("COMMIT");
    }
    /// The way out, also while rows are still to come: they end with the transaction.
    void roll_back() { execute("ROLLBACK"); }
    [[nodiscard]] bool in_transaction() const { return link_.in_transaction(); }

    // ---- state
    [[nodiscard]] bool alive() const { return link_.alive(); }
    [[nodiscard]] std::int64_t changes() const { return link_.changes; }
    /// The server no longer knows the statement's name, or will not change the columns of its result.
    [[nodiscard]] static bool is_stale(error const& failure) { return failure.sqlstate() == "26000" || failure.sqlstate() == "0A000"; }
    /// Prepared statements stay. Behind a transaction-pooling proxy there is nothing else that is kept.
    bool reset() {
        link_.give_up(true);
        if (in_transaction()) roll_back();
        if (named_)
            link_.run("CLOSE ALL; RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL; UNLISTEN *; SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES");
        if (pinned_by_ != nullptr) link_.run(pinned_by_);
        return true;
    }
    /// A template, as what describes it, so that who compares no schema does not compile how.
    template <class Table = live_table>
    [[nodiscard]] Table describe_table(std::string_view schema, std::string_view name) const {
        return describe_libpq_table<Table>(link_, schema, name);
    }
    [[nodiscard]] static std::size_t maximum_packet() { return 0; }
    [[nodiscard]] int server_version() const { return PQserverVersion(link_.handle); }
    [[nodiscard]] std::string_view server_name() const { return flavour_; }
    [[nodiscard]] std::string server_version_text() const {
        char const* const text = PQparameterStatus(link_.handle, "server_version");
        return text == nullptr ? std::string() : std::string(text);
    }
    /// Others speak PostgreSQL's protocol too, and say so when they are asked; a dialect's scheme is their name in small letters.
    [[nodiscard]] bool speaks(std::string_view scheme) const {
        bool same = flavour_.size() == scheme.size();
        for (std::size_t i = 0; same && i < scheme.size(); ++i) same = (flavour_[i] | ('a' ^ 'A')) == scheme[i];
        return same;
    }
    [[nodiscard]] PGconn* native_handle() const { return link_.handle; }
    [[nodiscard]] libpq_canceller canceller() const { return libpq_canceller(link_.handle, &link_.cancelled); }

    // ---- many rows to a table
    void begin_copy(char const* sql) { copy_.begin(sql); }
    void copy_row(bound_value const* values, int count) { copy_.row(values, count); }
    std::int64_t end_copy() { return copy_.end(); }
    void abandon_copy() noexcept { copy_.abandon(); }

    /// Runs statements that have their values in one round trip; `changes` takes the rows that each affected. Outside a
    /// transaction they are one.
    void run_together(libpq_statement* const* statements, int count, std::int64_t* changes) { run_pipeline(link_, statements, count, changes); }

private:
    void pin(char const* settings) {
        pinned_by_ = settings;
        link_.run(settings);
    }
    void learn_flavour() {
        libpq_result const result = link_.run("SELECT version()");
        std::string_view const said = PQntuples(result.get()) == 1 ? PQgetvalue(result.get(), 0, 0) : "";
        flavour_ = said.substr(0, said.find(' '));
    }

    libpq_handle owned_;
    mutable libpq_link link_;
    libpq_copy copy_{link_};
    char const* pinned_by_ = nullptr;  ///< null: by startup options, which RESET ALL goes back to
    bool named_ = true;
    std::string flavour_;  ///< the first word of what the server says it is
};

}  // namespace detail

namespace driver {

struct libpq {
    using connection = detail::libpq_connection;
    using options = libpq_options;
    using default_dialect = dialect::postgres<>;
    /// The fastest of one round trip and one snapshot: 100 users with their posts and comments take 7.2 ms, and 7.6 where the
    /// server is a millisecond away; by rows 8.2 and 8.1, by JSON 8.8 and 11.8. One user takes 0.17 and 1.3 ms, by JSON 0.29 and 1.4.
    static constexpr strategy lists = strategy::united;
    using dialects = detail::type_list<dialect::postgres<>>;

    /// What the constructor takes for a URL: libpq reads it itself.
    static std::string name_of(std::string_view url) { return std::string(url); }
    static constexpr std::string_view explain_prefix = "EXPLAIN ";
    static constexpr int explain_column = 0;
};

}  // namespace driver
}  // namespace koine
