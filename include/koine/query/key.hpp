// SPDX-License-Identifier: BSL-1.0
// query · key: a key by its members, for generic code, which needs no `.template` then.
#pragma once

namespace koine {

namespace detail {
template <auto... Members>
struct key_tag {};
}  // namespace detail

/// The members of a key: `.on(koine::key<&T::email>)`, `.after(koine::key<&T::id>, 7)`.
template <auto... Members>
inline constexpr detail::key_tag<Members...> key{};

}  // namespace koine
