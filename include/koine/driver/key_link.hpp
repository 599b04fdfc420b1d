// SPDX-License-Identifier: BSL-1.0
// driver · key_link: ties rows to each other by a foreign key that one of the two has.
#pragma once

#include <koine/driver/insert_tree.hpp>
#include <koine/driver/key.hpp>

namespace koine::detail {

/// Runs a statement of positions; how many rows it changed or found.
template <class Dialect, class Query, class Driver>
std::int64_t run_columns(connection_state<Driver>& state, char const* verb, bound_value const* values) {
    return run_write(state, request{verb, statement_to_send<Dialect, Query>(), values});
}

/// A belongs_to, has_one or has_many. The row that has the foreign key is named by its primary key, the other by the key
/// that is referenced.
template <class Dialect, class Model, int Entry>
class key_link {
    static constexpr relation_descriptor const& relation = relation_of<Model, Entry>;
    static constexpr bool own = relation.kind == entry_kind::belongs_to;
    using other = related_model<Model, Entry>;
    using owner = std::conditional_t<own, Model, other>;
    using parent = std::conditional_t<own, other, Model>;
    static constexpr column_set foreign = own ? relation.from_columns : relation.to_columns;
    static constexpr column_set referenced = own ? relation.to_columns : relation.from_columns;
    static constexpr column_set primary = table_of<owner>.primary_key;
    /// What is set to NULL where a row is to have no parent.
    static constexpr column_set cleared = [] {
        column_set columns;
        for (int i = 0; i < foreign.count; ++i)
            if (table_of<owner>.columns[foreign.at[i]].nullable) columns.at[columns.count++] = foreign.at[i];
        return columns;
    }();

    /// NULL for each of `cleared`, then the parent's key, then the primary key: each statement takes a part of these.
    struct values {
        bound_value at[3 * maximum_key_columns];

        template <class Key>
        explicit values(Key const& key) { name<own>(key); }
        template <class Key, class Other>
        values(Key const& key, Other const& related) : values(key) { name<!own>(related); }

    private:
        template <bool Owner, class Key>
        void name(Key const& key) {
            if constexpr (Owner) encode_key<owner>(columns_of<primary>{}, key, at + cleared.count + foreign.count);
            else encode_key<parent>(columns_of<referenced>{}, key, at + cleared.count);
        }
    };

public:
    static constexpr bool clears = cleared.count > 0;

    template <class Driver, class Key, class Other>
    static void connect(connection_state<Driver>& state, Key const& key, Other const& related) {
        using query = update_columns_query<owner, columns_of<foreign>, columns_of<primary>>;
        if (run_columns<Dialect, query>(state, "connect", values(key, related).at + cleared.count) == 0)
            throw error(error_kind::not_found, "koine: connect found no row with this primary key");
    }
    template <class Driver, class Key, class Other>
    static std::int64_t disconnect(connection_state<Driver>& state, Key const& key, Other const& related) {
        using query = update_columns_query<owner, columns_of<cleared>, columns_of_both<foreign, primary>>;
        return run_columns<Dialect, query>(state, "disconnect", values(key, related).at);
    }
    template <class Driver, class Key>
    static std::int64_t disconnect_all(connection_state<Driver>& state, Key const& key) {
        if constexpr (own) {
            using query = update_columns_query<owner, columns_of<cleared>, columns_of<primary>, columns_of<foreign>>;
            values all(key);
            for (int i = 0; i < primary.count; ++i) all.at[cleared.count + i] = all.at[cleared.count + foreign.count + i];
            return run_columns<Dialect, query>(state, "disconnect", all.at);
        } else {
            using query = update_columns_query<owner, columns_of<cleared>, columns_of<foreign>>;
            return run_columns<Dialect, query>(state, "disconnect", values(key).at);
        }
    }
    /// Connects a row to these and no others.
    template <class Driver, class Key, class Keys>
    static void replace(connection_state<Driver>& state, Key const& key, Keys const& keys) {
        if constexpr (!own) disconnect_all(state, key);
        for_each_key(keys, [&](auto const& one) { connect(state, key, one); });
    }
    template <class Driver, class Key>
    static void erase_all(connection_state<Driver>& state, Key const& key) {
        static_assert(!own);
        run_columns<Dialect, erase_columns_query<owner, columns_of<foreign>>>(state, "replace", values(key).at + cleared.count);
    }
};

}  // namespace koine::detail
