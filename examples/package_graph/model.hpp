// SPDX-License-Identifier: BSL-1.0
// package_graph · model: the tables that the installed packages are kept in.
#pragma once

#include <koine/koine.hpp>

namespace package_graph {

struct package;
struct name;
struct need;
struct alternative;
struct provision;

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
        .has_many<"needs", need, "package">()
        .many_to_many<"names", package_graph::name, provision, "package", "name">()
        .index<&package::section, &package::name>();
}

/// A name by which a package can be asked for: its own, or one that it provides. It may be nobody's.
struct name {
    std::string text;
};
constexpr auto describe(koine::model<name>) {
    return koine::table("name")
        .primary_key<&name::text>()
        .many_to_many<"providers", package, provision, "name", "package">()
        .has_many<"wishes", alternative, "name">();
}

/// That a package answers to a name.
struct provision {
    std::string package_name;
    std::string name;
};
constexpr auto describe(koine::model<provision>) {
    return koine::table("provision")
        .primary_key<&provision::package_name, &provision::name>()
        .column<&provision::package_name>("package")
        .belongs_to<"package", package, &provision::package_name>(koine::on_delete::cascade)
        .belongs_to<"name", package_graph::name, &provision::name>();
}

/// Something that a package depends on, and that any one of some names would do for.
struct need {
    std::string package_name;
    std::int32_t number{};
};
constexpr auto describe(koine::model<need>) {
    return koine::table("need")
        .primary_key<&need::package_name, &need::number>()
        .column<&need::package_name>("package")
        .belongs_to<"package", package, &need::package_name>(koine::on_delete::cascade)
        .has_many<"alternatives", alternative, "need">();
}

struct alternative {
    std::string package_name;
    std::int32_t need_number{};
    std::int32_t number{};
    std::string name;
};
constexpr auto describe(koine::model<alternative>) {
    return koine::table("alternative")
        .primary_key<&alternative::package_name, &alternative::need_number, &alternative::number>()
        .column<&alternative::package_name>("package")
        .belongs_to<"need", need, &alternative::package_name, &alternative::need_number>(koine::on_delete::cascade)
        .belongs_to<"name", package_graph::name, &alternative::name>();
}

}  // namespace package_graph
