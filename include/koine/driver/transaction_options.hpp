// SPDX-License-Identifier: BSL-1.0
// driver · transaction_options: how a transaction sees others, what it may do, and how often it is tried.
#pragma once

namespace koine {

/// What a transaction may see of others; a database that gives more than is asked for honours it.
enum class isolation : unsigned char {
    server_default,   ///< as the server is configured
    read_committed,
    repeatable_read,
    serializable,
};

/// How a transaction runs. An option that the server cannot honour is an error of kind misuse.
struct transaction_options {
    koine::isolation isolation = koine::isolation::server_default;
    bool read_only = false;
    int attempts = 1;         ///< how often the closure is run at most, while it ends in an error that a retry can help
    int first_pause = 2;      ///< before the second attempt, in milliseconds; doubled, with some chance, for each further
};

}  // namespace koine
