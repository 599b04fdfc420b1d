// SPDX-License-Identifier: BSL-1.0
// query_log: an observer that prints a line for every statement: its name, milliseconds and rows, and its text; no value.
#pragma once

#include <koine/driver/observer.hpp>

#include <cstdio>
#include <cstdlib>

#include <unistd.h>

namespace koine {

/// Prints to a file, in colours where it is a terminal and NO_COLOR (no-color.org) is not set:
///     koine::query_log log{stderr};
///     db.observe(&log);
class query_log final : public observer {
public:
    explicit query_log(std::FILE* out = stderr) : query_log(out, is_coloured(out)) {}
    query_log(std::FILE* out, bool coloured) : out_(out), coloured_(coloured) {}

    void finished(statement_event const& event) noexcept override {
        std::fprintf(out_, "%s%-8.*s%s %9.3f ms %8lld %-4s  %s%.*s%s\n", colour(event.failed ? "\x1b[31m" : "\x1b[36m"), width(event.name), event.name.data(),
                     colour("\x1b[0m"), static_cast<double>(event.nanoseconds) / 1e6, static_cast<long long>(event.rows), word_for(event),
                     colour("\x1b[2m"), width(event.sql), event.sql.data(), colour("\x1b[0m"));
    }

private:
    static bool is_coloured(std::FILE* out) {
        char const* const refused = std::getenv("NO_COLOR");
        return ::isatty(::fileno(out)) != 0 && (refused == nullptr || *refused == '\0');
    }
    static char const* word_for(statement_event const& event) {
        if (event.failed) return "FAIL";
        return event.rows == 1 ? "row" : "rows";
    }
    static int width(std::string_view text) { return static_cast<int>(text.size()); }
    [[nodiscard]] char const* colour(char const* code) const { return coloured_ ? code : ""; }

    std::FILE* out_;
    bool coloured_;
};

}  // namespace koine
