// SPDX-License-Identifier: BSL-1.0
// driver · sqlite/packed_rows: koine_rows(?, …), an aggregate that reads its rows straight into the list of their parent.
#pragma once

#include <koine/detail/owned.hpp>
#include <koine/driver/sqlite/cell.hpp>

#include <koine/decode/list_reader.hpp>

#include <exception>
#include <new>
#include <vector>

namespace koine::detail {

/// The name under which a list's pointer is bound. A connection may have been given the function by another shared
/// object, so what is bound tells all that the function needs, and the number changes with its layout.
inline constexpr char const* sqlite_rows_pointer = "koine_rows_1";

class sqlite_packed_rows;

/// The arguments of one call: a row of a list.
class sqlite_arguments {
public:
    sqlite_arguments(sqlite3_value** values, sqlite_packed_rows& lists) : values_(values), lists_(lists) {}

    [[nodiscard]] sqlite_cell cell(int column) const { return sqlite_cell(values_[column]); }
    template <class List>
    bool read_list(int column, List& list, mismatch_list& mismatches);

private:
    sqlite3_value** values_;
    sqlite_packed_rows& lists_;
};

/// How a list is made and filled by who does not know its type.
struct sqlite_list_reader {
    void (*make)(void* list, void* memory);
    void (*append)(void* list, sqlite_arguments& row, mismatch_list& mismatches);
    void (*destroy)(void* list);
};
template <class Listed>
struct sqlite_reader_of {
    using list_type = std::conditional_t<memory_of<Listed>::chosen, Listed, std::vector<Listed>>;
    static constexpr sqlite_list_reader value{
        [](void* list, void* memory) {
            if constexpr (memory_of<Listed>::chosen) ::new (list) list_type(memory_of<Listed>::make(memory));
            else ::new (list) list_type;
        },
        [](void* list, sqlite_arguments& row, mismatch_list& mismatches) {
            auto& rows = *static_cast<list_type*>(list);
            void* const memory = memory_within(rows, nullptr);
            read_row<list_form::rows>(row, add_row(rows, memory), mismatches, memory);
        },
        [](void* list) { static_cast<list_type*>(list)->~list_type(); },
    };
};

/// The lists of a statement that no row was given yet. To SQLite a list is the number of its slot.
class sqlite_packed_rows {
public:
    /// A list of the text, as it is bound.
    struct expected {
        sqlite_packed_rows* lists;
        sqlite_list_reader const* reader;
    };
    struct slot {
        alignas(void*) unsigned char list[4 * sizeof(void*)];  ///< a vector, with its allocator where that has a state
        sqlite_list_reader const* reader = nullptr;  ///< null: free
        std::int64_t number = 0;
        mismatch_list mismatches{};
    };

    explicit sqlite_packed_rows(std::size_t lists) : expected_(lists) {}
    sqlite_packed_rows(sqlite_packed_rows const&) = delete;
    sqlite_packed_rows& operator=(sqlite_packed_rows const&) = delete;
    ~sqlite_packed_rows() { clear(); }

    /// One statement may be read into several results: what its text says does not tell their types.
    void expect(sqlite_list_reader const* const* readers) {
        for (std::size_t i = 0; i < expected_.size(); ++i) expected_[i] = {this, readers[i]};
        bound_ = 0;
        memory_ = nullptr;
    }
    /// Where lists are made that let it be chosen.
    void make_in(void* memory) { memory_ = memory; }
    expected* next_list() { return &expected_[bound_++]; }

    slot& begin(sqlite_list_reader const& reader) {
        if (used_ == slots_.size()) slots_.push_back(make_owned<slot>());
        slot& begun = *slots_[used_];
        reader.make(begun.list, memory_);
        begun.reader = &reader;
        begun.number = static_cast<std::int64_t>(used_++);
        return begun;
    }
    void append(slot& to, sqlite3_value** values) {
        sqlite_arguments row(values, *this);
        to.reader->append(to.list, row, to.mismatches);
    }
    /// False where the value is no list of this type.
    template <class List>
    bool take(sqlite3_value* value, List& list, mismatch_list& mismatches) {
        using listed = std::conditional_t<memory_of<List>::chosen, List, typename List::value_type>;
        static_assert(sizeof(List) <= sizeof(slot::list));
        if (sqlite3_value_type(value) == SQLITE_NULL) return list.clear(), true;
        if (sqlite3_value_type(value) != SQLITE_INTEGER) return false;
        auto const number = static_cast<std::size_t>(sqlite3_value_int64(value));
        if (number >= used_ || slots_[number]->reader != &sqlite_reader_of<listed>::value) return false;
        slot& from = *slots_[number];
        list = std::move(*reinterpret_cast<List*>(from.list));
        if (from.mismatches.any()) [[unlikely]] mismatches.add(from.mismatches);
        free(from);
        // What is inside a list was taken before it, so that mostly the last one is taken.
        while (used_ > 0 && slots_[used_ - 1]->reader == nullptr) --used_;
        return true;
    }
    /// Keeps what was thrown where SQLite called; it passes only a message on.
    void keep(std::exception_ptr thrown) { thrown_ = std::move(thrown); }
    void rethrow() {
        if (thrown_ != nullptr) std::rethrow_exception(std::exchange(thrown_, nullptr));
    }
    void clear() noexcept {
        for (; used_ > 0; --used_)
            if (slots_[used_ - 1]->reader != nullptr) free(*slots_[used_ - 1]);
        thrown_ = nullptr;
    }

private:
    static void free(slot& used) {
        used.reader->destroy(used.list);
        used.reader = nullptr;
        if (used.mismatches.any()) [[unlikely]] used.mismatches = {};
    }

    std::vector<expected> expected_;
    std::size_t bound_ = 0;
    void* memory_ = nullptr;
    std::vector<owned<slot>> slots_;
    std::size_t used_ = 0;
    std::exception_ptr thrown_;
};

template <class List>
bool sqlite_arguments::read_list(int column, List& list, mismatch_list& mismatches) {
    return lists_.take(values_[column], list, mismatches);
}

/// What SQLite keeps for one group of rows; zeroed at first.
struct sqlite_rows_group {
    sqlite_packed_rows* lists;
    sqlite_packed_rows::slot* slot;
};

inline void sqlite_rows_step(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* const group = static_cast<sqlite_rows_group*>(sqlite3_aggregate_context(context, sizeof(sqlite_rows_group)));
    if (group == nullptr) return sqlite3_result_error_nomem(context);
    if (group->slot == nullptr) {
        auto* const expected = count == 0 ? nullptr : static_cast<sqlite_packed_rows::expected*>(sqlite3_value_pointer(values[0], sqlite_rows_pointer));
        if (expected == nullptr) return sqlite3_result_error(context, "koine_rows() is for statements of Koine's own", -1);
        group->lists = expected->lists;
        try {
            group->slot = &group->lists->begin(*expected->reader);
        } catch (...) {
            group->lists->keep(std::current_exception());
            return sqlite3_result_error_nomem(context);
        }
    }
    try {
        group->lists->append(*group->slot, values + 1);
    } catch (...) {
        group->lists->keep(std::current_exception());
        sqlite3_result_error(context, "koine: a row of a list cannot be read", -1);
    }
}
inline void sqlite_rows_final(sqlite3_context* context) {
    auto const* const group = static_cast<sqlite_rows_group*>(sqlite3_aggregate_context(context, 0));
    if (group == nullptr || group->slot == nullptr) return sqlite3_result_null(context);
    sqlite3_result_int64(context, group->slot->number);
}

}  // namespace koine::detail
