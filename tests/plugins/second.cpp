// SPDX-License-Identifier: BSL-1.0
// plugins · second: a shared object of hidden visibility with queries of its own, on a connection that it is handed.
#include "plugin.hpp"

namespace second {

struct second_row {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<second_row>) { return koine::table("second_rows").primary_key<&second_row::id>(); }

}  // namespace second

extern "C" [[gnu::visibility("default")]] int run_plugin(plugin::database& db) {
    using second::second_row;
    using koine::col;
    int wrong = 0;
    for (std::string const& name : db.all(koine::from<second_row>().select(col<&second_row::name>))) wrong += name == "second" ? 0 : 1;
    wrong += db.count(koine::from<second_row>()) == 3 ? 0 : 1;
    wrong += db.find<second_row>(2)->name == "second" ? 0 : 1;
    return wrong;
}
