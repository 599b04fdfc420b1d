// SPDX-License-Identifier: BSL-1.0
// package_graph · reports: the questions, each one query.
#pragma once

#include "model.hpp"

namespace package_graph {

using koine::col;

struct maintainer_rank {
    std::int64_t id{};
    std::string name;
    std::int64_t packages{};
};

/// The ten maintainers with the most packages.
inline auto busiest_maintainers() {
    return koine::from<maintainer>()
        .join<"packages">()
        .select<maintainer_rank>(col<&maintainer::id>, col<&maintainer::name>, koine::count())
        .group_by(col<&maintainer::id>)
        .order_by(koine::desc(koine::count()), col<&maintainer::name>)
        .limit<10>();
}

struct needed_target {
    std::int32_t group_no{};
    std::string target;
};
struct large_package {
    std::string name;
    std::int64_t installed_size_kib{};
    std::vector<needed_target> dependencies;
};
struct maintainer_page {
    std::string name;
    std::string email;
    std::vector<large_package> packages;
};

/// Of these maintainers the five largest packages each, and of each of those the first eight dependencies.
inline auto largest_packages_of(std::vector<std::int64_t> const& maintainers) {
    return koine::from<maintainer>()
        .select<maintainer_page>()
        .include<&maintainer_page::packages>(koine::order_by(koine::desc(col<&package::installed_size_kib>), col<&package::name>),
                                             koine::limit(5))
        .include<&maintainer_page::packages, &large_package::dependencies>(
            koine::order_by(col<&dependency::group_no>, col<&dependency::alternative_no>), koine::limit(8))
        .where(col<&maintainer::id>.in(maintainers))
        .order_by(col<&maintainer::name>, col<&maintainer::id>);
}

/// The packages that could not stay without another: one of their groups is met by it, or by something that it provides,
/// and by nothing else that is installed.
inline auto broken_without(std::string_view gone) {
    constexpr auto needed = koine::alias<dependency, "needed">;
    constexpr auto alternative = koine::alias<dependency, "alternative">;
    constexpr auto other = koine::alias<package, "other">;
    constexpr auto theirs = koine::alias<provides, "theirs">;

    auto const met_by_it = needed.col<&dependency::target> == gone ||
                           koine::exists(koine::from<provides>().where(col<&provides::package_name> == gone &&
                                                                       col<&provides::name> == needed.col<&dependency::target>));
    auto const met_by_another =
        koine::exists(koine::from(other).where(other.col<&package::name> == alternative.col<&dependency::target> &&
                                               other.col<&package::name> != gone)) ||
        koine::exists(koine::from(theirs).where(theirs.col<&provides::name> == alternative.col<&dependency::target> &&
                                                theirs.col<&provides::package_name> != gone));
    return koine::from<package>()
        .select(col<&package::name>)
        .where(col<&package::name> != gone)
        .where(koine::exists(koine::from(needed).where(
            needed.col<&dependency::package_name> == col<&package::name> && met_by_it &&
            !koine::exists(koine::from(alternative)
                               .where(alternative.col<&dependency::package_name> == needed.col<&dependency::package_name> &&
                                      alternative.col<&dependency::group_no> == needed.col<&dependency::group_no> &&
                                      met_by_another)))))
        .order_by(col<&package::name>);
}

struct listed_package {
    std::string name;
    std::string version;
    std::int64_t installed_size_kib{};
};

/// One page of a section's packages, counted from 0.
inline auto page_of_section(std::string_view section, std::int64_t page, std::int64_t page_size) {
    return koine::from<package>()
        .select<listed_package>()
        .where(col<&package::section> == section)
        .order_by(col<&package::name>)
        .limit(page_size)
        .offset(page * page_size);
}

inline auto packages_of_section(std::string_view section) { return koine::from<package>().where(col<&package::section> == section); }

}  // namespace package_graph
