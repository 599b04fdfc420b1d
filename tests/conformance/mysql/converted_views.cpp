// SPDX-License-Identifier: BSL-1.0
// conformance · mysql/converted_views: views of text that the server keeps in another character set.
#include "../notebook.hpp"

namespace mysql_converted_views {

using namespace notebook;
using koine::col;

TEST_CASE("a view of a latin1 column is UTF-8, as long as that is", "[borrowed]") {
    notes all;
    server::run(all.db, "UPDATE notes SET remark = CONCAT(REPEAT('\xc3\xa9', 600), id) WHERE pages <> 2", "UPDATE notes SET remark = '\xc3\xbc' WHERE pages = 5",
                "ALTER TABLE notes MODIFY remark TEXT CHARACTER SET latin1");
    CHECK(server::value_of(all.db.native_handle(), "SELECT LENGTH(remark) FROM notes WHERE pages = 1") == "601");
    std::vector<page> const owned = all.loaded();
    REQUIRE((owned[0].remark->size() == 1201 && owned[0].remark->starts_with("\xc3\xa9") && *owned[4].remark == "\xc3\xbc" && !owned[1].remark));
    CHECK(same(all.visited(), owned));
    CHECK(same(all.streamed(), owned));
}

}  // namespace mysql_converted_views
