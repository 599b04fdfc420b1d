// SPDX-License-Identifier: BSL-1.0
// plugins · first: a shared object of hidden visibility with queries of its own, on a connection that it is handed.
#include "plugin.hpp"

namespace first {

struct first_row {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<first_row>) { return koine::table("first_rows").primary_key<&first_row::id>(); }

/// The tables of both: one text, read into texts.
struct child;
struct parent {
    std::int64_t id{};
};
constexpr auto describe(koine::model<parent>) { return koine::table("parents").primary_key<&parent::id>().has_many<"children", child, "parent">(); }
struct child {
    std::int64_t id{};
    std::int64_t parent_id{};
    std::string name{};
};
constexpr auto describe(koine::model<child>) { return koine::table("children").primary_key<&child::id>().belongs_to<"parent", parent, &child::parent_id>(); }
struct named { std::string name; };
struct family { std::int64_t id{}; std::vector<named> children; };

}  // namespace first

extern "C" [[gnu::visibility("default")]] int run_plugin(plugin::database& db) {
    using first::first_row;
    using koine::col;
    int wrong = 0;
    for (std::string const& name : db.all(koine::from<first_row>().select(col<&first_row::name>))) wrong += name == "first" ? 0 : 1;
    wrong += db.count(koine::from<first_row>()) == 3 ? 0 : 1;
    wrong += db.find<first_row>(2)->name == "first" ? 0 : 1;
    auto const families = db.all(koine::from<first::parent>().select<first::family>());
    wrong += families.size() == 2 && families[0].children.size() == 3 && families[1].children.empty() ? 0 : 1;
    for (first::named const& one : families.at(0).children) wrong += one.name == "a child of the first" ? 0 : 1;
    // Its own statements, and no others of the process.
    koine::verified_program const own = db.verify_program();
    wrong += own.statements == 4 && own.differences.empty() ? 0 : 1;
    return wrong;
}
