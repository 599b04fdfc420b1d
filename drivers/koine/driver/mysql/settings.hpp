// SPDX-License-Identifier: BSL-1.0
// driver · mysql/settings: the variables of a session on which the meaning of a query depends.
#pragma once

#include <koine/driver/mysql/options.hpp>

namespace koine::detail {

/// A division by zero gives NULL, in a write too; what does not fit is an error; the server's messages are English, so
/// that names can be read from them.
inline constexpr std::string_view mysql_common_settings =
    ", time_zone = '+00:00', lc_messages = 'en_US', "
    "sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_AUTO_VALUE_ON_ZERO', "
    "sql_auto_is_null = 0, sql_select_limit = DEFAULT, autocommit = 1, group_concat_max_len = ";

/// Milliseconds as the seconds of a decimal.
inline std::string spell_seconds(int milliseconds) {
    std::string const rest(digits_of(1000 + milliseconds % 1000));
    return spell({digits_of(milliseconds / 1000), ".", std::string_view(rest).substr(1)});
}

/// One statement that pins them all.
inline std::string mysql_settings(bool mariadb, mysql_options const& options) {
    // So that parameters compare by their bytes. On MariaDB they have the collation of character_set_client, which nothing
    // but SET NAMES can give it.
    std::string text = spell({"SET NAMES utf8mb4 COLLATE ", mariadb ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin", mysql_common_settings,
                              mariadb ? "1073741824" : "18446744073709551615"});
    if (options.statement_timeout > 0)
        text += mariadb ? spell({", max_statement_time = ", spell_seconds(options.statement_timeout)})
                        : spell({", max_execution_time = ", digits_of(options.statement_timeout)});
    if (options.lock_timeout > 0) {
        digits_of const seconds(options.lock_timeout);
        text += spell({", innodb_lock_wait_timeout = ", seconds, ", lock_wait_timeout = ", seconds});
    }
    return text;
}

}  // namespace koine::detail
