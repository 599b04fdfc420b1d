// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/place: fills the databases that hold the library's rows.
#include "place.hpp"

namespace bench::sqlite {

database& memory() {
    static database& db = memory_of(library_rows{});
    return db;
}

database& file() {
    static temporary_file const where;
    static database db{where.name()};
    static bool const filled = (library_rows::fill(db), true);
    static_cast<void>(filled);
    return db;
}

sqlite3* serialized_memory() {
    static sqlite3* const handle = [] {
        sqlite3* opened = nullptr;
        if (sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(opened));
        return opened;
    }();
    static database adopted{handle};
    static bool const filled = (library_rows::fill(adopted), true);
    static_cast<void>(filled);
    return handle;
}

}  // namespace bench::sqlite
