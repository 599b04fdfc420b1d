// SPDX-License-Identifier: BSL-1.0
// package_graph · model: the tables that the installed packages are kept in.
#pragma once

#include <koine/koine.hpp>

namespace package_graph {

struct package;
struct dependency;
struct provides;

struct maintainer {
    std::int64_t id{};
    std::string name;
    std::string email;
};
constexpr auto describe(koine::model<maintainer>) {
    return koine::table("maintainer")
        .primary_key<&maintainer::id>()
        .unique<&maintainer::name, &maintainer::email>()
        .has_many<"packages", package, "maintainer">();
}

struct package {
    std::string name;
    std::int64_t maintainer_id{};
    std::string section;
    std::string version;
    std::int64_t installed_size_kib{};
};
constexpr auto describe(koine::model<package>) {
    return koine::table("package")
        .primary_key<&package::name>()
        .belongs_to<"maintainer", maintainer, &package::maintainer_id>()
        .has_many<"dependencies", dependency, "package">()
        .has_many<"provides", provides, "package">()
        .index<&package::section, &package::name>();
}

/// One alternative of one group: a package needs one alternative of each of its groups. The target is no foreign key,
/// because it may be a name that others provide, or not be installed.
struct dependency {
    std::int64_t id{};
    std::string package_name;
    std::int32_t group_no{};
    std::int32_t alternative_no{};
    std::string target;
};
constexpr auto describe(koine::model<dependency>) {
    return koine::table("dependency")
        .primary_key<&dependency::id>(koine::generated)
        .column<&dependency::package_name>("package")
        .belongs_to<"package", package, &dependency::package_name>(koine::on_delete::cascade)
        .unique<&dependency::package_name, &dependency::group_no, &dependency::alternative_no>()
        .index<&dependency::target>();
}

/// A name other than its own under which a package can be asked for.
struct provides {
    std::string package_name;
    std::string name;
};
constexpr auto describe(koine::model<provides>) {
    return koine::table("provides")
        .primary_key<&provides::package_name, &provides::name>()
        .column<&provides::package_name>("package")
        .belongs_to<"package", package, &provides::package_name>(koine::on_delete::cascade)
        .index<&provides::name>();
}

}  // namespace package_graph
