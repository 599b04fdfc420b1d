// SPDX-License-Identifier: BSL-1.0
// detail · spell: puts a message together; out of line, because messages are many and made on the way out.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace koine::detail {

[[gnu::noinline, gnu::cold]] inline std::string spell(std::initializer_list<std::string_view> pieces) {
    std::string text;
    for (std::string_view piece : pieces) text.append(piece);
    return text;
}

/// A number's digits, for a message.
class digits_of {
public:
    explicit digits_of(long long number) {
        unsigned long long rest = number < 0 ? 0ULL - static_cast<unsigned long long>(number) : static_cast<unsigned long long>(number);
        do *--begin_ = static_cast<char>('0' + rest % 10);
        while ((rest /= 10) != 0);
        if (number < 0) *--begin_ = '-';
    }
    digits_of(digits_of const&) = delete;
    digits_of& operator=(digits_of const&) = delete;
    operator std::string_view() const { return {begin_, static_cast<std::size_t>(text_ + sizeof(text_) - begin_)}; }

private:
    char text_[20];
    char* begin_ = text_ + sizeof(text_);
};

}  // namespace koine::detail
