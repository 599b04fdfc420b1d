// SPDX-License-Identifier: BSL-1.0
// package_graph · options: what the command line asks for.
#pragma once

#include <charconv>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace package_graph {

inline constexpr char const* usage =
    "usage: package_graph [STATUS] [--database FILE] [--without PACKAGE] [--section SECTION] [--page-size N]\n"
    "Loads a dpkg status file (/var/lib/dpkg/status) into an SQLite file (package_graph.sqlite) and reports on it.\n";

struct usage_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct options {
    std::string status = "/var/lib/dpkg/status";
    std::string database = "package_graph.sqlite";
    std::string without = "libssl3";
    std::string section = "libs";
    std::int64_t page_size = 20;
    bool help = false;
};

inline options read_options(std::vector<std::string_view> const& arguments) {
    options chosen;
    bool status_given = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view const word = arguments[i];
        auto const value = [&] {
            if (i + 1 == arguments.size()) throw usage_error(std::string(word) + " needs a value");
            return arguments[++i];
        };
        if (word == "--help" || word == "-h") chosen.help = true;
        else if (word == "--database") chosen.database = value();
        else if (word == "--without") chosen.without = value();
        else if (word == "--section") chosen.section = value();
        else if (word == "--page-size") {
            std::string_view const digits = value();
            auto const [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), chosen.page_size);
            if (failed != std::errc{} || end != digits.data() + digits.size() || chosen.page_size < 1)
                throw usage_error("--page-size takes a whole number from 1");
        } else if (word.starts_with("-")) throw usage_error("there is no option " + std::string(word));
        else if (status_given) throw usage_error("there is one STATUS file");
        else {
            chosen.status = word;
            status_given = true;
        }
    }
    return chosen;
}

}  // namespace package_graph
