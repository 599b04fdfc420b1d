// SPDX-License-Identifier: BSL-1.0
// plugins · second: a shared object of hidden visibility with queries of its own, on a connection that it is handed.
#include "plugin.hpp"

namespace second {

struct second_row {
    std::int64_t id{};
    std::string name{};
};
constexpr auto describe(koine::model<second_row>) { return koine::table("second_rows").primary_key<&second_row::id>(); }

/// The tables of both: one text, read into texts that may be absent.
struct child;
struct parent {
    std::int64_t id{};
};
constexpr auto describe(koine::model<parent>) { return koine::table("parents").primary_key<&parent::id>().has_many<"children", child, "parent">(); }
struct child {
    std::int64_t id{};
    std::int64_t parent_id{};
    std::optional<std::string> name{};
};
constexpr auto describe(koine::model<child>) { return koine::table("children").primary_key<&child::id>().belongs_to<"parent", parent, &child::parent_id>(); }
struct named { std::optional<std::string> name; };
struct family { std::int64_t id{}; std::vector<named> children; };

}  // namespace second

extern "C" [[gnu::visibility("default")]] int run_plugin(plugin::database& db) {
    using second::second_row;
    using koine::col;
    int wrong = 0;
    for (std::string const& name : db.all(koine::from<second_row>().select(col<&second_row::name>))) wrong += name == "second" ? 0 : 1;
    wrong += db.count(koine::from<second_row>()) == 3 ? 0 : 1;
    wrong += db.find<second_row>(2)->name == "second" ? 0 : 1;
    auto const families = db.all(koine::from<second::parent>().select<second::family>());
    wrong += families.size() == 2 && families[0].children.size() == 3 && families[1].children.empty() ? 0 : 1;
    for (second::named const& one : families.at(0).children) wrong += one.name == "a child of the first" ? 0 : 1;
    // Its own statements, and no others of the process.
    koine::verified_program const own = db.verify_program();
    wrong += own.statements == 4 && own.differences.empty() ? 0 : 1;
    return wrong;
}
