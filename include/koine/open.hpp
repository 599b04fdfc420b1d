// SPDX-License-Identifier: BSL-1.0
// open: the database that a URL names, with the driver and the dialect that its scheme chooses.
#pragma once

#include <koine/database.hpp>

#include <koine/detail/type_list.hpp>

namespace koine {

namespace detail {

/// Calls `take(Driver, Dialect)` for the one whose scheme it is; false where there is none.
template <class Driver, class... Dialects, class Take>
bool take_scheme(std::string_view scheme, type_list<Dialects...>, Take& take) {
    return ((scheme == Dialects::scheme || scheme == Dialects::other_scheme ? (take(static_cast<Driver*>(nullptr), static_cast<Dialects*>(nullptr)), true) : false) || ...);
}

template <class... Dialects>
void list_schemes(type_list<Dialects...>, std::string& list) {
    (list.append(list.empty() ? "" : ", ").append(Dialects::scheme), ...);
}

template <class Driver, class Dialect, class Use>
decltype(auto) open_and_use(std::string_view url, Use& use) {
    database<Driver, Dialect> db(Driver::name_of(url));
    return use(db);
}

}  // namespace detail

/// Opens the database of a URL and calls `use(db)`, which is instantiated for every dialect of the listed drivers; all
/// results have one type. `koine::open<koine::driver::sqlite, koine::driver::libpq>("sqlite::memory:", [](auto& db) { … })`.
/// Throws an error of kind url where no driver of the list has the scheme.
template <class First, class... Drivers, class Use>
auto open(std::string_view url, Use&& use) {
    using detail::type_list;
    using result = std::invoke_result_t<Use&, database<First>&>;
    std::string_view const scheme = url.substr(0, url.find(':'));
    std::conditional_t<std::is_void_v<result>, bool, std::optional<result>> kept{};
    auto take = [&]<class Driver, class Dialect>(Driver*, Dialect*) {
        using same = std::is_same<result, std::invoke_result_t<Use&, database<Driver, Dialect>&>>;
        static_assert(same::value, "koine: what open() calls gives results of one type for every driver and dialect");
        if constexpr (std::is_void_v<result>) detail::open_and_use<Driver, Dialect>(url, use);
        else kept.emplace(detail::open_and_use<Driver, Dialect>(url, use));
    };
    bool const found = url.find(':') != std::string_view::npos &&
                       (detail::take_scheme<First>(scheme, typename First::dialects{}, take) || ... || detail::take_scheme<Drivers>(scheme, typename Drivers::dialects{}, take));
    if (!found) {
        std::string known;
        detail::list_schemes(typename First::dialects{}, known);
        (detail::list_schemes(typename Drivers::dialects{}, known), ...);
        throw error(error_kind::url, detail::spell({"koine: the URL begins with none of the schemes that can be opened here: ", known}));
    }
    if constexpr (!std::is_void_v<result>) return *std::move(kept);
}

}  // namespace koine
