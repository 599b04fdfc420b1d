// SPDX-License-Identifier: BSL-1.0
// session: the verbs, on a database or inside a transaction; each line of a verb is one stop on the way of a query.
#pragma once

#include <koine/driver/batch.hpp>
#include <koine/driver/bulk_insert.hpp>
#include <koine/driver/connect.hpp>
#include <koine/driver/count.hpp>
#include <koine/driver/load.hpp>
#include <koine/driver/page.hpp>
#include <koine/driver/prepared.hpp>
#include <koine/driver/ready_query.hpp>
#include <koine/driver/schema.hpp>
#include <koine/driver/stream.hpp>
#include <koine/driver/transaction.hpp>
#include <koine/query/by_key.hpp>
#include <koine/query/upsert.hpp>

#include <array>

namespace koine {

/// The verbs. A database is one; a transaction's closure is handed another, on the same connection.
template <class Driver, class Dialect>
class session {
public:
    using driver_type = Driver;
    using dialect_type = Dialect;
    using state_type = detail::connection_state<Driver>;

    /// All rows of a query.
    template <class Query>
    std::vector<typename Query::result_type> all(Query const& query) {
        detail::ready_query<Dialect, Query, detail::gives_all_rows> ready(query);
        return detail::load_all<detail::kept_row<Query>>(*state_, ready.as("all"));
    }
    /// All rows of a select, in a std::pmr::memory_resource; `<koine/pmr.hpp>` says how.
    template <class Query, class Memory>
    auto all(Query const& query, Memory* memory) {
        return detail::rows_in_memory<Memory>::template all<Dialect>(*state_, query, memory);
    }
    /// The only row; throws not_found or too_many_rows where there is not exactly one.
    template <class Query>
    typename Query::result_type one(Query const& query) {
        detail::ready_query<Dialect, Query, detail::gives_rows> ready(query);
        return detail::load_one<detail::kept_row<Query>>(*state_, ready.as("one"));
    }
    /// The first row, if there is any.
    template <class Query>
    std::optional<typename Query::result_type> first(Query const& query) {
        detail::ready_query<Dialect, Query, detail::gives_rows> ready(query);
        return detail::load_first<detail::kept_row<Query>>(*state_, ready.as("first"));
    }
    /// Some rows of a query in its order, with the tokens by which the pages beside them are asked for.
    template <class Query>
    koine::page<detail::kept_row<Query>> page(Query const& query, page_options const& options = {}) {
        return detail::page_of<Dialect>(*state_, query, options);
    }
    /// Calls `visit` with each row, its views good until that returns; one is in memory, and the connection runs nothing else.
    template <class Query, class Visit>
    void visit(Query const& query, Visit&& visit) {
        detail::ready_query<Dialect, Query, detail::streams_rows> ready(query);
        detail::request const asked = ready.as("visit");
        detail::reading<Driver, detail::seen_row<Query>, decltype(ready)::lists> running(*state_, asked, detail::rows_in::sequence);
        detail::streaming_scope<Driver> alone(*state_);
        while (running.step()) {
            detail::seen_row<Query> row{};
            running.read(row);
            visit(std::move(row));
        }
    }
    /// The rows as a range, one in memory, its views good until the next. Until it is done or dropped, its connection runs no more.
    template <class Query>
    [[nodiscard]] auto stream(Query const& query) {
        detail::ready_query<Dialect, Query, detail::streams_rows> ready(query);
        return detail::row_stream<Driver, detail::seen_row<Query>, decltype(ready)::lists>(*state_, ready.as("stream"), Query::values_type::count);
    }
    /// The query with its values as they are now, to be run again and again while this connection lives.
    template <class Query>
    [[nodiscard]] auto prepare(Query const& query) {
        detail::ready_query<Dialect, Query, detail::any_statement> ready(query);
        using asked = decltype(ready.as("prepare"));
        return detail::prepared_query<Driver, detail::kept_row<Query>, asked>(*state_, ready.as("prepare"), Query::values_type::count);
    }
    /// How many rows a query has.
    template <class Query>
    std::int64_t count(Query const& query) {
        return detail::count_rows<Dialect>(*state_, query);
    }
    /// Whether a query has any row.
    template <class Query>
    bool exists(Query const& query) {
        return detail::has_rows<Dialect>(*state_, query);
    }
    /// Runs an insert, update, erase or upsert; the number of rows it affected: of an update those that it found.
    template <class Query>
    std::int64_t execute(Query const& query) {
        detail::ready_query<Dialect, Query, detail::writes_rows> ready(query);
        return detail::run_write(*state_, ready.as("execute"));
    }
    /// Runs several of them as one, all or none, and in one round trip where the driver can; the rows that each affected.
    template <class... Queries>
    std::array<std::int64_t, sizeof...(Queries)> batch(Queries const&... queries) {
        return detail::run_batch<Dialect>(*state_, queries...);
    }

