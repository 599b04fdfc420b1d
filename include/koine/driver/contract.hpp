// SPDX-License-Identifier: BSL-1.0
// driver · contract: what a driver gives, as concepts. It says how statements reach a server, and nothing else.
#pragma once

#include <koine/driver/schema_description.hpp>
#include <koine/driver/transaction_options.hpp>

#include <koine/detail/failure.hpp>
#include <koine/types/bound_value.hpp>
#include <koine/types/storage.hpp>
#include <koine/types/type.hpp>

#include <concepts>
#include <string>

namespace koine::detail {

/// One column of a statement's current row. `read` is false where the value is of another kind; `kind_name` says of which.
template <class Cell>
concept driver_cell = requires(Cell const& cell, stored<storage::int64>& number, std::string_view& text) {
    { cell.null() } -> std::same_as<bool>;
    { cell.template read<storage::int64>(number) } -> std::same_as<bool>;
    { cell.template read<storage::text>(text) } -> std::same_as<bool>;
    /// After such a `read`: whether the value is a number all the same, which the kind cannot hold.
    { cell.template exceeds<storage::int64>() } -> std::same_as<bool>;
    { cell.kind_name() } -> std::convertible_to<std::string_view>;
};

/// A statement of a connection. Made empty, moved, and freed by its destructor, also when the connection is dead.
/// One whose database hands lists over by rows (strategy::packed, rows) has three functions more: `expect_lists<Result>()`
/// before the values are bound, `read_list(column, list, mismatches)` for a column of a row, false where it holds no list, and,
/// where lists are bound, `bind_list(position)`. Where it makes them before they are asked for, `make_lists_in(memory)` says where.
template <class Statement>
concept driver_statement = std::movable<Statement> && std::default_initializable<Statement> &&
                           requires(Statement statement, Statement const& constant, bound_value const& value) {
    /// Takes a view of a value for a position from 1; it holds until `reset`.
    { statement.bind(1, value) };
    /// Before the first step: rows are to come one by one, in constant memory, and may be given up half-way.
    { statement.one_by_one() };
    /// Runs the statement when first called; goes to the next row, false after the last.
    { statement.step() } -> std::same_as<bool>;
    /// Gives up what is left of the rows and makes the statement ready for its next run; never throws.
    { statement.reset() } noexcept;
    /// Columns of the result; -1 where only the first row will tell.
    { constant.column_count() } -> std::same_as<int>;
    { constant.cell(0) } -> driver_cell;
    /// Whether a run must go on to its end: it changes rows, or only behind the last row the server tells what it cut.
    { constant.runs_to_end() } -> std::same_as<bool>;
    { constant.sql() } -> std::same_as<std::string_view>;
};

template <class Connection>
concept driver_connection = driver_statement<typename Connection::statement> &&
                            requires(Connection connection, Connection const& constant, std::string_view text, transaction_options const& options, error const& failure) {
    /// Prepares a text that ends in NUL; `persistent` where it is kept in the cache.
    { connection.prepare(text, true) } -> std::same_as<typename Connection::statement>;
    /// Runs a statement without values or rows.
    { connection.execute("") };
    /// Begins the outermost scope; throws `misuse` for an option that the server cannot honour, before anything is sent.
    { connection.begin(options) };
    { connection.commit() };
    /// Ends the transaction where the server has not done so by itself.
    { connection.roll_back() };
    /// Whether the server is inside a transaction, as it last said.
    { constant.in_transaction() } -> std::same_as<bool>;
    /// False once the connection was lost: every further call throws an error of kind connection.
    { constant.alive() } -> std::same_as<bool>;
    /// Rows that the statement which ran last inserted, found for an update, or erased.
    { constant.changes() } -> std::same_as<std::int64_t>;
    /// Whether this failure says that the server forgot the statement or changed its result, so that preparing anew helps.
    { constant.is_stale(failure) } -> std::same_as<bool>;
    /// Undoes what a user of the session may have left behind and pins its settings again; false where prepared
    /// statements are gone.
    { connection.reset() } -> std::same_as<bool>;
    { constant.describe_table(text, text) } -> std::same_as<live_table>;
    /// The largest row that a bulk insert may send in one statement, in bytes; 0: any.
    { constant.maximum_packet() } -> std::same_as<std::size_t>;
    { constant.server_version() } -> std::same_as<int>;
    { constant.server_name() } -> std::convertible_to<std::string_view>;
    { constant.server_version_text() } -> std::convertible_to<std::string_view>;
    /// Whether the server's flavour is the one that this scheme names; MySQL and MariaDB share a protocol.
    { constant.speaks(text) } -> std::same_as<bool>;
    { constant.native_handle() };
    /// Ends what another thread has running; to be called from any thread while the connection lives.
    { constant.canceller().cancel() };
};

}  // namespace koine::detail
