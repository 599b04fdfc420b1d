// SPDX-License-Identifier: BSL-1.0
// conformance · mysql/adoption: a connection of somebody else's is used and left open.
#include "../accounts.hpp"

namespace mysql_adoption {

using namespace accounts;
using conformance::kind_of;

MYSQL* connect(server::place const& where, unsigned long flags) {
    std::string const port = server::part("port"), socket = server::part("socket"), host = server::part("host");
    MYSQL* const handle = mysql_init(nullptr);
    REQUIRE(mysql_real_connect(handle, host.empty() ? nullptr : host.c_str(), server::part("user").c_str(), server::part("password").c_str(), where.schema().c_str(),
                               port.empty() ? 0 : static_cast<unsigned>(std::stoi(port)), socket.empty() ? nullptr : socket.c_str(), flags) != nullptr);
    return handle;
}

TEST_CASE("a connection of somebody else's is used and left open", "[connection]") {
    server::place const where;
    MYSQL* const handle = connect(where, CLIENT_FOUND_ROWS);
    {
        server::database db{handle};
        db.create_tables<account>();
        db.insert(account{.name = "a", .amount = 1});
        CHECK(db.native_handle() == handle);
        // Within a transaction that is not ours, statements run in it.
        server::run(db, "START TRANSACTION");
        db.insert(account{.name = "b"});
        server::run(db, "ROLLBACK");
        CHECK(db.count(koine::from<account>()) == 1);
        CHECK(db.execute(koine::update<account>().set(amount = 1).where(name == "a")) == 1);
    }
    CHECK(server::value_of(handle, "SELECT name FROM accounts") == "a");
    mysql_close(handle);
}

TEST_CASE("a connection that counts changed rows, not found ones, is refused", "[connection][writes-affected]") {
    server::place const where;
    MYSQL* const handle = connect(where, 0);
    CHECK(kind_of([&] { server::database{handle}; }) == "misuse");
    CHECK(server::value_of(handle, "SELECT 1") == "1");
    mysql_close(handle);
}

}  // namespace mysql_adoption
