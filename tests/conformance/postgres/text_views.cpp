// SPDX-License-Identifier: BSL-1.0
// conformance · postgres/text_views: views of values that come as text, of which bytes are decoded on the way.
#include "../notebook.hpp"

namespace postgres_text_views {

using namespace notebook;

TEST_CASE("views of what comes as text are right in every row", "[borrowed]") {
    notes all({.named_statements = false});
    std::vector<page> const owned = all.loaded();
    REQUIRE((owned.size() == 7 && owned[3].scan == some_bytes(1 << 18, 9) && owned[2].seal->empty()));
    CHECK(same(all.visited(), owned));
    CHECK(same(all.streamed(), owned));
}

struct seen_json { std::string_view as_json; std::string_view as_text; };

TEST_CASE("views of a jsonb, without the version of its form, and of a name", "[borrowed]") {
    for (bool const named : {true, false}) {
        notes all({.named_statements = named});
        std::string said;
        all.db.visit(koine::from<note>()
                         .select<seen_json>(koine::raw<std::string, "jsonb_build_object('n', {})">(koine::col<&note::pages>), koine::raw<std::string, "'mood'::name">())
                         .where(koine::col<&note::pages> < 3)
                         .order_by(koine::col<&note::id>),
                     [&](seen_json const& seen) { said.append(seen.as_json).append(seen.as_text); });
        CHECK(said == "{\"n\": 1}mood{\"n\": 2}mood");
    }
}

}  // namespace postgres_text_views
