// SPDX-License-Identifier: BSL-1.0
// decode · level_rows: rows that are read level by level, each with the key of the row it belongs to, and put into the lists
// of those rows when all are there: in whatever order the levels come.
#pragma once

#include <koine/decode/list_reader.hpp>
#include <koine/dialect/level_layout.hpp>

#include <cstdint>

namespace koine::detail {

/// The lists of one level, by the key of the row that has them.
template <class Key>
class waiting_lists {
public:
    struct waiting {
        Key key;
        std::size_t row;        ///< that has the list, in its level
        std::ptrdiff_t offset;  ///< where in that row: rows still move
        int first;              ///< that has the same key; -1: this one
    };

    void add(Key key, std::size_t row, std::ptrdiff_t offset) {
        if (2 * (waiting_.size() + 1) > slots_.size()) grow();
        int& slot = slot_of(key);
        int const first = slot;
        if (slot < 0) slot = static_cast<int>(waiting_.size());
        waiting_.push_back({key, row, offset, first});
    }
    /// The first of that key; -1 where no row has it.
    [[nodiscard]] int find(Key key) { return waiting_.empty() ? -1 : slot_of(key); }
    [[nodiscard]] std::vector<waiting> const& all() const { return waiting_; }

private:
    int& slot_of(Key key) {
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

using key_lists = waiting_lists<std::int64_t>;

/// A row of a level, whose lists are keys.
template <class Statement>
class keyed_row {
public:
    keyed_row(Statement& statement, level_views const& levels, std::vector<key_lists>& waiting)
        : statement_(statement), levels_(levels), waiting_(waiting) {}

    /// The next row's level, and where it begins if its cells lie one after the other.
    void begin(int level, int first_column, mismatch_list& mismatches) {
        if (level == level_) return;
        level_ = level;
        first_column_ = first_column;
        places_ = levels_.at[level].places;
        mismatches.locate(places_, first_column_);
    }
    void settle(void const* row, std::size_t number) {
        row_ = static_cast<char const*>(row);
        number_ = number;
    }
    [[nodiscard]] auto cell(int column) { return statement_.cell(places_ != nullptr ? places_[column] : first_column_ + column); }
    template <class List>
    bool read_list(int column, List& list, mismatch_list&) {
        auto const key = cell(column);
        list.clear();
        if (key.null()) return true;
        std::int64_t found = 0;
        if (!key.template read<storage::int64>(found)) return false;
        for (int i = level_ + 1; i < levels_.count; ++i)
            if (levels_.at[i].parent == level_ && levels_.at[i].column == column)
                waiting_[static_cast<std::size_t>(i)].add(found, number_, reinterpret_cast<char const*>(&list) - row_);
        return true;
    }

private:
    Statement& statement_;
    level_views const& levels_;
    std::vector<key_lists>& waiting_;
    int level_ = -1;
    int first_column_ = 0;
    short const* places_ = nullptr;
    char const* row_ = nullptr;
    std::size_t number_ = 0;
};

/// A list that gets its rows.
struct filled_list {
    void* list;
    std::size_t count;
};

/// How the rows of a level are kept by who does not know their type.
template <class Row>
struct row_keeper {
    void* (*make)();
    void (*free)(void* rows) noexcept;
    void (*append)(void* rows, Row& row, mismatch_list& mismatches);
    char* (*data)(void* rows);
    /// Moves each row into the list of its number; -1: none.
    void (*hand_out)(void* rows, int const* numbers, filled_list const* lists, std::size_t count);
    void (*copy)(void* to, void const* from);
    std::size_t stride;
    int columns;
};
template <class Row>
struct row_keepers {
    /// For lists of std::vector by their element, and for those that choose their memory by themselves.
    template <class Listed>
    struct of {
        using list_type = std::conditional_t<memory_of<Listed>::chosen, Listed, std::vector<Listed>>;
        using element = typename list_type::value_type;
        using rows_type = std::vector<element>;
        static rows_type& rows_of(void* rows) { return *static_cast<rows_type*>(rows); }
        static list_type& list_of(void* list) { return *static_cast<list_type*>(list); }

        static constexpr row_keeper<Row> value{
            []() -> void* { return new rows_type; },
            [](void* rows) noexcept { delete static_cast<rows_type*>(rows); },
            [](void* rows, Row& row, mismatch_list& mismatches) {
                element& added = rows_of(rows).emplace_back();
                row.settle(&added, rows_of(rows).size() - 1);
                read_row<list_form::rows>(row, added, mismatches);
            },
            [](void* rows) { return reinterpret_cast<char*>(rows_of(rows).data()); },
            [](void* rows, int const* numbers, filled_list const* lists, std::size_t count) {
                for (std::size_t i = 0; i < count; ++i) list_of(lists[i].list).reserve(lists[i].count);
                for (element& row : rows_of(rows))
                    if (int const number = *numbers++; number >= 0) list_of(lists[number].list).push_back(std::move(row));
            },
            [](void* to, void const* from) { list_of(to) = *static_cast<list_type const*>(from); },
            sizeof(element),
            column_count_of<element>(),
        };
    };
};

/// The rows of a level, and which row of its parent's level each belongs to.
template <class Row>
class level_rows {
public:
    explicit level_rows(row_keeper<Row> const& keeper) : keeper_(&keeper), rows_(keeper.make()) {}
    level_rows(level_rows&& other) noexcept : keeper_(other.keeper_), rows_(std::exchange(other.rows_, nullptr)), keys_(std::move(other.keys_)) {}
    level_rows& operator=(level_rows&&) = delete;
    ~level_rows() {
        if (rows_ != nullptr) keeper_->free(rows_);
    }

    [[nodiscard]] int columns() const { return keeper_->columns; }
    void append(Row& row, mismatch_list& mismatches) { keeper_->append(rows_, row, mismatches); }
    void append(std::int64_t key, Row& row, mismatch_list& mismatches) {
        keys_.push_back(key);
        append(row, mismatches);
    }
    /// Puts all rows into the lists that wait for them, which rows of the parent's level have.
    void hand_out(level_rows& parent, key_lists& waiting) {
        std::vector<filled_list> lists;
        lists.reserve(waiting.all().size());
        char* const first = parent.keeper_->data(parent.rows_);
        for (auto const& one : waiting.all())
            lists.push_back({first + one.row * parent.keeper_->stride + static_cast<std::size_t>(one.offset), 0});
        std::vector<int> numbers;
        numbers.reserve(keys_.size());
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            int const number = i > 0 && keys_[i] == keys_[i - 1] ? numbers.back() : waiting.find(keys_[i]);
            if (number >= 0) ++lists[static_cast<std::size_t>(number)].count;
            numbers.push_back(number);
        }
        keeper_->hand_out(rows_, numbers.data(), lists.data(), lists.size());
        // One row that was found in several places has its lists there, too.
        for (std::size_t i = 0; i < lists.size(); ++i)
            if (int const same = waiting.all()[i].first; same >= 0) keeper_->copy(lists[i].list, lists[static_cast<std::size_t>(same)].list);
    }
    template <class Element>
    std::vector<Element> take() {
        return std::move(*static_cast<std::vector<Element>*>(rows_));
    }

private:
    row_keeper<Row> const* keeper_;
    void* rows_;
    std::vector<std::int64_t> keys_;
};

}  // namespace koine::detail
