// SPDX-License-Identifier: BSL-1.0
// package_graph · load: puts a status file into the database, all of it or nothing.
#pragma once

#include "dpkg_status.hpp"
#include "model.hpp"
#include "progress_bar.hpp"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace package_graph {

/// The rows of all tables, made before the first is written.
struct graph_rows {
    std::vector<maintainer> maintainers;
    std::vector<package> packages;
    std::vector<name> names;
    std::vector<provision> provisions;
    std::vector<need> needs;
    std::vector<alternative> alternatives;

    [[nodiscard]] std::size_t size() const {
        return maintainers.size() + packages.size() + names.size() + provisions.size() + needs.size() + alternatives.size();
    }
};

inline graph_rows make_rows(status_file const& status) {
    graph_rows rows;
    std::map<std::pair<std::string, std::string>, std::int64_t> known;
    std::set<std::string> names;
    std::set<std::pair<std::string, std::int32_t>> needs;
    auto const provide = [&](std::string const& package, std::string const& text) {
        names.insert(text);
        rows.provisions.push_back({package, text});
    };
    for (package_entry const& entry : status.packages) {
        auto const next = static_cast<std::int64_t>(known.size()) + 1;
        auto const [found, added] = known.try_emplace({entry.maintainer_name, entry.maintainer_email}, next);
        if (added) rows.maintainers.push_back({next, entry.maintainer_name, entry.maintainer_email});
        rows.packages.push_back({entry.name, found->second, entry.section, entry.version, entry.installed_size_kib});
        provide(entry.name, entry.name);
        for (std::string const& text : entry.provides)
            if (text != entry.name) provide(entry.name, text);
        for (dependency_entry const& one : entry.dependencies) {
            if (needs.emplace(entry.name, one.group_no).second) rows.needs.push_back({entry.name, one.group_no});
            names.insert(one.target);
            rows.alternatives.push_back({entry.name, one.group_no, one.alternative_no, one.target});
        }
    }
    for (std::string const& text : names) rows.names.push_back({text});
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
    progress_bar bar("rows", rows.size());
    db.transaction([&](auto& transaction) {
        transaction.execute(koine::erase_all<alternative>());
        transaction.execute(koine::erase_all<need>());
        transaction.execute(koine::erase_all<provision>());
        transaction.execute(koine::erase_all<name>());
        transaction.execute(koine::erase_all<package>());
        transaction.execute(koine::erase_all<maintainer>());
        insert_with_progress(transaction, rows.maintainers, bar);
        insert_with_progress(transaction, rows.packages, bar);
        insert_with_progress(transaction, rows.names, bar);
        insert_with_progress(transaction, rows.provisions, bar);
        insert_with_progress(transaction, rows.needs, bar);
        insert_with_progress(transaction, rows.alternatives, bar);
    });
}

}  // namespace package_graph
