// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/text_functions: functions that SQLite has only for text without NUL, or not in every build.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string_view>

namespace koine::detail {

inline std::string_view sqlite_text(sqlite3_value* value) {
    auto const* const bytes = static_cast<char const*>(sqlite3_value_blob(value));
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}
inline bool any_null(sqlite3_context* context, int count, sqlite3_value** arguments) {
    for (int i = 0; i < count; ++i)
        if (sqlite3_value_type(arguments[i]) == SQLITE_NULL) return sqlite3_result_null(context), true;
    return false;
}

/// The bytes of the character at the beginning of a text in UTF-8.
inline std::size_t character_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    return size;
}

/// koine_length(text): its characters.
inline void sqlite_length(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(context, count, arguments)) return;
    std::int64_t characters = 0;
    for (char c : sqlite_text(arguments[0])) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    sqlite3_result_int64(context, characters);
}

/// koine_substring(text, start, count), counted from 1.
inline void sqlite_substring(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(context, count, arguments)) return;
    std::string_view rest = sqlite_text(arguments[0]);
    for (sqlite3_int64 skipped = sqlite3_value_int64(arguments[1]); skipped > 1 && !rest.empty(); --skipped) rest.remove_prefix(character_size(rest));
    std::size_t size = 0;
    for (sqlite3_int64 taken = sqlite3_value_int64(arguments[2]); taken > 0 && size < rest.size(); --taken) size += character_size(rest.substr(size));
    // An empty view may have no pointer, which SQLite would take for NULL.
    sqlite3_result_text64(context, size == 0 ? "" : rest.data(), size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Whether a text is like a pattern: % is any characters, _ one, ! takes the next as it is.
inline bool is_like(std::string_view text, std::string_view pattern) {
    std::string_view text_behind;  // where to go on when what follows the last % does not fit
    std::string_view pattern_behind;
    bool open = false;
    while (true) {
        if (!pattern.empty() && pattern.front() == '%') {
            pattern.remove_prefix(1);
            text_behind = text;
            pattern_behind = pattern;
            open = true;
            continue;
        }
        bool const escaped = !pattern.empty() && pattern.front() == '!';
        std::string_view const wanted = escaped ? pattern.substr(1) : pattern;
        if (text.empty() && wanted.empty()) return true;
        if (!text.empty() && !wanted.empty() && !escaped && wanted.front() == '_') {
            text.remove_prefix(character_size(text));
            pattern = wanted.substr(1);
        } else if (!text.empty() && !wanted.empty() && wanted.front() == text.front()) {
            text.remove_prefix(1);
            pattern = wanted.substr(1);
        } else {
            if (!open || text_behind.empty()) return false;
            text_behind.remove_prefix(character_size(text_behind));
            text = text_behind;
            pattern = pattern_behind;
        }
    }
}
inline void sqlite_like(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(context, count, arguments)) return;
    sqlite3_result_int(context, is_like(sqlite_text(arguments[0]), sqlite_text(arguments[1])) ? 1 : 0);
}

/// koine_square_root(number): NULL of a negative one.
inline void sqlite_square_root(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (any_null(context, count, arguments)) return;
    double const number = sqlite3_value_double(arguments[0]);
    if (number < 0) sqlite3_result_null(context);
    else sqlite3_result_double(context, __builtin_sqrt(number));  // <cmath> would cost every unit its special functions
}

}  // namespace koine::detail
