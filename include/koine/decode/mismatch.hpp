// SPDX-License-Identifier: BSL-1.0
// decode · mismatch: what a row holds is not what the C++ type says; all of a row's mismatches are one error.
#pragma once

#include <koine/detail/failure.hpp>

#include <string>

namespace koine::detail {

/// Where a value goes, for the message of an error.
struct destination {
    std::string_view shape{};
    std::string_view const* members = nullptr;
};

inline std::string spell(destination const& place, int member) {
    if (place.members == nullptr) return std::string(place.shape);
    return spell({place.shape, "::", place.members[member]});
}

/// Collects what is wrong with a row, so that one error can say it all.
class mismatch_list {
public:
    [[gnu::cold, gnu::noinline]] void add_null(destination const& place, int member, int column) {
        add(error_kind::mismatch, {"NULL in column ", column_number(column), " for ", spell(place, member), ", which is no std::optional"});
    }
    [[gnu::cold, gnu::noinline]] void add_type(destination const& place, int member, int column, char const* found) {
        add(error_kind::mismatch, {"column ", column_number(column), " holds ", found, ", which is no value of ", spell(place, member)});
    }
    [[gnu::cold, gnu::noinline]] void add_range(destination const& place, int member, int column) {
        add(error_kind::range, {"the value of column ", column_number(column), " is out of the range of ", spell(place, member)});
    }
    [[gnu::cold, gnu::noinline]] void add_absent(destination const& place, int member) {
        add(error_kind::mismatch, {spell(place, member), " has no row, and is no std::optional"});
    }
    /// Where the cells of the row are that is read next: as `places` says, or from `first` on.
    void locate(short const* places, int first) { places_ = places, first_ = first; }
    /// Those of a list that is taken into the row.
    [[gnu::cold, gnu::noinline]] void add(mismatch_list const& nested) { add(nested.kind_, {nested.text_}); }
    [[nodiscard]] bool any() const { return !text_.empty(); }
    [[noreturn, gnu::cold, gnu::noinline]] void raise(std::string_view sql) const { throw error(kind_, spell({"koine: ", text_})).with_sql(sql); }

private:
    void add(error_kind kind, std::initializer_list<std::string_view> sentence) {
        // A mismatch says more than a range; the first otherwise.
        if (text_.empty() || kind == error_kind::mismatch) kind_ = kind;
        text_.append(text_.empty() ? "" : "; ").append(spell(sentence));
    }

    [[nodiscard]] std::string column_number(int cell) const { return std::string(digits_of((places_ != nullptr ? places_[cell] : first_ + cell) + 1)); }

    short const* places_ = nullptr;
    int first_ = 0;
    std::string text_;
    error_kind kind_ = error_kind::mismatch;
};

[[noreturn, gnu::cold, gnu::noinline]] inline void fail_json_null(destination const& place, int member, std::size_t position) {
    throw error(error_kind::mismatch, spell({"koine: NULL for ", spell(place, member), ", which is no std::optional, at byte ",
                                             digits_of(static_cast<long long>(position)), " of the JSON"}));
}
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_json_range(destination const& place, int member, std::size_t position) {
    throw error(error_kind::range, spell({"koine: a value is out of the range of ", spell(place, member), ", at byte ",
                                          digits_of(static_cast<long long>(position)), " of the JSON"}));
}
[[noreturn, gnu::cold, gnu::noinline]] inline void fail_columns(std::string_view shape, int expected, int found) {
    throw error(error_kind::mismatch, spell({"koine: ", shape, " is read from ", digits_of(expected), " columns, and the statement gives ", digits_of(found)}));
}

}  // namespace koine::detail
