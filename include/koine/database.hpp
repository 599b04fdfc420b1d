// SPDX-License-Identifier: BSL-1.0
// database: one connection, opened or adopted, with the verbs of a session.
#pragma once

#include <koine/session.hpp>

namespace koine {

namespace detail {

/// The state comes first in the order of bases, so that the session can be handed it.
template <class Driver>
struct state_holder {
    template <class... Arguments>
    explicit state_holder(std::size_t cached_statements, Arguments&&... arguments)
        : held_state(cached_statements, std::forward<Arguments>(arguments)...) {}
    connection_state<Driver> held_state;
};

}  // namespace detail

/// A connection to a database. One thread uses it at a time.
template <class Driver, class Dialect = typename Driver::default_dialect>
class database : private detail::state_holder<Driver>, public session<Driver, detail::spoken<Driver, Dialect>> {
    using holder = detail::state_holder<Driver>;

public:
    /// Opens a database by its name: for SQLite a file, ":memory:" or a `file:` URI, for servers a URL. Throws `error` of
    /// kind connection, authentication, no_database, timeout, url, or server: too old for the dialect, or of another kind.
    explicit database(std::string_view name, typename Driver::options const& options = {})
        : holder(static_cast<std::size_t>(options.cached_statements), name, options), session<Driver, detail::spoken<Driver, Dialect>>(holder::held_state) {
        require_version();
    }
    /// Uses a connection that somebody else opened and will close, after this object is gone.
    template <class Handle>
        requires std::is_constructible_v<typename Driver::connection, Handle*>
    explicit database(Handle* adopted, std::size_t cached_statements = 128)
        : holder(cached_statements, adopted), session<Driver, detail::spoken<Driver, Dialect>>(holder::held_state) {
        require_version();
    }
    database(database const&) = delete;
    database& operator=(database const&) = delete;

    /// Has the database prepare every statement that a verb of this program can send, with all parts of `when` and each alone,
    /// and compares what it says of columns and placeholders with the types they are read into and bound from. Runs none.
    /// Known are the statements of files that include `<koine/verify.hpp>`, and of a shared object its own.
    template <class Spoken = detail::spoken<Driver, Dialect>>
    [[nodiscard, gnu::visibility("hidden")]] auto verify_program() {
        return detail::program_of<Spoken>::verify(holder::held_state);
    }

private:
    void require_version() {
        auto const& connection = holder::held_state.connection;
        if (!connection.speaks(Dialect::scheme))
            throw error(error_kind::server, detail::spell({"koine: the server is ", connection.server_name(), " ", connection.server_version_text(),
                                                           ", and is spoken to in the dialect ", Dialect::scheme}));
        if (connection.server_version() < Dialect::minimum_version)
            throw error(error_kind::server, detail::spell({"koine: ", connection.server_name(), " is ", connection.server_version_text(),
                                                               ", older than the dialect that it is spoken to in"}));
    }
};

}  // namespace koine
