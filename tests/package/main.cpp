// SPDX-License-Identifier: BSL-1.0
// package · main: what somebody else's program does with an installed or embedded Koine.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <cstdio>

namespace consumer {

struct note {
    std::int64_t id{};
    std::string text;
};
constexpr auto describe(koine::model<note>) {
    return koine::table("notes").primary_key<&note::id>(koine::generated);
}

}  // namespace consumer

int main() {
    using consumer::note;
    koine::database<koine::driver::sqlite> db{":memory:"};
    db.create_tables<note>();
    db.insert(note{.text = "lost"});
    note const sent = db.insert(note{.text = "found"});
    note const read = db.one(koine::from<note>().where(koine::col<&note::text> == "found"));
    std::puts(read.id == sent.id ? read.text.c_str() : "another row");
}
