// SPDX-License-Identifier: BSL-1.0
// package_graph · reports: the questions, each one query.
#pragma once

#include "model.hpp"

namespace package_graph {

using koine::col;
using koine::none;
using koine::some;

struct maintainer_rank {
    std::int64_t id{};
    std::string name;
    std::int64_t packages{};
};

/// The ten maintainers with the most packages.
inline auto busiest_maintainers() {
    return koine::from<maintainer>()
        .select<maintainer_rank>(koine::as<&maintainer_rank::packages>(koine::count_of<"packages">()))
        .order_by(koine::desc(koine::count_of<"packages">()), col<&maintainer::name>)
        .limit<10>();
}

struct needed_name {
    std::string name;
};
struct first_need {
    std::int32_t number{};
    std::vector<needed_name> alternatives;
};
struct large_package {
    std::string name;
    std::int64_t installed_size_kib{};
    std::vector<first_need> needs;
};
struct maintainer_page {
    std::string name;
    std::string email;
    std::vector<large_package> packages;
};

/// Of these maintainers the five largest packages each, and of each of those what it needs first.
inline auto largest_packages_of(std::vector<std::int64_t> const& maintainers) {
    return koine::from<maintainer>()
        .select<maintainer_page>()
        .include<&maintainer_page::packages>(koine::order_by(koine::desc(col<&package::installed_size_kib>), col<&package::name>),
                                             koine::limit(5))
        .include<&maintainer_page::packages, &large_package::needs>(koine::order_by(col<&need::number>), koine::limit(4))
        .include<&maintainer_page::packages, &large_package::needs, &first_need::alternatives>(koine::order_by(col<&alternative::number>))
        .where(col<&maintainer::id>.in(maintainers))
        .order_by(col<&maintainer::name>, col<&maintainer::id>);
}

struct provider {
    std::string name;
    std::string version;
};
struct wanted_name {
    std::string text;
    std::int64_t wishes{};
    std::vector<provider> providers;
};

/// The names that most packages ask for, and who answers to them.
inline auto most_wanted_names() {
    return koine::from<name>()
        .select<wanted_name>(koine::as<&wanted_name::wishes>(koine::count_of<"wishes">()))
        .include<&wanted_name::providers>(koine::order_by(col<&package::name>))
        .order_by(koine::desc(koine::count_of<"wishes">()), col<&name::text>)
        .limit<5>();
}

/// Whether a need could not be met without some packages: it is met today, and every package that meets it is `lost`.
template <class Lost>
auto is_met_by_nothing_but(Lost const& lost) {
    return some<"alternatives">(koine::is<"name">(some<"providers">())) &&
           none<"alternatives">(koine::is<"name">(some<"providers">(!lost)));
}
/// Whether a package is gone, or could not stay, after so many rounds in which packages leave that miss others.
template <int Rounds>
auto is_lost(std::string_view gone) {
    if constexpr (Rounds == 0) return col<&package::name> == gone;
    else return col<&package::name> == gone || some<"needs">(is_met_by_nothing_but(is_lost<Rounds - 1>(gone)));
}

/// The packages that could not stay without another: one round finds those that need it themselves, the next those that
/// need one of these. A text has an end, so the rounds are counted when compiling.
template <int Rounds>
auto lost_without(std::string_view gone) {
    return koine::from<package>()
        .select(col<&package::name>)
        .where(col<&package::name> != gone && some<"needs">(is_met_by_nothing_but(is_lost<Rounds - 1>(gone))))
        .order_by(col<&package::name>);
}

struct listed_package {
    std::string name;
    std::string version;
    std::int64_t installed_size_kib{};
};

/// A section's packages, to be read page by page.
inline auto packages_of_section(std::string_view section) {
    return koine::from<package>().select<listed_package>().where(col<&package::section> == section).order_by(col<&package::name>);
}

}  // namespace package_graph
