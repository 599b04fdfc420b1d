// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/place: the databases that all sides read, in memory and in a file; both sides use one connection.
#pragma once

#include "data.hpp"

#include <koine/driver/sqlite.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <system_error>

#include <unistd.h>

namespace bench::sqlite {

using database = koine::database<koine::driver::sqlite>;

/// A name that is a case's last part, and a database that is filled when it is first asked for.
struct place {
    char const* name;
    database& (*open)();
};

/// The database in memory that holds a set of rows.
template <class Data>
database& memory_of(Data const& data) {
    static std::map<std::string, std::unique_ptr<database>> all;
    std::unique_ptr<database>& known = all[data.name()];
    if (known == nullptr) {
        auto made = std::make_unique<database>(":memory:");
        data.fill(*made);
        known = std::move(made);
    }
    return *known;
}

// The library's rows: in place.cpp, so that they are filled in by one file of the program.
database& memory();
database& file();
/// Memory behind SQLite's own mutex, as sqlite3_open gives it to a program that asks for nothing else.
sqlite3* serialized_memory();

inline constexpr place places[] = {{"memory", memory}, {"file", file}};

/// A file, gone afterwards; Koine opens it with a write-ahead log.
class temporary_file {
public:
    temporary_file() {
        char pattern[] = "/tmp/koine_bench_XXXXXX";
        int const descriptor = mkstemp(pattern);
        if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "mkstemp");
        ::close(descriptor);
        name_ = pattern;
    }
    temporary_file(temporary_file const&) = delete;
    temporary_file& operator=(temporary_file const&) = delete;
    ~temporary_file() {
        for (char const* end : {"", "-wal", "-shm"}) std::remove((name_ + end).c_str());
    }
    [[nodiscard]] std::string const& name() const { return name_; }

private:
    std::string name_;
};

}  // namespace bench::sqlite
