// SPDX-License-Identifier: BSL-1.0
// driver · connection_state: a connection with its statement cache, its open scopes and whoever watches it.
#pragma once

#include <koine/driver/binding.hpp>
#include <koine/driver/observer.hpp>
#include <koine/driver/statement_cache.hpp>

#include <koine/detail/failure.hpp>
#include <koine/sql/sink.hpp>

#include <string>

namespace koine::detail {

template <class Driver>
struct connection_state {
    using connection_type = typename Driver::connection;
    using statement_type = typename connection_type::statement;
    using cache_type = statement_cache<statement_type>;

    template <class... Arguments>
    explicit connection_state(std::size_t cached_statements, Arguments&&... arguments)
        : connection(std::forward<Arguments>(arguments)...), cache(cached_statements) {}

    connection_type connection;
    cache_type cache;
    observer* watcher = nullptr;
    bool streaming = false;     ///< a stream is open: nothing else may run
    int scopes = 0;             ///< open transactions, one inside the other
    bool foreign = false;       ///< the outermost of them is a savepoint in a transaction that Koine did not begin
    int poisoned_from = 0;      ///< this scope and those inside it can only be rolled back; 0: none
    std::string cause;          ///< the message of the failure that poisoned them

    /// Throws where no statement may run now.
    void require_ready() {
        if (streaming) [[unlikely]] fail_streaming();
        if (poisoned_from != 0) [[unlikely]] fail_poisoned();
    }
    /// Notes that a statement failed: the innermost scope can only be rolled back, or all, where the server ended them.
    void note_failure(error const& failure) {
        if (scopes == 0 || poisoned_from != 0) return;
        poisoned_from = connection.in_transaction() ? scopes : 1;
        cause = failure.what();
    }

    [[noreturn]] void fail_streaming() const {
        throw error(error_kind::busy, "koine: a stream is open on this connection; finish it, or use another connection");
    }
    [[noreturn]] void fail_poisoned() const {
        if (!connection.alive()) throw error(error_kind::connection, spell({"koine: the connection was lost: ", cause}));
        throw error(error_kind::transaction, spell({"koine: this transaction can only be rolled back, because a statement in it failed: ", cause}));
    }
};

/// One run of a statement: taken from the cache, given back when it ends, reported to the observer.
template <class Driver>
class statement_run {
public:
    using state_type = connection_state<Driver>;
    using entry_type = typename state_type::cache_type::entry;
    using statement_type = typename state_type::statement_type;

    // Out of line: every struct that is read, and every write, would otherwise have a copy.
    [[gnu::noinline]] statement_run(state_type& state, char const* verb, statement_view const& sql) : state_(state), verb_(verb) {
        state.require_ready();
        if (state.watcher != nullptr) started_ = monotonic_nanoseconds();
        entry_ = state.cache.find(sql.hash);
        if (entry_ == nullptr) [[unlikely]] prepare(sql);
        entry_->busy = true;
    }
    statement_run(statement_run const&) = delete;
    statement_run& operator=(statement_run const&) = delete;
    [[gnu::noinline]] ~statement_run() {
        statement().reset();
        if (state_.watcher != nullptr && told_) report();
        entry_->busy = false;
        if (loose_) [[unlikely]] delete entry_;
    }

    /// Before the values are bound: the lists of this result come by rows.
    template <class Result>
    void expect_lists() {
        statement().template expect_lists<Result>();
        expect_ = [](statement_type& statement) { statement.template expect_lists<Result>(); };
    }
    /// The values and their order must live as long as the run.
    void bind(bound_value const* values, short const* order, int binds) {
        values_ = values;
        order_ = order;
        binds_ = binds;
        bind_all(true);
    }
    /// Before the first step: the rows come one by one, in constant memory.
    void one_by_one() {
        one_by_one_ = true;
        statement().one_by_one();
    }
    /// Goes to the next row; false after the last, however often it is asked: SQLite would run the statement again.
    bool step() {
        bool const row = !ended_ && advance();
        rows_ += row ? 1 : 0;
        return row;
    }
    /// Passes over what is left, where nobody may know before the end how the statement ended.
    void run_to_end() {
        if (!ended_ && statement().runs_to_end()) run_on();
    }
    /// Makes the statement ready for other values, within one run.
    void rewind() {
        statement().reset();
        ended_ = false;
    }
    void count_changes(std::int64_t changes) { rows_ += changes; }
    /// Ends a run that has sent nothing and is not to be told.
    void forgo() { told_ = false; }
    [[nodiscard]] statement_type& statement() { return entry_->statement; }

