// SPDX-License-Identifier: BSL-1.0
// package_graph · load: puts a status file into the database, all of it or nothing.
#pragma once

#include "dpkg_status.hpp"
#include "model.hpp"
#include "progress_bar.hpp"

#include <map>
#include <utility>
#include <vector>

namespace package_graph {

/// The rows of all tables, made before the first is written.
struct graph_rows {
    std::vector<maintainer> maintainers;
    std::vector<package> packages;
    std::vector<dependency> dependencies;
    std::vector<provides> provided;
};

inline graph_rows make_rows(status_file const& status) {
    graph_rows rows;
    std::map<std::pair<std::string, std::string>, std::int64_t> known;
    for (package_entry const& entry : status.packages) {
        auto const next = static_cast<std::int64_t>(known.size()) + 1;
        auto const [found, added] = known.try_emplace({entry.maintainer_name, entry.maintainer_email}, next);
        if (added) rows.maintainers.push_back({next, entry.maintainer_name, entry.maintainer_email});
        rows.packages.push_back({entry.name, found->second, entry.section, entry.version, entry.installed_size_kib});
        for (dependency_entry const& one : entry.dependencies)
            rows.dependencies.push_back({0, entry.name, one.group_no, one.alternative_no, one.target});
        for (std::string const& name : entry.provides) rows.provided.push_back({entry.name, name});
    }
    return rows;
}

/// Inserts rows by the thousand, so that the bar can move.
template <class Session, class Row>
void insert_with_progress(Session& transaction, std::vector<Row> const& rows, progress_bar& bar) {
    constexpr std::size_t at_once = 1000;
    std::vector<Row> some;
    for (std::size_t first = 0; first < rows.size(); first += at_once) {
        std::size_t const last = std::min(first + at_once, rows.size());
        some.assign(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(last));
        transaction.insert(some);
        bar.advance(last - first);
    }
}

/// Replaces what the database holds by a status file. An error leaves it as it was.
template <class Database>
void load(Database& db, status_file const& status) {
    graph_rows const rows = make_rows(status);
    progress_bar bar("rows", rows.maintainers.size() + rows.packages.size() + rows.dependencies.size() + rows.provided.size());
    db.transaction([&](auto& transaction) {
        transaction.execute(koine::erase_all<provides>());
        transaction.execute(koine::erase_all<dependency>());
        transaction.execute(koine::erase_all<package>());
        transaction.execute(koine::erase_all<maintainer>());
        insert_with_progress(transaction, rows.maintainers, bar);
        insert_with_progress(transaction, rows.packages, bar);
        insert_with_progress(transaction, rows.dependencies, bar);
        insert_with_progress(transaction, rows.provided, bar);
    });
}

}  // namespace package_graph
