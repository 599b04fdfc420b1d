// SPDX-License-Identifier: BSL-1.0
// detail · owned: an object on the heap with one owner; <memory> would bring the standard's streams into every unit.
#pragma once

#include <utility>

namespace koine::detail {

template <class Type>
class owned {
public:
    owned() = default;
    explicit owned(Type* kept) : kept_(kept) {}
    owned(owned&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
    owned& operator=(owned&& other) noexcept {
        std::swap(kept_, other.kept_);
        return *this;
    }
    ~owned() { delete kept_; }

    [[nodiscard]] Type* get() const { return kept_; }
    Type& operator*() const { return *kept_; }
    Type* operator->() const { return kept_; }
    explicit operator bool() const { return kept_ != nullptr; }

private:
    Type* kept_ = nullptr;
};

template <class Type, class... Arguments>
owned<Type> make_owned(Arguments&&... arguments) {
    return owned<Type>(new Type(std::forward<Arguments>(arguments)...));
}

}  // namespace koine::detail
