// SPDX-License-Identifier: BSL-1.0
// package_graph: this machine's installed packages in an SQLite file, and five questions about them.

#include "load.hpp"
#include "options.hpp"
#include "reports.hpp"

#include <koine/driver/sqlite.hpp>

#include <fmt/core.h>

namespace package_graph {

using database = koine::database<koine::driver::sqlite>;

void report_maintainers(database& db) {
    std::vector<std::int64_t> ids;
    fmt::print("\nThe maintainers with the most packages\n");
    for (maintainer_rank const& rank : db.all(busiest_maintainers())) {
        fmt::print("{:>6}  {}\n", rank.packages, rank.name);
        ids.push_back(rank.id);
    }
    fmt::print("\nTheir largest packages, and what those need first\n");
    for (maintainer_page const& page : db.all(largest_packages_of(ids))) {
        fmt::print("{}{}\n", page.name, page.email.empty() ? "" : " <" + page.email + ">");
        for (large_package const& large : page.packages) {
            fmt::print("{:>10} KiB  {}\n", large.installed_size_kib, large.name);
            for (needed_target const& needed : large.dependencies) fmt::print("{:>16}  {}\n", needed.group_no, needed.target);
        }
    }
}

void report_without(database& db, std::string const& gone) {
    if (!db.find<package>(gone)) {
        fmt::print("\nNo installed package is named {}\n", gone);
        return;
    }
    std::vector<std::string> const broken = db.all(broken_without(gone));
    fmt::print("\nPackages that could not stay without {}: {}\n", gone, broken.size());
    for (std::string const& name : broken) fmt::print("  {}\n", name);
}

void report_section(database& db, std::string const& section, std::int64_t page_size) {
    std::int64_t const count = db.count(packages_of_section(section));
    std::int64_t const pages = (count + page_size - 1) / page_size;
    fmt::print("\nSection {}: {} packages\n", section, count);
    for (std::int64_t page = 0; page < pages; ++page) {
        fmt::print("page {} of {}\n", page + 1, pages);
        for (listed_package const& listed : db.all(page_of_section(section, page, page_size)))
            fmt::print("{:>10} KiB  {} {}\n", listed.installed_size_kib, listed.name, listed.version);
    }
}

void run(options const& chosen) {
    status_file const status = read_status_file(chosen.status);
    database db{chosen.database};
    db.create_tables<maintainer, package, dependency, provides>();
    load(db, status);
    fmt::print("{}: {} packages; left out: {} not installed, {} of another architecture\n", chosen.status,
               status.packages.size(), status.skipped_not_installed, status.skipped_other_architecture);
    report_maintainers(db);
    report_without(db, chosen.without);
    report_section(db, chosen.section, chosen.page_size);
}

}  // namespace package_graph

int main(int count, char** arguments) {
    try {
        auto const chosen = package_graph::read_options({arguments + 1, arguments + count});
        if (chosen.help) fmt::print("{}", package_graph::usage);
        else package_graph::run(chosen);
        return 0;
    } catch (package_graph::usage_error const& failure) {
        fmt::print(stderr, "package_graph: {}\n{}", failure.what(), package_graph::usage);
        return 2;
    } catch (std::exception const& failure) {
        fmt::print(stderr, "package_graph: {}\n", failure.what());
        return 1;
    }
}
