// error: koine: a label in a JSON path has at most 64 bytes
// SPDX-License-Identifier: BSL-1.0
#include "query.hpp"

#include <koine/dialect/postgres.hpp>
#include <koine/expression/json_column.hpp>

struct thing {
    std::int64_t id{};
    std::string name;
    koine::json_text note{};
};
constexpr auto describe(koine::model<thing>) { return koine::table("things").primary_key<&thing::id>(); }

int main() {
    using koine::col;
#ifdef MISTAKE
    auto query = koine::from<thing>().select(koine::json_as_text<"a\"b">(col<&thing::note>));
#else
    auto query = koine::from<thing>().select(koine::json_as_text<"a'b">(col<&thing::note>));
#endif
    return koine::sql_text_of<koine::dialect::sqlite<>, decltype(query)>.empty();
}
