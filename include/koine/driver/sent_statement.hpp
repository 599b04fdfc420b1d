// SPDX-License-Identifier: BSL-1.0
// driver · sent_statement: where the verbs name the statements that they can send; noted for who includes <koine/verify.hpp>.
#pragma once

#include <koine/detail/type_list.hpp>
#include <koine/dialect/render.hpp>

#include <string>
#include <vector>

namespace koine {

/// What `db.verify_program()` found.
struct verified_program {
    int statements = 0;                      ///< that this program can send
    std::vector<std::string> differences{};  ///< between them and the database: a sentence each, with the statement's text
};

namespace detail {

/// A statement of this program. The last parameter lets `<koine/verify.hpp>` have a case for all of them.
template <class Dialect, class Query, class Noted = void>
struct sent_statement {
    static constexpr void note() {}
};

/// The text of a statement that is sent by its constant.
template <class Dialect, class Query>
statement_view const& statement_to_send() {
    sent_statement<Dialect, Query>::note();
    return statement_of<Dialect, typename Query::tokens>;
}

/// Checks the statements of this program.
template <class Dialect, class Noted = void>
struct program_of {
    static_assert(never<Dialect>, "koine: include <koine/verify.hpp>, everywhere where queries are run, to have verify_program() check them");
    template <class State>
    static verified_program verify(State&);
};

}  // namespace detail
}  // namespace koine
