// SPDX-License-Identifier: BSL-1.0
// driver · junction_link: ties rows to each other by rows of a junction that pair them.
#pragma once

#include <koine/driver/key_link.hpp>

namespace koine::detail {

/// A many_to_many. Either row is named by the key that the junction references.
template <class Dialect, class Model, int Entry>
class junction_link {
    static constexpr relation_descriptor const& relation = relation_of<Model, Entry>;
    using other = related_model<Model, Entry>;
    using junction = junction_model<Model, Entry>;
    static constexpr column_set near = relation.to_columns;
    static constexpr column_set far = relation.onward_columns;
    using plan = pair_plan<junction, near, far>;
    using of_near = columns_of<near>;
    using of_pair = columns_of_both<near, far>;

    /// The near key, then the far one.
    struct values {
        bound_value at[2 * maximum_key_columns];

        template <class Key>
        explicit values(Key const& key) { encode_key<Model>(columns_of<relation.from_columns>{}, key, at); }
        template <class Key, class Other>
        values(Key const& key, Other const& related) : values(key) { name_far(related); }
        template <class Other>
        void name_far(Other const& related) { encode_key<other>(columns_of<relation.target_columns>{}, related, at + near.count); }
        [[nodiscard]] bound_value* far_key() { return at + near.count; }
    };

public:
    static constexpr bool clears = true;

    /// Pairs the two unless they are. Where a pair is no key of the junction it is looked for first.
    template <class Driver, class Key, class Other>
    static void connect(connection_state<Driver>& state, Key const& key, Other const& related) {
        if constexpr (check_pair<junction, plan>()) {
            values const named(key, related);
            column_value pair[member_count<junction>];
            for (int i = 0; i < near.count; ++i) put(pair[near.at[i]], named.at[i]);
            for (int i = 0; i < far.count; ++i) put(pair[far.at[i]], named.at[near.count + i]);
            if constexpr (plan::key.count > 0) {
                using query = insert_missing_query<junction, plan, plan::key>;
                bound_value row[plan::inserted.size()];
                pick_values<plan>(pair, row);
                sent_statement<Dialect, query>::note();
                if constexpr (statement_count<Dialect, query> == 1) run_write(state, upsert_request{request{"connect", statement_of<Dialect, typename query::tokens>, row}});
                else run_write(state, step_request{"connect", step_statements_of<Dialect, typename query::tokens>.data(), statement_count<Dialect, query>, row});
            } else {
                using query = exists_columns_query<junction, of_pair>;
                if (!load_one<bool>(state, request{"connect", statement_to_send<Dialect, query>(), named.at}))
                    insert_columns<Dialect, junction, plan>(state, pair);
            }
        }
    }
    template <class Driver, class Key, class Other>
    static std::int64_t disconnect(connection_state<Driver>& state, Key const& key, Other const& related) {
        return run_columns<Dialect, erase_columns_query<junction, of_pair>>(state, "disconnect", values(key, related).at);
    }
    template <class Driver, class Key>
    static std::int64_t disconnect_all(connection_state<Driver>& state, Key const& key) {
        return run_columns<Dialect, erase_columns_query<junction, of_near>>(state, "disconnect", values(key).at);
    }
    template <class Driver, class Key>
    static void erase_all(connection_state<Driver>& state, Key const& key) {
        disconnect_all(state, key);
    }

    /// Pairs a row with these and no others. A pair that stays keeps what else its row has.
    template <class Driver, class Key, class Keys>
    static void replace(connection_state<Driver>& state, Key const& key, Keys const& keys) {
        if constexpr (range_of_keys<Keys>) {
            using element = decltype(*std::begin(keys));
            // What a range makes only when it is asked for is kept while its values are looked at.
            if constexpr (!std::is_lvalue_reference_v<element>)
                return replace(state, key, std::vector<std::remove_cvref_t<element>>(std::begin(keys), std::end(keys)));
        }
        values named(key);
        std::vector<bound_value> wanted;
        for_each_key(keys, [&](auto const& one) {
            named.name_far(one);
            wanted.insert(wanted.end(), named.far_key(), named.far_key() + far.count);
        });
        std::vector<bool> there(wanted.size() / static_cast<std::size_t>(far.count));
        using query = select_columns_query<junction, of_near>;
        auto const pairs = load_all<junction>(state, request{"replace", statement_to_send<Dialect, query>(), named.at});
        std::size_t at = 0;
        for (junction const& pair : pairs) {
            with_members(pair, [&](auto const&... member) {
                bound_value const all[] = {encode_member(member)...};
                for (int i = 0; i < far.count; ++i) named.far_key()[i] = all[far.at[i]];
            });
            at = find_key(wanted, named.far_key(), at);
            if (at < there.size()) there[at] = true;
            else run_columns<Dialect, erase_columns_query<junction, of_pair>>(state, "replace", named.at);
        }
        std::size_t next = 0;
        for_each_key(keys, [&](auto const& one) {
            if (!there[next++]) connect(state, key, one);
        });
    }

private:
    /// The position of a key, looked for from a position on: the keys mostly come in the order of the pairs. As many as
    /// there are keys where it is none of them.
    static std::size_t find_key(std::vector<bound_value> const& keys, bound_value const* key, std::size_t from) {
        constexpr std::size_t parts = static_cast<std::size_t>(far.count);
        std::size_t const count = keys.size() / parts;
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t const at = (from + i) % count;
            bool equal = true;
            for (std::size_t part = 0; part < parts; ++part) equal = equal && same(keys[at * parts + part], key[part]);
            if (equal) return at;
        }
        return count;
    }
};

}  // namespace koine::detail
