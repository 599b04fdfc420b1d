// SPDX-License-Identifier: BSL-1.0
// driver · libpq/records: an array of rows in binary (array_send and record_send of the server's source).
#pragma once

#include <koine/driver/libpq/cell.hpp>

#include <koine/decode/row_decode.hpp>

namespace koine::detail {

/// Where a value of a row in an array lies.
struct libpq_record_field {
    std::string_view bytes;
    libpq_type kind;
    bool absent;
    std::string* made;

    [[nodiscard]] bool null() const { return absent; }
    [[nodiscard]] char const* data() const { return bytes.data(); }
    [[nodiscard]] std::size_t size() const { return bytes.size(); }
    [[nodiscard]] libpq_type type() const { return kind; }
    [[nodiscard]] static bool binary() { return true; }
    [[nodiscard]] std::string* kept() const { return made; }
    [[nodiscard]] static std::string_view decode_bytes(std::string_view bytes) { return bytes; }
};

template <class Cell, class List>
bool read_list_of(Cell const& cell, List& list, mismatch_list& mismatches);

/// A row of an array. Its columns are asked for in their order.
class libpq_record {
public:
    explicit libpq_record(std::string_view bytes) : rest_(bytes), columns_(rest_.word()) {}

    [[nodiscard]] int column_count() const { return columns_; }
    [[nodiscard]] libpq_cell_of<libpq_record_field> cell(int column) {
        while (next_ <= column) step();
        field_.made = &made_;
        return libpq_cell_of<libpq_record_field>(field_);
    }
    template <class List>
    bool read_list(int column, List& list, mismatch_list& mismatches) {
        return read_list_of(cell(column), list, mismatches);
    }

private:
    void step() {
        field_.kind = libpq_type_of(static_cast<unsigned>(rest_.word()));
        std::int32_t const size = rest_.word();
        field_.absent = size == -1;
        field_.bytes = field_.absent ? std::string_view{} : rest_.run(size);
        ++next_;
    }

    libpq_bytes rest_;
    int columns_;
    int next_ = 0;
    std::string made_;  ///< of the last value that was asked for
    libpq_record_field field_{};
};

/// Reads the rows of a to-many member; false where the cell holds something else.
template <class Cell, class List>
bool read_list_of(Cell const& cell, List& list, mismatch_list& mismatches) {
    using element = typename List::value_type;
    list.clear();
    if (cell.null()) return true;
    std::string_view array;
    if (!cell.read_records(array)) return false;
    libpq_bytes rest(array);
    std::int32_t const dimensions = rest.word();
    rest.run(8);  // whether there are NULLs; the type of the elements
    if (dimensions == 0) return true;
    std::int32_t const count = rest.word();
    rest.run(4);  // the first index
    list.reserve(static_cast<std::size_t>(count < 0 ? 0 : count));
    for (std::int32_t i = 0; i < count; ++i) {
        libpq_record row(rest.run(rest.word()));
        constexpr int columns = column_count_of<element>();
        if (row.column_count() != columns) [[unlikely]] fail_columns(type_name<element>(), columns, row.column_count());
        void* const memory = memory_within(list, nullptr);
        read_row<list_form::rows>(row, add_row(list, memory), mismatches, memory);
    }
    return true;
}

}  // namespace koine::detail
