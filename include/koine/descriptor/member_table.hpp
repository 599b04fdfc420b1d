// SPDX-License-Identifier: BSL-1.0
// descriptor · member_table: one structured binding for each number of members up to 100; the language has no other way to name
// them all. (Boost.PFR has one too; through std::tuple and std::apply it costs twice the compile time for each struct.)
#pragma once

#include <cstddef>

namespace koine::detail {

/// Structs of more than 100 members; `<koine/wide.hpp>` knows how.
template <std::size_t Count>
struct member_table {
    static_assert(Count > 320, "koine: include <koine/wide.hpp> for models and shapes of more than 100 members");
    static_assert(Count <= 320, "koine: a model or a shape has at most 320 members");
};

// clang-format off
#define KOINE_TEN(NAME) NAME##0, NAME##1, NAME##2, NAME##3, NAME##4, NAME##5, NAME##6, NAME##7, NAME##8, NAME##9
#define KOINE_MEMBERS_10 KOINE_TEN(m0)
#define KOINE_MEMBERS_20 KOINE_TEN(m0), KOINE_TEN(m1)
#define KOINE_MEMBERS_30 KOINE_MEMBERS_20, KOINE_TEN(m2)
#define KOINE_MEMBERS_40 KOINE_MEMBERS_30, KOINE_TEN(m3)
#define KOINE_MEMBERS_50 KOINE_MEMBERS_40, KOINE_TEN(m4)
#define KOINE_MEMBERS_60 KOINE_MEMBERS_50, KOINE_TEN(m5)
#define KOINE_MEMBERS_70 KOINE_MEMBERS_60, KOINE_TEN(m6)
#define KOINE_MEMBERS_80 KOINE_MEMBERS_70, KOINE_TEN(m7)
#define KOINE_MEMBERS_90 KOINE_MEMBERS_80, KOINE_TEN(m8)

#define KOINE_MEMBER_TABLE(COUNT, ...)                                      \
    template <>                                                             \
    struct member_table<COUNT> {                                            \
        template <class Type, class Use>                                    \
        static constexpr decltype(auto) visit(Type& object, Use&& use) {    \
            auto& [__VA_ARGS__] = object;                                   \
            return use(__VA_ARGS__);                                        \
        }                                                                   \
    };
/// Ten of them: TEN is the counts' last digit but one, NEXT the one after, and the rest are the members before.
#define KOINE_MEMBER_TABLES(TEN, NEXT, ...)                                 \
    KOINE_MEMBER_TABLE(TEN##1, __VA_ARGS__, m##TEN##0) \
    KOINE_MEMBER_TABLE(TEN##2, __VA_ARGS__, m##TEN##0, m##TEN##1) \
    KOINE_MEMBER_TABLE(TEN##3, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2) \
    KOINE_MEMBER_TABLE(TEN##4, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3) \
    KOINE_MEMBER_TABLE(TEN##5, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4) \
    KOINE_MEMBER_TABLE(TEN##6, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5) \
    KOINE_MEMBER_TABLE(TEN##7, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5, m##TEN##6) \
    KOINE_MEMBER_TABLE(TEN##8, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5, m##TEN##6, m##TEN##7) \
    KOINE_MEMBER_TABLE(TEN##9, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5, m##TEN##6, m##TEN##7, m##TEN##8) \
    KOINE_MEMBER_TABLE(NEXT##0, __VA_ARGS__, KOINE_TEN(m##TEN))

KOINE_MEMBER_TABLE(1, m00)
KOINE_MEMBER_TABLE(2, m00, m01)
KOINE_MEMBER_TABLE(3, m00, m01, m02)
KOINE_MEMBER_TABLE(4, m00, m01, m02, m03)
KOINE_MEMBER_TABLE(5, m00, m01, m02, m03, m04)
KOINE_MEMBER_TABLE(6, m00, m01, m02, m03, m04, m05)
KOINE_MEMBER_TABLE(7, m00, m01, m02, m03, m04, m05, m06)
KOINE_MEMBER_TABLE(8, m00, m01, m02, m03, m04, m05, m06, m07)
KOINE_MEMBER_TABLE(9, m00, m01, m02, m03, m04, m05, m06, m07, m08)
KOINE_MEMBER_TABLE(10, KOINE_TEN(m0))
KOINE_MEMBER_TABLES(1, 2, KOINE_MEMBERS_10)
KOINE_MEMBER_TABLES(2, 3, KOINE_MEMBERS_20)
KOINE_MEMBER_TABLES(3, 4, KOINE_MEMBERS_30)
KOINE_MEMBER_TABLES(4, 5, KOINE_MEMBERS_40)
KOINE_MEMBER_TABLES(5, 6, KOINE_MEMBERS_50)
KOINE_MEMBER_TABLES(6, 7, KOINE_MEMBERS_60)
KOINE_MEMBER_TABLES(7, 8, KOINE_MEMBERS_70)
KOINE_MEMBER_TABLES(8, 9, KOINE_MEMBERS_80)
KOINE_MEMBER_TABLES(9, 10, KOINE_MEMBERS_90)

#undef KOINE_MEMBERS_10
#undef KOINE_MEMBERS_20
#undef KOINE_MEMBERS_30
#undef KOINE_MEMBERS_40
#undef KOINE_MEMBERS_50
#undef KOINE_MEMBERS_60
#undef KOINE_MEMBERS_70
#undef KOINE_MEMBERS_80
#undef KOINE_MEMBERS_90
#undef KOINE_MEMBER_TABLES
#undef KOINE_MEMBER_TABLE
#undef KOINE_TEN
// clang-format on

}  // namespace koine::detail
