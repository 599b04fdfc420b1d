// SPDX-License-Identifier: BSL-1.0
// pool: connections to one database for many threads.
#pragma once

#include <koine/database.hpp>
#include <koine/driver/bounded_group.hpp>

#include <atomic>

namespace koine {

/// How a pool behaves. Times are in milliseconds.
struct pool_options {
    int connections = 8;       ///< at most; of a file of SQLite the readers, beside one writer
    int wait = 5000;           ///< for a connection, while all are out
    int unchecked_idle = 10000;  ///< after being idle for longer, a connection is asked whether it lives before it is handed out
};

namespace detail {

/// A driver whose database takes one writer at a time, and says how a reader is opened.
template <class Driver>
concept one_writer_beside_readers = requires(typename Driver::options const& options, std::string_view name) {
    Driver::reading(options);
    Driver::is_shared(name);
};

/// Whether a query is nothing but Koine's own words: SQL of the user's may change settings of the session.
template <class Query>
inline constexpr bool is_all_ours = !tree_of<typename Query::tokens>.contains(op::raw) && !tree_of<typename Query::tokens>.contains(op::raw_clause);

}  // namespace detail

/// A connection that is the holder's until this object is gone; its streams must end before.
template <class Database>
class pool_lease {
public:
    using group = detail::bounded_group<Database>;

    pool_lease(group& from, std::unique_ptr<Database> connection) : from_(&from), connection_(std::move(connection)) {}
    pool_lease(pool_lease&& other) noexcept : from_(std::exchange(other.from_, nullptr)), connection_(std::move(other.connection_)) {}
    pool_lease& operator=(pool_lease&&) = delete;
    ~pool_lease() {
        if (from_ == nullptr) return;
        if (connection_ && touched_ && !connection_->make_anew()) connection_.reset();
        from_->give_back(std::move(connection_));
    }

    /// Nothing ran that could leave anything behind.
    void leave_untouched() { touched_ = false; }

    [[nodiscard]] Database& operator*() const { return *connection_; }
    [[nodiscard]] Database* operator->() const { return connection_.get(); }

private:
    group* from_;
    std::unique_ptr<Database> connection_;
    bool touched_ = true;
};

/// A bounded pool of connections, opened when they are first needed. Any number of threads uses it at once; each call of
/// a verb, each transaction and each lease has one connection for itself. A connection that comes back is put into the
/// state of a new one, unless all it did was a verb's own statements; a dead one is replaced. A file of SQLite has one
/// writer and several readers.
template <class Driver, class Dialect = typename Driver::default_dialect>
class pool {
public:
    using database_type = database<Driver, Dialect>;
    using lease = pool_lease<database_type>;
    static constexpr bool one_writer = detail::one_writer_beside_readers<Driver>;

    explicit pool(std::string_view name, typename Driver::options const& options = {}, pool_options const& limits = {})
        : name_(name), options_(options), limits_(limits), readers_(limits.connections), writers_(one_writer ? 1 : 0) {
        if constexpr (one_writer)
            if (!Driver::is_shared(name)) throw error(error_kind::misuse, "koine: every connection of a pool would have a database of its own; name a file");
        if (limits.connections < 1) throw error(error_kind::misuse, "koine: a pool has at least one connection");
    }
    pool(pool const&) = delete;
    pool& operator=(pool const&) = delete;

    /// A connection for oneself. Throws an error of kind timeout while all are out, and what opening one throws.
    [[nodiscard]] lease take() {
        lease taken = take_from(one_writer ? writers_ : readers_, options_);
        if constexpr (one_writer) written_.store(true, std::memory_order_release);
        return taken;
    }
    /// One that only reads; of a server any.
    [[nodiscard]] lease take_reader() {
        if constexpr (one_writer) {
            // The writer makes the file.
            if (!written_.load(std::memory_order_acquire)) static_cast<void>(take());
            return take_from(readers_, Driver::reading(options_));
        } else {
            return take();
        }
    }
    /// Tells `watcher` of every statement on connections that are taken from now on; it is called by many threads.
    void observe(observer* watcher) { watcher_ = watcher; }
    /// How many connections are open.
    [[nodiscard]] int open_connections() { return readers_.open() + writers_.open(); }

