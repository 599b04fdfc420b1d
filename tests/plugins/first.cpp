// SPDX-License-Identifier: BSL-1.0
// plugins · first: a shared object of hidden visibility with queries of its own, on a connection that it is handed.
#include "plugin.hpp"

namespace first {

struct first_row {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<first_row>) { return koine::table("first_rows").primary_key<&first_row::id>(); }

}  // namespace first

extern "C" [[gnu::visibility("default")]] int run_plugin(plugin::database& db) {
    using first::first_row;
    using koine::col;
    int wrong = 0;
    for (std::string const& name : db.all(koine::from<first_row>().select(col<&first_row::name>))) wrong += name == "first" ? 0 : 1;
    wrong += db.count(koine::from<first_row>()) == 3 ? 0 : 1;
    wrong += db.find<first_row>(2)->name == "first" ? 0 : 1;
    return wrong;
}
