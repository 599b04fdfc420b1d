// error: koine: MySQL has no INSERT … RETURNING, and this row has no primary key that it could be read back by
// SPDX-License-Identifier: BSL-1.0
#include <koine/dialect/mysql.hpp>
#include <koine/driver/recording.hpp>
#include <koine/koine.hpp>

struct note {
    std::string text;
};
constexpr auto describe(koine::model<note>) { return koine::table("notes"); }

int main() {
    koine::database<koine::driver::recording, koine::dialect::mysql<>> db{""};
#ifdef MISTAKE
    db.insert(note{.text = "a"});
#else
    db.insert(std::vector<note>{{.text = "a"}});
#endif
}