    template <class Query>
    auto all(Query const& query) {
        return run<Query>(take_for<Query>(), [&](auto& db) { return db.all(query); });
    }
    template <class Query>
    auto one(Query const& query) {
        return run<Query>(take_for<Query>(), [&](auto& db) { return db.one(query); });
    }
    template <class Query>
    auto first(Query const& query) {
        return run<Query>(take_for<Query>(), [&](auto& db) { return db.first(query); });
    }
    template <class Query>
    auto page(Query const& query, page_options const& options = {}) {
        return run<Query>(take_for<Query>(), [&](auto& db) { return db.page(query, options); });
    }
    template <class Query, class Visit>
    void visit(Query const& query, Visit&& visit) {
        run<Query>(take_for<Query>(), [&](auto& db) { db.visit(query, std::forward<Visit>(visit)); });
    }
    template <class Query>
    std::int64_t count(Query const& query) {
        return run<Query>(take_reader(), [&](auto& db) { return db.count(query); });
    }
    template <class Query>
    bool exists(Query const& query) {
        return run<Query>(take_reader(), [&](auto& db) { return db.exists(query); });
    }
    template <class Model, class... Keys>
    std::optional<Model> find(Keys const&... keys) {
        return run(take_reader(), [&](auto& db) { return db.template find<Model>(keys...); });
    }
    template <class Query>
    std::int64_t execute(Query const& query) {
        return run<Query>(take(), [&](auto& db) { return db.execute(query); });
    }
    template <class... Queries>
    auto batch(Queries const&... queries) {
        return run<Queries...>(take(), [&](auto& db) { return db.batch(queries...); });
    }
    template <class... Arguments>
    auto insert(Arguments const&... arguments) {
        return run(take(), [&](auto& db) { return db.insert(arguments...); });
    }
    template <described Model>
    void update(Model const& row) {
        run(take(), [&](auto& db) { db.update(row); });
    }
    template <class Model, class... Keys>
    bool erase(Keys const&... keys) {
        return run(take(), [&](auto& db) { return db.template erase<Model>(keys...); });
    }
    template <class... Models>
    void create_tables() {
        take()->template create_tables<Models...>();
    }
    /// Runs `body(transaction)` on one connection; it is given back when the transaction ends.
    template <class Body>
    auto transaction(Body&& body) {
        return take()->transaction(std::forward<Body>(body));
    }
    template <class Body>
    auto transaction(transaction_options const& options, Body&& body) {
        lease held = options.read_only ? take_reader() : take();
        return held->transaction(options, std::forward<Body>(body));
    }

private:
    using group = detail::bounded_group<database_type>;

    /// For a query that writes, the writer.
    template <class Query>
    lease take_for() {
        return detail::tree_of<typename Query::tokens>[0].code == detail::op::select ? take_reader() : take();
    }
    /// Runs a verb; one that fails may leave anything behind.
    template <class... Queries, class Verb>
    static auto run(lease held, Verb verb) {
        constexpr bool ours = (detail::is_all_ours<Queries> && ...);
        if constexpr (std::is_void_v<decltype(verb(*held))>) {
            verb(*held);
            if (ours) held.leave_untouched();
        } else {
            auto result = verb(*held);
            if (ours) held.leave_untouched();
            return result;
        }
    }
    lease take_from(group& from, typename Driver::options const& options) {
        auto taken = from.take(std::chrono::milliseconds(limits_.wait));
        try {
            auto const idle = group::clock::now() - taken.since;
            if (taken.connection && idle > std::chrono::milliseconds(limits_.unchecked_idle) && !taken.connection->answers()) taken.connection.reset();
            if (!taken.connection) taken.connection = std::make_unique<database_type>(name_, options);
        } catch (...) {
            from.give_back(nullptr);
            throw;
        }
        taken.connection->observe(watcher_);
        return lease(from, std::move(taken.connection));
    }

    std::string name_;
    typename Driver::options options_;
    pool_options limits_;
    std::atomic<observer*> watcher_ = nullptr;
    std::atomic<bool> written_ = false;  ///< the file is there: a writer opened it
    group readers_;
    group writers_;
};

}  // namespace koine
