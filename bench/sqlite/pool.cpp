// SPDX-License-Identifier: BSL-1.0
// bench · sqlite/pool: look-ups in a file by some threads at once.
#include "place.hpp"
#include "statement.hpp"

#include "../pool_case.hpp"

namespace bench::sqlite {
namespace {

/// A connection that only reads, without SQLite's own mutex.
class reader {
public:
    explicit reader(std::string const& name) : connection_(open(name), &sqlite3_close_v2), find_(connection_.get(), "SELECT id, name, email, age, active FROM users WHERE id = ?") {}

    std::optional<library::user> operator()(std::int64_t key) {
        std::optional<library::user> row;
        find_.bind(1, key);
        if (find_.step()) read_row<checked>(find_.handle(), row.emplace());
        find_.reset();
        return row;
    }

private:
    static sqlite3* open(std::string const& name) {
        sqlite3* opened = nullptr;
        if (sqlite3_open_v2(name.c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(opened));
        return opened;
    }

    std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> connection_;
    statement find_;
};

cases const pool([] {
    constexpr std::int64_t look_ups = 20000;
    auto const name = [] { return std::string(sqlite3_db_filename(file().native_handle(), "main")); };
    for (int threads = 1; threads <= most_threads; ++threads) {
        add(pool_case(threads) + "/file", "koine", {.wall_time = true}, [name, threads] { return look_up_by_pool<koine::driver::sqlite, koine::dialect::sqlite<>>(name(), threads, look_ups); });
        add(pool_case(threads) + "/file", "raw:own_connections", {.wall_time = true}, [name, threads] {
            std::vector<reader> own;
            for (int i = 0; i < threads; ++i) own.emplace_back(name());
            return look_up_by_own(std::move(own), look_ups);
        });
    }
});

}  // namespace
}  // namespace bench::sqlite
