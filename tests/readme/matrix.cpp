// SPDX-License-Identifier: BSL-1.0
// Prints the README's two tables: what each dialect can express, from the policies themselves, and what databases do differently.

#include "../matrix/differences.hpp"
#include "../matrix/features.hpp"

#include <koine/dialect/mariadb.hpp>
#include <koine/dialect/mysql.hpp>
#include <koine/dialect/postgres.hpp>
#include <koine/dialect/sqlite.hpp>
#include <koine/koine.hpp>

#include <cstdio>
#include <cstring>

namespace {

char const* word_for(koine::support found) {
    switch (found) {
    case koine::support::native: return "native";
    case koine::support::emulated: return "emulated";
    case koine::support::refused: break;
    }
    return "refused";
}

void print_features() {
    using namespace koine::dialect;
    using koine::support_of;
    std::puts("| | SQLite 3.40 | SQLite 3.46 ² | PostgreSQL 15 | MySQL 8.0.19 ¹ | MySQL 8.0.31 ² | MariaDB 10.11 |\n| --- | --- | --- | --- | --- | --- | --- |");
    for (matrix::feature_row const& one : matrix::feature_rows)
        std::printf("| %s | %s | %s | %s | %s | %s | %s |\n", one.name, word_for(support_of<sqlite<>>(one.which)), word_for(support_of<sqlite<3, 46>>(one.which)),
                    word_for(support_of<postgres<>>(one.which)), word_for(support_of<mysql<8, 0, 19>>(one.which)), word_for(support_of<mysql<>>(one.which)),
                    word_for(support_of<mariadb<>>(one.which)));
}

void print_differences() {
    std::puts("| | SQLite | PostgreSQL | MySQL | MariaDB | Koine |\n| --- | --- | --- | --- | --- | --- |");
    for (matrix::difference_row const& one : matrix::difference_rows)
        std::printf("| %s | %s | %s | %s | %s | **%s** |\n", one.law, one.sqlite.given, one.postgres.given, one.mysql.given, one.mariadb.given, one.koine);
}

}  // namespace

int main(int count, char** words) {
    if (count > 1 && std::strcmp(words[1], "differences") == 0) print_differences();
    else print_features();
}
