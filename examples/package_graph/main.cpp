// SPDX-License-Identifier: BSL-1.0
// package_graph: this machine's installed packages in an SQLite file, and six questions about them.

#include "load.hpp"
#include "options.hpp"
#include "reports.hpp"

#include <koine/driver/sqlite.hpp>

#include <fmt/core.h>

#include <algorithm>

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
            for (first_need const& need : large.needs) {
                fmt::print("{:>16} ", need.number);
                for (needed_name const& one : need.alternatives) fmt::print("{}{}", &one == need.alternatives.data() ? " " : " or ", one.name);
                fmt::print("\n");
            }
        }
    }
}

void report_names(database& db) {
    fmt::print("\nThe names that most packages ask for, and who answers to them\n");
    for (wanted_name const& wanted : db.all(most_wanted_names())) {
        fmt::print("{:>6}  {}\n", wanted.wishes, wanted.text);
        for (provider const& one : wanted.providers) fmt::print("{:>10}{} {}\n", "", one.name, one.version);
    }
}

void report_without(database& db, std::string const& gone) {
    if (!db.find<package>(gone)) {
        fmt::print("\nNo installed package is named {}\n", gone);
        return;
    }
    std::vector<std::string> const lost = db.all(lost_without<1>(gone));
    fmt::print("\nPackages that could not stay without {}: {}\n", gone, lost.size());
    for (std::string const& one : lost) fmt::print("  {}\n", one);
    std::vector<std::string> later;
    for (std::string const& one : db.all(lost_without<2>(gone)))
        if (std::find(lost.begin(), lost.end(), one) == lost.end()) later.push_back(one);
    fmt::print("and without those: {}\n", later.size());
    for (std::string const& one : later) fmt::print("  {}\n", one);
}

void report_section(database& db, std::string const& section, std::int64_t page_size) {
    std::string token;
    for (std::int64_t number = 1;; ++number) {
        auto const page = db.page(packages_of_section(section), {.size = page_size, .after = token, .with_total = true});
        if (number == 1) fmt::print("\nSection {}: {} packages\n", section, *page.total);
        if (!page.rows.empty()) fmt::print("page {} of {}\n", number, (*page.total + page_size - 1) / page_size);
        for (listed_package const& listed : page.rows)
            fmt::print("{:>10} KiB  {} {}\n", listed.installed_size_kib, listed.name, listed.version);
        if (!page.next) return;
        token = *page.next;
    }
}

void run(options const& chosen) {
    status_file const status = read_status_file(chosen.status);
    database db{chosen.database};
    db.create_tables<maintainer, package, name, provision, need, alternative>();
    load(db, status);
    fmt::print("{}: {} packages; left out: {} not installed, {} of another architecture\n", chosen.status,
               status.packages.size(), status.skipped_not_installed, status.skipped_other_architecture);
    report_maintainers(db);
    report_names(db);
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
