// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/converted_views: views of text that a file keeps as UTF-16.
#include "../notebook.hpp"

namespace sqlite_converted_views {

using namespace notebook;

TEST_CASE("views of a database of UTF-16 are UTF-8", "[borrowed]") {
    for (char const* encoding : {"UTF-16le", "UTF-16be"}) {
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_exec(handle, (std::string("PRAGMA encoding = '") + encoding + "'").c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        {
            server::database db{handle};
            db.create_tables<writer, note>();
            CHECK(server::value_of(db, "PRAGMA encoding") == encoding);
            for (std::string const& name : {std::string("\xf0\x9d\x84\x9e"), long_text(100'000), std::string(), std::string("Ada")}) db.insert(writer{.name = name, .motto = name});
            std::vector<std::string> names, mottos;
            db.visit(koine::from<writer>().select<seen_person>().order_by(koine::col<&writer::id>), [&](seen_person const& seen) {
                names.emplace_back(seen.name);
                mottos.emplace_back(*seen.motto);
            });
            CHECK(names == std::vector<std::string>{"\xf0\x9d\x84\x9e", long_text(100'000), "", "Ada"});
            CHECK(mottos == names);
        }
        sqlite3_close(handle);
    }
}

}  // namespace sqlite_converted_views