    /// Inserts a row and gives it back as the insert left it in the database. Generated members are left out, and must be zero.
    template <described Model>
    Model insert(Model const& row) {
        return insert(row, defaults<>);
    }
    /// As `insert(row)`; members named in `koine::defaults<…>` are left to the database, `koine::keep_keys` keeps generated ones.
    template <described Model, class Choice>
    Model insert(Model const& row, Choice) {
        return detail::insert_row<Dialect, Model, Choice>(*state_, row);
    }
    /// Inserts a range of rows, by the database's own stream of rows or many in a statement, all or none; how many.
    template <class Range>
        requires described<std::remove_cvref_t<decltype(*std::begin(std::declval<Range const&>()))>>
    std::int64_t insert(Range const& rows) {
        return insert(rows, defaults<>);
    }
    template <class Range, class Choice>
        requires described<std::remove_cvref_t<decltype(*std::begin(std::declval<Range const&>()))>>
    std::int64_t insert(Range const& rows, Choice) {
        return detail::insert_rows<Dialect, Choice>(*state_, rows);
    }

    /// Inserts a tree, a struct of a model's columns and relations, or a vector of them: all or none, what a row belongs to
    /// first. Given back with the keys that the database made and the foreign keys that followed; the rest is as it was.
    template <class Model, class Trees>
        requires(!std::is_same_v<Model, Trees>)
    Trees insert(Trees trees) {
        return insert(rows_of<Model>, std::move(trees));
    }
    template <class Model, class Trees>
    Trees insert(detail::rows_tag<Model>, Trees trees) {
        detail::insert_trees<Dialect, Model>(*state_, trees);
        return trees;
    }
    /// As above, where `describe(koine::input<…>)` tells the model.
    template <described_input Trees>
    Trees insert(Trees trees) {
        return insert(describe(input<typename detail::tree_of_rows<Trees>::type>{}), std::move(trees));
    }

    /// What is no model is told so in words.
    template <class Other, class... Choice>
    Other insert(Other const& row, Choice...) {
        static_assert(detail::never<Other>, "koine: insert takes a row of a model, or a range of them; write `constexpr auto describe(koine::model<T>)` beside the type, or name the model of a tree: insert<model>(tree)");
        return row;
    }
    template <class Other>
    void update(Other const&) {
        static_assert(detail::never<Other>, "koine: update takes a row of a model; write `constexpr auto describe(koine::model<T>)` beside the type");
    }

    /// The row with this primary key, if there is one.
    template <class Model, class... Keys>
    std::optional<Model> find(Keys const&... keys) {
        auto const asked = detail::find_query<Model>(keys...);
        detail::ready_query<Dialect, decltype(asked), detail::gives_rows> ready(asked);
        return detail::load_first<Model>(*state_, ready.as("find"));
    }
    template <class Model, class... Keys>
    std::optional<Model> find(detail::rows_tag<Model>, Keys const&... keys) {
        return find<Model>(keys...);
    }
    /// Writes every member of a row that has its primary key; throws not_found where no row has.
    template <described Model>
    void update(Model const& row) {
        if constexpr (detail::updates_row<Model>()) {
            detail::update_row_query<Model> const asked(row);
            detail::ready_query<Dialect, detail::update_row_query<Model>, detail::writes_rows> ready(asked);
            if (detail::run_write(*state_, ready.as("update")) == 0) throw error(error_kind::not_found, "koine: update(row) found no row with its primary key");
        }
    }
    /// Erases the row with this primary key; whether there was one.
    template <class Model, class... Keys>
    bool erase(Keys const&... keys) {
        auto const asked = detail::erase_query<Model>(keys...);
        detail::ready_query<Dialect, decltype(asked), detail::writes_rows> ready(asked);
        return detail::run_write(*state_, ready.as("erase")) > 0;
    }

    template <class Model, class... Keys>
    bool erase(detail::rows_tag<Model>, Keys const&... keys) {
        return erase<Model>(keys...);
    }

