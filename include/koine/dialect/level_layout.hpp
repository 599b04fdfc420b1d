// SPDX-License-Identifier: BSL-1.0
// dialect · level_layout: which column of a statement that has the rows of all levels holds which column of a level's row.
#pragma once

#include <koine/dialect/list_levels.hpp>

namespace koine::detail {

inline constexpr int maximum_layout_columns = 256;
inline constexpr int maximum_layout_cells = 512;

/// The root's rows are level 0, those of list i level i + 1. Behind `columns_ahead` come the columns that levels have, each for
/// rows of one kind. A level takes them from left to right, so that its row is written as it comes.
struct level_layout {
    static constexpr short columns_ahead = 2;  ///< the level, and the key of the row that a row belongs to

    struct cell {
        short place;   ///< which column it is
        short column;  ///< of the table
        short row;     ///< tells apart the row of the level and those of its to-one members
        bool key;      ///< of a list
    };

    storage kinds[maximum_layout_columns]{};
    short columns = 0;
    cell cells[maximum_layout_cells]{};  ///< of the levels, one after the other
    short count = 0;
    short first[maximum_list_levels + 2]{};
    bool too_wide = false;

    /// `shared`: levels have columns of a kind together; else each its own, where a database compares what they are made of.
    constexpr level_layout(tree const& query, list_levels const& levels, bool shared) {
        shape_path path;
        int const root = query.clause(0, op::select_shape);
        add_row(query, path, *query[root].shape, root);
        for (int i = 0; i < levels.count; ++i) {
            first[i + 1] = count;
            next_ = shared ? short{0} : columns;
            path = levels.at[i].path;
            add_row(query, path, *levels.at[i].shape, include_of(query, path));
        }
        first[levels.count + 1] = count;
    }

    [[nodiscard]] constexpr cell const& cell_of(int level, int position) const { return cells[first[level] + position]; }

private:
    constexpr void add_row(tree const& query, shape_path& path, shape_descriptor const& shape, int items) {
        short const row = count;
        for_each_member(query, path, shape, [&](int i, shape_member const& member) {
            if (given_item(query, items, i) >= 0) return add(member.kind, -1, row, false);
            if (member.role == member_role::to_many) return add_key(*member.relation, row);
            if (member.role == member_role::column) return add(member.kind, member.column, row, false);
            add(member.relation->to->columns[presence_column(*member.relation)].kind, -1, row, false);
            add_row(query, path, *member.nested, include_of(query, path));
        });
    }
    /// The key of a list, which may be a member of its own before.
    constexpr void add_key(relation_descriptor const& relation, short row) {
        short const column = relation.from_columns.at[0];
        for (int i = row; i < count; ++i)
            if (cells[i].row == row && cells[i].column == column) {
                cells[i].key = true;
                return put({cells[i].place, -1, row, true});
            }
        add(relation.from->columns[column].kind, -1, row, true);
    }
    constexpr void add(storage kind, short column, short row, bool key) {
        while (next_ < columns && kinds[next_] != kind) ++next_;
        too_wide = too_wide || next_ == maximum_layout_columns;
        if (too_wide) return;
        if (next_ == columns) kinds[columns++] = kind;
        put({next_++, column, row, key});
    }
    constexpr void put(cell one) {
        too_wide = too_wide || count == maximum_layout_cells;
        if (!too_wide) cells[count++] = one;
    }

    short next_ = 0;
};

/// A row of one level on its way into the text.
struct level_row {
    level_layout const& layout;
    int level;
    int position = 0;  ///< of the cell that comes next
    short column = 0;  ///< of the statement, that comes next

    [[nodiscard]] constexpr level_layout::cell const& cell() const { return layout.cell_of(level, position); }
    /// Whether the cell that comes next is one that is there already.
    [[nodiscard]] constexpr bool repeats() const { return cell().place < column; }
};

/// How a level's rows are read.
struct level_view {
    int parent;              ///< the level whose rows have the list
    int column;              ///< where a row of that level has the key
    std::string_view name;   ///< the relation's
    short const* places;     ///< which columns its cells are; null: one after the other, behind the key
};
struct level_views {
    level_view const* at;
    int count;
};

}  // namespace koine::detail
