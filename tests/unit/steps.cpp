// SPDX-License-Identifier: BSL-1.0
// unit · steps: what is sent for a verb that a dialect does in several statements.
#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

#include <catch2/catch.hpp>

namespace steps {

struct account {
    std::int64_t id{};
    std::string email{};
    std::string name{};
};
constexpr auto describe(koine::model<account>) {
    return koine::table("accounts").primary_key<&account::id>(koine::generated).unique<&account::email>().unique<&account::name>();
}

template <class Dialect>
struct recorded {
    koine::database<koine::driver::recording, Dialect> db{""};
    [[nodiscard]] koine::recording_script& script() { return *db.native_handle(); }
    [[nodiscard]] std::vector<std::string> texts() {
        std::vector<std::string> all;
        for (koine::sql_statement const& one : script().sent) all.push_back(one.text.substr(0, one.text.find(' ')));
        return all;
    }
    void answer_account() {
        script().answer({{koine::recording_script::of(std::int64_t{7}), koine::recording_script::of("e"), koine::recording_script::of("n")}});
    }
};
using words = std::vector<std::string>;

TEST_CASE("steps: a row that is inserted is read back in the same transaction, where nothing is returned") {
    recorded<koine::dialect::mysql<>> on;
    on.answer_account();
    CHECK(on.db.insert(account{.email = "e", .name = "n"}).id == 7);
    CHECK(on.texts() == words{"BEGIN", "INSERT", "SELECT", "COMMIT"});
    recorded<koine::dialect::mariadb<>> returning;
    returning.answer_account();
    CHECK(returning.db.insert(account{.email = "e", .name = "n"}).id == 7);
    CHECK(returning.texts() == words{"INSERT"});
}

TEST_CASE("steps: a transaction that is open serves") {
    recorded<koine::dialect::mysql<>> on;
    on.answer_account();
    on.db.transaction([](auto& inner) { CHECK(inner.insert(account{.email = "e", .name = "n"}).id == 7); });
    CHECK(on.texts() == words{"BEGIN", "INSERT", "SELECT", "COMMIT"});
}

TEST_CASE("steps: an upsert beside another key inserts, and where nothing stands in the way does no more") {
    recorded<koine::dialect::mariadb<>> on;
    CHECK(on.db.execute(koine::upsert(account{.email = "e", .name = "n"}).on<&account::email>().set<&account::name>()) == 1);
    CHECK(on.texts() == words{"BEGIN", "INSERT", "COMMIT"});
    on.script().sent.clear();
    on.answer_account();
    auto const row = on.db.one(koine::upsert(account{.email = "e", .name = "n"}).on<&account::email>().set<&account::name>().returning());
    CHECK(row.name == "n");
    CHECK(on.texts() == words{"BEGIN", "INSERT", "SELECT", "COMMIT"});
    CHECK(on.script().sent[2].binds.size() == 1);
}

}  // namespace steps
