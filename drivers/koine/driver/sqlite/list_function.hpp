// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/list_function: koine_list(?), a table of the elements of a bound list, and koine_fold(text).
#pragma once

#include <koine/types/decimal_form.hpp>
#include <koine/types/moment.hpp>
#include <koine/types/uuid_form.hpp>

#include <sqlite3.h>

#include <cstring>
#include <new>
#include <string>

namespace koine::detail {

/// The name under which a list's pointer is bound; SQLite gives it to nobody who asks for another.
inline constexpr char const* sqlite_list_pointer = "koine_list";

/// Eight bytes, big-endian: how SQLite keeps a uint64, so that its bytes compare as its number does.
struct big_endian_bytes {
    unsigned char bytes[8];
    explicit big_endian_bytes(std::uint64_t value) {
        for (int i = 7; i >= 0; --i, value >>= 8) bytes[i] = static_cast<unsigned char>(value & 0xff);
    }
};

/// A cursor over a bound list; the table has the column `value` and, hidden, the list.
struct sqlite_list_cursor : sqlite3_vtab_cursor {
    bound_value const* list = nullptr;
    std::size_t at = 0;
};

inline int sqlite_list_connect(sqlite3* connection, void*, int, char const* const*, sqlite3_vtab** table, char**) {
    int const code = sqlite3_declare_vtab(connection, "CREATE TABLE koine_list(value, list HIDDEN)");
    if (code != SQLITE_OK) return code;
    *table = new (std::nothrow) sqlite3_vtab{};
    return *table == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}
inline int sqlite_list_disconnect(sqlite3_vtab* table) { return delete table, SQLITE_OK; }
inline int sqlite_list_best_index(sqlite3_vtab*, sqlite3_index_info* info) {
    for (int i = 0; i < info->nConstraint; ++i) {
        auto const& constraint = info->aConstraint[i];
        if (constraint.iColumn != 1 || constraint.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
        if (constraint.usable == 0) return SQLITE_CONSTRAINT;
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        info->idxNum = 1;
        info->estimatedCost = 10;
        info->estimatedRows = 10;
    }
    return SQLITE_OK;
}
inline int sqlite_list_open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    *cursor = new (std::nothrow) sqlite_list_cursor{};
    return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}
inline int sqlite_list_close(sqlite3_vtab_cursor* cursor) { return delete static_cast<sqlite_list_cursor*>(cursor), SQLITE_OK; }
inline int sqlite_list_filter(sqlite3_vtab_cursor* cursor, int plan, char const*, int, sqlite3_value** arguments) {
    auto* const list = static_cast<sqlite_list_cursor*>(cursor);
    list->list = plan == 1 ? static_cast<bound_value const*>(sqlite3_value_pointer(arguments[0], sqlite_list_pointer)) : nullptr;
    list->at = 0;
    return SQLITE_OK;
}
inline int sqlite_list_next(sqlite3_vtab_cursor* cursor) { return ++static_cast<sqlite_list_cursor*>(cursor)->at, SQLITE_OK; }
inline int sqlite_list_eof(sqlite3_vtab_cursor* cursor) {
    auto const* const list = static_cast<sqlite_list_cursor*>(cursor);
    return list->list == nullptr || list->at >= list->list->size ? 1 : 0;
}
inline void sqlite_result(sqlite3_context* context, bound_value const& value) {
    switch (value.kind) {
    case bound_kind::boolean: return sqlite3_result_int(context, value.boolean ? 1 : 0);
    case bound_kind::integer: return sqlite3_result_int64(context, value.integer);
    case bound_kind::unsigned_integer: return sqlite3_result_blob64(context, big_endian_bytes(value.unsigned_integer).bytes, 8, SQLITE_TRANSIENT);
    case bound_kind::real: return sqlite3_result_double(context, value.real);
    // An empty view may have no pointer, which SQLite would take for NULL.
    case bound_kind::text: return sqlite3_result_text64(context, value.size == 0 ? "" : value.text, value.size, SQLITE_TRANSIENT, SQLITE_UTF8);
    case bound_kind::bytes:
        return value.size == 0 ? sqlite3_result_zeroblob(context, 0) : sqlite3_result_blob64(context, value.bytes, value.size, SQLITE_TRANSIENT);
    case bound_kind::date:
    case bound_kind::time:
    case bound_kind::instant:
    case bound_kind::local_time: {
        moment_text const text(value);
        return sqlite3_result_text64(context, text.at, text.size, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    case bound_kind::decimal: {
        decimal_text const text(without_zeros(value.as_decimal()));
        return sqlite3_result_text64(context, text.view().data(), text.view().size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    case bound_kind::uuid: {
        char bytes[16];
        store_uuid(value.as_uuid(), bytes);
        return sqlite3_result_blob64(context, bytes, sizeof(bytes), SQLITE_TRANSIENT);
    }
    default: return sqlite3_result_null(context);
    }
}
inline int sqlite_list_column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int column) {
    auto const* const list = static_cast<sqlite_list_cursor*>(cursor);
    if (column != 0) return SQLITE_OK;
    try {
        sqlite_result(context, list->list->element_at(list->at));
    } catch (std::exception const& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
    return SQLITE_OK;
}
inline int sqlite_list_rowid(sqlite3_vtab_cursor* cursor, sqlite3_int64* row) {
    return *row = static_cast<sqlite3_int64>(static_cast<sqlite_list_cursor*>(cursor)->at), SQLITE_OK;
}

inline constexpr sqlite3_module sqlite_list_module = [] {
    sqlite3_module module{};
    module.xConnect = sqlite_list_connect;
    module.xBestIndex = sqlite_list_best_index;
    module.xDisconnect = sqlite_list_disconnect;
    module.xOpen = sqlite_list_open;
    module.xClose = sqlite_list_close;
    module.xFilter = sqlite_list_filter;
    module.xNext = sqlite_list_next;
    module.xEof = sqlite_list_eof;
    module.xColumn = sqlite_list_column;
    module.xRowid = sqlite_list_rowid;
    return module;
}();

/// Folds A to Z of a text, as bytes: SQLite's own lower() stops at a NUL.
inline void sqlite_fold(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    auto const* const bytes = static_cast<char const*>(sqlite3_value_blob(arguments[0]));
    auto const size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    auto* const folded = static_cast<char*>(sqlite3_malloc64(size + 1));
    if (folded == nullptr) return sqlite3_result_error_nomem(context);
    for (std::size_t i = 0; i < size; ++i) folded[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? static_cast<char>(bytes[i] + 32) : bytes[i];
    sqlite3_result_blob64(context, folded, size, sqlite3_free);
}

}  // namespace koine::detail
