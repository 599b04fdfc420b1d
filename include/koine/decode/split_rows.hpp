// SPDX-License-Identifier: BSL-1.0
// decode · split_rows: lists that wait for their rows, which come list by list, behind the keys of the rows they belong to.
#pragma once

#include <koine/decode/list_reader.hpp>
#include <koine/dialect/list_levels.hpp>

#include <cstdint>

namespace koine::detail {

/// The lists of one level, by the key of the row that has them.
class waiting_lists {
public:
    void add(std::int64_t key, void* list) {
        if (2 * (waiting_.size() + 1) > slots_.size()) grow();
        int& slot = slot_of(key);
        int const first = slot;
        if (slot < 0) slot = static_cast<int>(waiting_.size());
        waiting_.push_back({key, list, first, false});
    }
    /// The first of that key, whose rows come now, all of them; null where no row has it.
    [[nodiscard]] void* take(std::int64_t key) {
        if (waiting_.empty()) return nullptr;
        int const at = slot_of(key);
        if (at < 0) return nullptr;
        // Rows inside those that came are known by where they lie: none may follow.
        if (std::exchange(waiting_[static_cast<std::size_t>(at)].taken, true))
            throw error(error_kind::malformed, "koine: the rows of a list do not come in the order of their key");
        return waiting_[static_cast<std::size_t>(at)].list;
    }
    [[nodiscard]] bool empty() const { return waiting_.empty(); }
    /// Calls `copy(to, from)` for each list that is the same as an earlier one: of one row that was found in several places.
    template <class Copy>
    void for_each_repeated(Copy copy) const {
        for (waiting const& one : waiting_)
            if (one.first >= 0) copy(one.list, waiting_[static_cast<std::size_t>(one.first)].list);
    }

private:
    struct waiting {
        std::int64_t key;
        void* list;
        int first;  ///< that has the same key; -1: this one
        bool taken = false;
    };
    int& slot_of(std::int64_t key) {
        std::size_t const mask = slots_.size() - 1;
        std::size_t at = static_cast<std::size_t>(static_cast<std::uint64_t>(key) * 0x9e3779b97f4a7c15ULL >> 20) & mask;
        while (slots_[at] >= 0 && waiting_[static_cast<std::size_t>(slots_[at])].key != key) at = (at + 1) & mask;
        return slots_[at];
    }
    void grow() {
        slots_.assign(slots_.empty() ? 64 : 4 * slots_.size(), -1);
        for (std::size_t i = 0; i < waiting_.size(); ++i)
            if (waiting_[i].first < 0) slot_of(waiting_[i].key) = static_cast<int>(i);
    }

    std::vector<waiting> waiting_;
    std::vector<int> slots_;  ///< a power of two of them, at most half taken
};

/// A row of a level, or of the root, whose lists are keys. A list is told by where in its row it lies, because rows still move.
template <class Statement>
class keyed_row {
public:
    struct seen_list {
        int level;
        std::int64_t key;
        std::size_t row;
        std::ptrdiff_t offset;
    };

    keyed_row(Statement& statement, list_levels const& levels, int level, int first_column)
        : statement_(statement), levels_(levels), level_(level), first_column_(first_column) {}

    /// Where the shape begins.
    [[nodiscard]] int first_column() const { return first_column_; }
    void begin(void const* row, std::size_t number) {
        row_ = static_cast<char const*>(row);
        number_ = number;
    }
    [[nodiscard]] auto cell(int column) { return statement_.cell(column); }
    template <class Element>
    bool read_list(int column, std::vector<Element>& list, mismatch_list&) {
        auto const key = cell(column);
        list.clear();
        if (key.null()) return true;
        std::int64_t found = 0;
        if (!key.template read<storage::int64>(found)) return false;
        for (int i = level_ + 1; i < levels_.count; ++i)
            if (levels_.at[i].parent == level_ && levels_.at[i].column == column - first_column_)
                seen_.push_back({i, found, number_, reinterpret_cast<char const*>(&list) - row_});
        return true;
    }
    /// The rows have come to rest: `first` is where they lie, each `stride` bytes long.
    void settle(char* first, std::size_t stride, std::vector<waiting_lists>& waiting) {
        for (seen_list const& one : seen_) waiting[static_cast<std::size_t>(one.level)].add(one.key, first + one.row * stride + static_cast<std::size_t>(one.offset));
        seen_.clear();
    }

private:
    Statement& statement_;
    list_levels const& levels_;
    int level_;
    int first_column_;
    char const* row_ = nullptr;
    std::size_t number_ = 0;
    std::vector<seen_list> seen_;
};

/// How a list is filled by who does not know its type.
template <class Row>
struct split_reader {
    void (*append)(void* list, Row& row, mismatch_list& mismatches);
    char* (*data)(void* list);
    void (*copy)(void* to, void const* from);
    std::size_t stride;
    int columns;
};
template <class Row, class Element>
void append_keyed(std::vector<Element>& list, Row& row, mismatch_list& mismatches) {
    Element& added = list.emplace_back();
    row.begin(&added, list.size() - 1);
    read_row<list_form::rows>(row, added, mismatches, row.first_column());
}
template <class Row>
struct split_readers {
    template <class Element>
    struct of {
        using list_type = std::vector<Element>;
        static constexpr split_reader<Row> value{
            [](void* list, Row& row, mismatch_list& mismatches) { append_keyed(*static_cast<list_type*>(list), row, mismatches); },
            [](void* list) { return reinterpret_cast<char*>(static_cast<list_type*>(list)->data()); },
            [](void* to, void const* from) { *static_cast<list_type*>(to) = *static_cast<list_type const*>(from); },
            sizeof(Element),
            column_count_of<Element>(),
        };
    };
};

}  // namespace koine::detail