    /// Ties the row with a key, by one of its relations, to the rows with other keys, one or a range; a composite key is a
    /// std::tuple. A row that has the foreign key is named by its primary key, one that is referenced by the key that is;
    /// not_found or a foreign_key error where there is none.
    template <class Model, fixed_string Relation, class Key, class Keys>
    void connect(Key const& key, Keys const& keys) {
        detail::connect_rows<Dialect, Model, Relation>(*state_, key, keys);
    }
    template <class Model, fixed_string Relation, class Key, class Keys>
    void connect(detail::rows_tag<Model>, detail::relation_tag<Relation>, Key const& key, Keys const& keys) {
        detail::connect_rows<Dialect, Model, Relation>(*state_, key, keys);
    }
    /// Parts it from rows that it is tied to, or from all where no keys are given; how many it was parted from.
    template <class Model, fixed_string Relation, class Key, class... Keys>
    std::int64_t disconnect(Key const& key, Keys const&... keys) {
        return detail::disconnect_rows<Dialect, Model, Relation>(*state_, key, keys...);
    }
    template <class Model, fixed_string Relation, class Key, class... Keys>
    std::int64_t disconnect(detail::rows_tag<Model>, detail::relation_tag<Relation>, Key const& key, Keys const&... keys) {
        return detail::disconnect_rows<Dialect, Model, Relation>(*state_, key, keys...);
    }
    /// Ties it to these and no others. Given trees instead of keys it erases the rows that are tied (of a many_to_many the
    /// pairs), inserts the trees, and gives them back.
    template <class Model, fixed_string Relation, class Key, class Rows>
    auto replace(Key const& key, Rows rows) {
        return replace(rows_of<Model>, relation<Relation>, key, std::move(rows));
    }
    template <class Model, fixed_string Relation, class Key, class Rows>
    auto replace(detail::rows_tag<Model>, detail::relation_tag<Relation>, Key const& key, Rows rows) {
        detail::replace_rows<Dialect, Model, Relation>(*state_, key, rows);
        if constexpr (!detail::key_or_keys<Rows>) return rows;
    }

    /// Runs `body(transaction)` and commits; rolls back when it throws. Inside another transaction it is a savepoint.
    template <class Body>
    auto transaction(Body&& body) {
        return transaction(transaction_options{}, std::forward<Body>(body));
    }
    /// As above, isolated, read-only or tried several times as the options say; a retry runs the whole closure again.
    template <class Body>
    auto transaction(transaction_options const& options, Body&& body) {
        return detail::in_transaction(*state_, options, [&] {
            session inner(*state_);
            return body(inner);
        });
    }

    /// Creates the models' tables that are missing, in the order of their foreign keys; where one exists and differs,
    /// throws one mismatch error with every difference. Never alters or drops.
    template <class... Models>
    void create_tables() {
        if constexpr (Dialect::can(feature::transactional_ddl)) {
            detail::in_transaction(*state_, {}, [&] { detail::create_tables<Dialect, Models...>(connection()); });
        } else {
            if (!detail::outermost(*state_))
                throw error(error_kind::misuse, "koine: create_tables inside a transaction: this database would commit it at the first table");
            detail::create_tables<Dialect, Models...>(connection());
        }
    }
    /// What differs between the models and the live schema, a sentence each.
    template <class... Models>
    [[nodiscard]] std::vector<std::string> check() {
        return detail::schema_differences<Dialect, Models...>(connection());
    }
    /// How the database would run a query, in its own words.
    template <class Query>
    [[nodiscard]] std::string explain(Query const& query) {
        detail::ready_query<Dialect, Query, detail::any_statement> ready(query);
        return detail::explain<Driver>(*state_, ready.as("explain"));
    }

    /// Tells `watcher` of every statement from now on; null tells nobody.
    void observe(observer* watcher) { state_->watcher = watcher; }
    /// Whether the server answers now; a connection that was lost while idle is found so.
    [[nodiscard]] bool answers() {
        try {
            state_->require_ready();
            state_->connection.execute("SELECT 1");
            return true;
        } catch (error const&) {
            return false;
        }
    }
    /// Rolls back what is open, undoes what was set on the session and pins Koine's own settings again, as a pool does
    /// with a connection that comes back; false where the connection is of no more use.
    [[nodiscard]] bool make_anew() noexcept {
        try {
            if (!alive() || state_->streaming) return false;
            if (!state_->connection.reset()) state_->cache.clear();
            state_->scopes = 0;
            state_->poisoned_from = 0;
            return true;
        } catch (error const&) {
            return false;
        }
    }
    /// False once the connection is lost; every call then throws an error of kind connection.
    [[nodiscard]] bool alive() const { return state_->connection.alive(); }
    /// Ends what this connection has running, by `.cancel()` on another thread: it fails with an error of kind cancelled.
    [[nodiscard]] auto canceller() const { return state_->connection.canceller(); }
    /// The client library's own connection, to be used with care.
    [[nodiscard]] auto native_handle() const { return state_->connection.native_handle(); }
    [[nodiscard]] typename Driver::connection& connection() { return state_->connection; }

protected:
    explicit session(state_type& state) : state_(&state) {}

    state_type* state_;
};

}  // namespace koine
