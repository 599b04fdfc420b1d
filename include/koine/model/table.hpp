// SPDX-License-Identifier: BSL-1.0
// model · table: the words in which a user describes a model.
#pragma once

#include <koine/model/entry.hpp>

#include <koine/detail/fixed_string.hpp>
#include <koine/detail/probe.hpp>

namespace koine {

/// Names a model where `describe` is declared: `constexpr auto describe(koine::model<author>)`.
template <class Model>
struct model {};

namespace detail {
template <auto... Members>
constexpr member_list members_named() {
    constexpr bool fits = sizeof...(Members) <= maximum_key_columns;
    static_assert(fits, "koine: a key has at most eight columns");
    if constexpr (fits) return {{member_address<Members>...}, static_cast<int>(sizeof...(Members))};
    else return {};
}
}  // namespace detail

/// A table in words; every call gives a longer description. Names types and relation names of other models, never
/// their members, so that a forward declaration of them is enough.
template <int Count, class... Related>
class description {
public:
    std::string_view table_name;
    std::string_view schema_name;
    detail::entry entries[Count == 0 ? 1 : Count]{};

    /// Keeps the table in a schema (PostgreSQL), a database (MySQL, MariaDB) or an attached file (SQLite) of this name.
    [[nodiscard]] constexpr description schema(std::string_view name) const {
        description copy = *this;
        copy.schema_name = name;
        return copy;
    }
    /// Names the column of a member other than the member.
    template <auto Member>
    [[nodiscard]] constexpr auto column(std::string_view name) const {
        return with({.kind = detail::entry_kind::column, .members = detail::members_named<Member>(), .name = name});
    }
    /// Bounds a text column, in characters.
    template <auto Member>
    [[nodiscard]] constexpr auto length(unsigned characters) const {
        return with({.kind = detail::entry_kind::length, .members = detail::members_named<Member>(), .length = characters});
    }
    /// Gives a column a default of the database; inserts use it where `koine::defaults<…>` says so.
    template <auto Member>
    [[nodiscard]] constexpr auto default_value(constant value) const {
        return with({.kind = detail::entry_kind::default_value, .members = detail::members_named<Member>(), .value = value});
    }
    template <auto... Members>
    [[nodiscard]] constexpr auto primary_key() const {
        return with({.kind = detail::entry_kind::primary_key, .members = detail::members_named<Members...>()});
    }
    template <auto Member>
    [[nodiscard]] constexpr auto primary_key(generated_t) const {
        return with({.kind = detail::entry_kind::primary_key, .members = detail::members_named<Member>(), .generated = true});
    }
    template <auto... Members>
    [[nodiscard]] constexpr auto unique(std::string_view name = {}) const {
        return with({.kind = detail::entry_kind::unique, .members = detail::members_named<Members...>(), .name = name});
    }
    template <auto... Members>
    [[nodiscard]] constexpr auto index(std::string_view name = {}) const {
        return with({.kind = detail::entry_kind::index, .members = detail::members_named<Members...>(), .name = name});
    }

    /// A foreign key: these members hold the primary key of `Other`. Declares an index on them, unless a declared key
    /// or index begins with them.
    template <fixed_string Name, class Other, auto... Members>
    [[nodiscard]] constexpr auto belongs_to(on_delete action = on_delete::no_action) const {
        return relate<Other>({.kind = detail::entry_kind::belongs_to,
                              .members = detail::members_named<Members...>(),
                              .name = name_of<Name>(),
                              .action = action});
    }
    template <fixed_string Name, class Other, auto... Members>
    [[nodiscard]] constexpr auto belongs_to(unindexed_t, on_delete action = on_delete::no_action) const {
        return relate<Other>({.kind = detail::entry_kind::belongs_to,
                              .members = detail::members_named<Members...>(),
                              .name = name_of<Name>(),
                              .action = action,
                              .unindexed = true});
    }
    /// Says that the `belongs_to` just before references these members rather than the primary key.
    template <auto... Members>
    [[nodiscard]] constexpr auto references() const {
        static_assert(Count > 0, "koine: references<…>() stands right behind the belongs_to whose key it names");
        description copy = *this;
        copy.entries[Count > 0 ? Count - 1 : 0].references = detail::members_named<Members...>();
        return copy;
    }
    /// The rows of `Other` whose relation `Inverse` is this row.
    template <fixed_string Name, class Other, fixed_string Inverse>
    [[nodiscard]] constexpr auto has_many() const {
        return relate<Other>({.kind = detail::entry_kind::has_many, .name = name_of<Name>(), .inverse = name_of<Inverse>()});
    }
    /// The one row of `Other`, if any, whose relation `Inverse` is this row.
    template <fixed_string Name, class Other, fixed_string Inverse>
    [[nodiscard]] constexpr auto has_one() const {
        return relate<Other>({.kind = detail::entry_kind::has_one, .name = name_of<Name>(), .inverse = name_of<Inverse>()});
    }
    /// The rows of `Other` that a row of `Junction` pairs with this row: `Near` is the junction's belongs_to this model, `Far`
    /// its belongs_to the other.
    template <fixed_string Name, class Other, class Junction, fixed_string Near, fixed_string Far>
    [[nodiscard]] constexpr auto many_to_many() const {
        return append<Other, Junction>({.kind = detail::entry_kind::many_to_many,
                                        .name = name_of<Name>(),
                                        .inverse = name_of<Near>(),
                                        .onward = name_of<Far>(),
                                        .related = sizeof...(Related),
                                        .junction = sizeof...(Related) + 1});
    }

private:
    template <fixed_string Name>
    static constexpr auto kept_name = Name;
    /// The name in static storage, where a view of it can stay.
    template <fixed_string Name>
    static constexpr std::string_view name_of() {
        return kept_name<Name>.view();
    }
    template <class... More>
    constexpr auto append(detail::entry added) const {
        description<Count + 1, Related..., More...> longer{table_name, schema_name};
        for (int i = 0; i < Count; ++i) longer.entries[i] = entries[i];
        longer.entries[Count] = added;
        return longer;
    }
    constexpr auto with(detail::entry added) const { return append<>(added); }
    template <class Other>
    constexpr auto relate(detail::entry added) const {
        added.related = sizeof...(Related);
        return append<Other>(added);
    }
};

/// Starts the description of a model that is kept in the table of this name.
constexpr description<0> table(std::string_view name) { return {name, {}, {}}; }

}  // namespace koine
