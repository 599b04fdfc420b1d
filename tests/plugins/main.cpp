// SPDX-License-Identifier: BSL-1.0
// plugins · main: shared objects, two of hidden visibility and one of the usual, run their queries in turn on one connection. A cache that knew
// statements by a counter or an address of the shared object would run the one's statement for the other; one that kept how lists
// are read would read the other's rows into them.
#include "plugin.hpp"

#include <cstdio>

#include <dlfcn.h>

int main(int count, char** names) {
    plugin::database db(":memory:");
    sqlite3_exec(db.native_handle(),
                 "CREATE TABLE first_rows (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE second_rows (id INTEGER PRIMARY KEY, name TEXT);"
                 "INSERT INTO first_rows VALUES (1, 'first'), (2, 'first'), (3, 'first'); INSERT INTO second_rows VALUES (1, 'second'), (2, 'second'), (3, 'second');"
                 "CREATE TABLE parents (id INTEGER PRIMARY KEY); CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER, name TEXT); INSERT INTO parents VALUES (1), (2);"
                 "INSERT INTO children VALUES (1, 1, 'a child of the first'), (2, 1, 'a child of the first'), (3, 1, 'a child of the first')",
                 nullptr, nullptr, nullptr);
    int failed = count == 4 ? 0 : 1;
    for (int round = 0; round < 3; ++round)
        for (int i = 1; i < count; ++i) {
            void* const object = ::dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
            auto const run = object == nullptr ? nullptr : reinterpret_cast<plugin::function>(::dlsym(object, "run_plugin"));
            int const wrong = run == nullptr ? 1 : run(db);
            if (wrong != 0) std::printf("%s: %d wrong answers in round %d\n", names[i], wrong, round);
            failed += wrong == 0 ? 0 : 1;
        }
    // Nothing is prepared twice: both find what they prepared in the first round, and load lists by one statement.
    int statements = 0;
    for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(db.native_handle(), one)) != nullptr;) ++statements;
    if (statements != 7) std::printf("%d statements are kept, not 7\n", statements), ++failed;
    // The program itself sends none.
    failed += db.verify_program().statements == 0 ? 0 : 1;
    return failed == 0 ? 0 : 1;
}
