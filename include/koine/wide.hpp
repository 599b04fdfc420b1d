// SPDX-License-Identifier: BSL-1.0
// wide · models and shapes of 101 to 320 members; included by who has them, because it costs everybody else its parsing.
#pragma once

#include <koine/descriptor/reflection.hpp>

// clang-format off
#define KOINE_TEN(NAME) NAME##0, NAME##1, NAME##2, NAME##3, NAME##4, NAME##5, NAME##6, NAME##7, NAME##8, NAME##9
#define KOINE_MEMBERS_100 KOINE_TEN(m0), KOINE_TEN(m1), KOINE_TEN(m2), KOINE_TEN(m3), KOINE_TEN(m4), KOINE_TEN(m5), KOINE_TEN(m6), KOINE_TEN(m7), KOINE_TEN(m8), KOINE_TEN(m9)
#define KOINE_MEMBERS_110 KOINE_MEMBERS_100, KOINE_TEN(m10)
#define KOINE_MEMBERS_120 KOINE_MEMBERS_110, KOINE_TEN(m11)
#define KOINE_MEMBERS_130 KOINE_MEMBERS_120, KOINE_TEN(m12)
#define KOINE_MEMBERS_140 KOINE_MEMBERS_130, KOINE_TEN(m13)
#define KOINE_MEMBERS_150 KOINE_MEMBERS_140, KOINE_TEN(m14)
#define KOINE_MEMBERS_160 KOINE_MEMBERS_150, KOINE_TEN(m15)
#define KOINE_MEMBERS_170 KOINE_MEMBERS_160, KOINE_TEN(m16)
#define KOINE_MEMBERS_180 KOINE_MEMBERS_170, KOINE_TEN(m17)
#define KOINE_MEMBERS_190 KOINE_MEMBERS_180, KOINE_TEN(m18)
#define KOINE_MEMBERS_200 KOINE_MEMBERS_190, KOINE_TEN(m19)
#define KOINE_MEMBERS_210 KOINE_MEMBERS_200, KOINE_TEN(m20)
#define KOINE_MEMBERS_220 KOINE_MEMBERS_210, KOINE_TEN(m21)
#define KOINE_MEMBERS_230 KOINE_MEMBERS_220, KOINE_TEN(m22)
#define KOINE_MEMBERS_240 KOINE_MEMBERS_230, KOINE_TEN(m23)
#define KOINE_MEMBERS_250 KOINE_MEMBERS_240, KOINE_TEN(m24)
#define KOINE_MEMBERS_260 KOINE_MEMBERS_250, KOINE_TEN(m25)
#define KOINE_MEMBERS_270 KOINE_MEMBERS_260, KOINE_TEN(m26)
#define KOINE_MEMBERS_280 KOINE_MEMBERS_270, KOINE_TEN(m27)
#define KOINE_MEMBERS_290 KOINE_MEMBERS_280, KOINE_TEN(m28)
#define KOINE_MEMBERS_300 KOINE_MEMBERS_290, KOINE_TEN(m29)
#define KOINE_MEMBERS_310 KOINE_MEMBERS_300, KOINE_TEN(m30)

// One structured binding for each number of members: the language has no other way to name them all.
#define KOINE_WIDE(COUNT, ...)                                              \
    template <>                                                             \
    struct wide_members<COUNT> {                                            \
        template <class Type, class Use>                                    \
        static constexpr decltype(auto) visit(Type& object, Use&& use) {    \
            auto& [__VA_ARGS__] = object;                                   \
            return use(__VA_ARGS__);                                        \
        }                                                                   \
    };
#define KOINE_WIDE_TEN(TEN, NEXT, ...)                                      \
    KOINE_WIDE(TEN##1, __VA_ARGS__, m##TEN##0) \
    KOINE_WIDE(TEN##2, __VA_ARGS__, m##TEN##0, m##TEN##1) \
    KOINE_WIDE(TEN##3, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2) \
    KOINE_WIDE(TEN##4, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3) \
    KOINE_WIDE(TEN##5, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4) \
    KOINE_WIDE(TEN##6, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5) \
    KOINE_WIDE(TEN##7, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5, m##TEN##6) \
    KOINE_WIDE(TEN##8, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5, m##TEN##6, m##TEN##7) \
    KOINE_WIDE(TEN##9, __VA_ARGS__, m##TEN##0, m##TEN##1, m##TEN##2, m##TEN##3, m##TEN##4, m##TEN##5, m##TEN##6, m##TEN##7, m##TEN##8) \
    KOINE_WIDE(NEXT##0, __VA_ARGS__, KOINE_TEN(m##TEN))

namespace koine::detail {

KOINE_WIDE_TEN(10, 11, KOINE_MEMBERS_100)
KOINE_WIDE_TEN(11, 12, KOINE_MEMBERS_110)
KOINE_WIDE_TEN(12, 13, KOINE_MEMBERS_120)
KOINE_WIDE_TEN(13, 14, KOINE_MEMBERS_130)
KOINE_WIDE_TEN(14, 15, KOINE_MEMBERS_140)
KOINE_WIDE_TEN(15, 16, KOINE_MEMBERS_150)
KOINE_WIDE_TEN(16, 17, KOINE_MEMBERS_160)
KOINE_WIDE_TEN(17, 18, KOINE_MEMBERS_170)
KOINE_WIDE_TEN(18, 19, KOINE_MEMBERS_180)
KOINE_WIDE_TEN(19, 20, KOINE_MEMBERS_190)
KOINE_WIDE_TEN(20, 21, KOINE_MEMBERS_200)
KOINE_WIDE_TEN(21, 22, KOINE_MEMBERS_210)
KOINE_WIDE_TEN(22, 23, KOINE_MEMBERS_220)
KOINE_WIDE_TEN(23, 24, KOINE_MEMBERS_230)
KOINE_WIDE_TEN(24, 25, KOINE_MEMBERS_240)
KOINE_WIDE_TEN(25, 26, KOINE_MEMBERS_250)
KOINE_WIDE_TEN(26, 27, KOINE_MEMBERS_260)
KOINE_WIDE_TEN(27, 28, KOINE_MEMBERS_270)
KOINE_WIDE_TEN(28, 29, KOINE_MEMBERS_280)
KOINE_WIDE_TEN(29, 30, KOINE_MEMBERS_290)
KOINE_WIDE_TEN(30, 31, KOINE_MEMBERS_300)
KOINE_WIDE_TEN(31, 32, KOINE_MEMBERS_310)

}  // namespace koine::detail

#undef KOINE_TEN
#undef KOINE_WIDE
#undef KOINE_WIDE_TEN
#undef KOINE_MEMBERS_100
#undef KOINE_MEMBERS_110
#undef KOINE_MEMBERS_120
#undef KOINE_MEMBERS_130
#undef KOINE_MEMBERS_140
#undef KOINE_MEMBERS_150
#undef KOINE_MEMBERS_160
#undef KOINE_MEMBERS_170
#undef KOINE_MEMBERS_180
#undef KOINE_MEMBERS_190
#undef KOINE_MEMBERS_200
#undef KOINE_MEMBERS_210
#undef KOINE_MEMBERS_220
#undef KOINE_MEMBERS_230
#undef KOINE_MEMBERS_240
#undef KOINE_MEMBERS_250
#undef KOINE_MEMBERS_260
#undef KOINE_MEMBERS_270
#undef KOINE_MEMBERS_280
#undef KOINE_MEMBERS_290
#undef KOINE_MEMBERS_300
#undef KOINE_MEMBERS_310
// clang-format on
