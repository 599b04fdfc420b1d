// SPDX-License-Identifier: BSL-1.0
// driver · mysql/canceller: ends the statement that a connection has running, through another connection.
#pragma once

#include <koine/driver/mysql/connect.hpp>

namespace koine {

/// Ends what another thread has running; its connection must live as long.
class mysql_canceller {
public:
    mysql_canceller(detail::mysql_target const* target, unsigned long connection) : target_(target), connection_(connection) {}

    /// Opens a connection of its own for it. Throws `error` where that fails, and of kind misuse for an adopted connection.
    void cancel() const {
        if (target_ == nullptr) throw error(error_kind::misuse, "koine: an adopted connection does not tell how to open another one, which cancelling takes");
        detail::mysql_handle const handle = detail::connect_mysql(*target_);
        std::string const kill = detail::spell({"KILL QUERY ", detail::digits_of(static_cast<long long>(connection_))});
        if (mysql_real_query(handle.get(), kill.data(), static_cast<unsigned long>(kill.size())) != 0)
            throw detail::mysql_failure({mysql_errno(handle.get()), mysql_sqlstate(handle.get()), mysql_error(handle.get())}, kill);
    }

private:
    detail::mysql_target const* target_;
    unsigned long connection_;
};

}  // namespace koine