    /// Once in a run, where the server forgot the statement or changed its columns, and no row was given yet.
    bool prepare_anew(error const& failure) {
        if (anew_ || rows_ > 0 || !state_.connection.is_stale(failure)) return false;
        anew_ = true;
        std::string const text(statement().sql());
        try {
            statement() = state_.connection.prepare(text, !loose_);
            if (expect_ != nullptr) expect_(statement());
            if (one_by_one_) statement().one_by_one();
            bind_all(false);
            return true;
        } catch (error const&) {
            return false;  // the first failure is the one that is told
        }
    }

private:
    bool advance() {
        try {
            bool const row = statement().step();
            ended_ = !row;
            return row;
        } catch (error const& failure) {
            return advance_after(failure);
        }
    }
    /// Runs the statement once more where preparing it anew helps; else the failure stands.
    [[gnu::cold, gnu::noinline]] bool advance_after(error const& failure) {
        if (prepare_anew(failure)) return advance();
        ended_ = true;
        fail(failure);
        throw;
    }
    [[gnu::noinline]] void run_on() {
        while (!ended_) advance();
    }
    [[gnu::noinline]] void bind_all(bool notes_failure) {
        // Copies, which no call of a client can change.
        statement_type& to = statement();
        bound_value const* const values = values_;
        short const* const order = order_;
        try {
            for (int i = 0, binds = binds_; i < binds; ++i) {
                if constexpr (requires { to.bind_list(i + 1); })
                    if (order[i] == gathered_list) [[unlikely]] {
                        to.bind_list(i + 1);
                        continue;
                    }
                bound_value const& value = values[order[i]];
                if (!is_utf8(value)) [[unlikely]] fail_encoding();
                to.bind(i + 1, value);
            }
        } catch (error const& failure) {
            if (notes_failure) fail(failure);
            throw;
        }
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail_encoding() {
        throw error(error_kind::encoding, "koine: a text value is not UTF-8").with_sql(statement().sql());
    }
    [[gnu::noinline]] void prepare(statement_view const& sql) {
        statement_type made;
        try {
            made = state_.connection.prepare(sql.text, state_.cache.capacity() > 0);
        } catch (error const& failure) {
            fail(failure);
            // The constructor ends here, and no destructor will report.
            if (state_.watcher != nullptr) state_.watcher->finished({verb_, sql.text, monotonic_nanoseconds() - started_, 0, true});
            throw;
        }
        entry_ = state_.cache.insert(sql.hash, made);
        loose_ = entry_ == nullptr;
        if (loose_) entry_ = new entry_type{sql.hash, std::move(made), 0, false};
    }
    void fail(error const& failure) {
        failed_ = true;
        state_.note_failure(failure);
    }
    [[gnu::noinline]] void report() {
        state_.watcher->finished({verb_, statement().sql(), monotonic_nanoseconds() - started_, rows_, failed_});
    }

    state_type& state_;
    char const* verb_;
    entry_type* entry_ = nullptr;
    std::int64_t started_;       ///< where somebody watches
    bound_value const* values_;  ///< these and the next two from `bind` on
    short const* order_;
    int binds_;
    std::int64_t rows_ = 0;
    void (*expect_)(statement_type&) = nullptr;
    bool loose_ = false;  ///< the cache does not have it: this run's alone
    bool told_ = true;
    bool failed_ = false;
    bool ended_ = false;
    bool one_by_one_ = false;
    bool anew_ = false;
};

}  // namespace koine::detail
