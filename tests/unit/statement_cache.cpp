// SPDX-License-Identifier: BSL-1.0
// The statement cache with statements that only count themselves.

#include <koine/driver/statement_cache.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <utility>

namespace statement_cache_test {

using koine::detail::text_hash;

/// Knows how many of its kind are prepared.
struct fake {
    static inline int alive = 0;
    int number = 0;

    fake() = default;
    explicit fake(int given) : number(given) { ++alive; }
    fake(fake&& other) noexcept : number(std::exchange(other.number, 0)) {}
    fake& operator=(fake&& other) noexcept { return std::swap(number, other.number), *this; }
    ~fake() {
        if (number != 0) --alive;
    }
};
using cache = koine::detail::statement_cache<fake>;

/// A hash with a place of its choice; `number` tells apart what is searched from one place.
text_hash at(std::uint64_t place, std::uint64_t number) { return {number, place}; }
cache::entry* put(cache& to, text_hash const& hash, int number) {
    fake made(number);
    return to.insert(hash, made);
}
int number_at(cache& from, text_hash const& hash) {
    auto const* const found = from.find(hash);
    return found == nullptr ? 0 : found->statement.number;
}

TEST_CASE("statement_cache: finds what was inserted, and nothing else") {
    cache kept(8);
    CHECK((kept.capacity() == 8 && kept.size() == 0));
    CHECK(kept.find(at(1, 1)) == nullptr);
    REQUIRE(put(kept, at(1, 1), 11) != nullptr);
    CHECK(number_at(kept, at(1, 1)) == 11);
    // The same place, the same half of a hash.
    CHECK(kept.find(at(1, 2)) == nullptr);
    CHECK(kept.find(at(2, 1)) == nullptr);
    CHECK(kept.find(at(17, 1)) == nullptr);
    CHECK(kept.find(text_hash{}) == nullptr);
    CHECK(kept.size() == 1);
}

TEST_CASE("statement_cache: what is inserted is moved; what is refused stays with its owner") {
    int const before = fake::alive;
    {
        cache kept(2);
        fake made(5);
        CHECK(kept.insert(at(1, 1), made) != nullptr);
        CHECK(made.number == 0);
        fake again(6);
        CHECK(kept.insert(at(1, 1), again) == nullptr);
        CHECK((again.number == 6 && number_at(kept, at(1, 1)) == 5));
        cache none(0);
        CHECK(none.insert(at(1, 1), again) == nullptr);
        CHECK((again.number == 6 && none.find(at(1, 1)) == nullptr && none.size() == 0));
        CHECK(fake::alive == before + 2);
    }
    CHECK(fake::alive == before);
}

TEST_CASE("statement_cache: the least recently used goes, and it alone") {
    cache kept(3);
    for (int n = 1; n <= 3; ++n) put(kept, at(static_cast<std::uint64_t>(n), 1), n);
    CHECK(number_at(kept, at(1, 1)) == 1);
    put(kept, at(4, 1), 4);
    CHECK((number_at(kept, at(2, 1)) == 0 && kept.size() == 3));
    CHECK((number_at(kept, at(3, 1)) == 3 && number_at(kept, at(1, 1)) == 1 && number_at(kept, at(4, 1)) == 4));
    put(kept, at(5, 1), 5);
    CHECK((number_at(kept, at(3, 1)) == 0 && number_at(kept, at(1, 1)) == 1));
    CHECK(fake::alive == 3);
    kept.clear();
    CHECK((fake::alive == 0 && kept.size() == 0 && kept.find(at(1, 1)) == nullptr));
    CHECK(put(kept, at(1, 1), 6) != nullptr);
}

TEST_CASE("statement_cache: what is in use is not handed out, not evicted, and not replaced") {
    cache kept(2);
    auto* const first = put(kept, at(1, 1), 1);
    auto* const second = put(kept, at(2, 1), 2);
    first->busy = true;
    CHECK(kept.find(at(1, 1)) == nullptr);
    fake more(9);
    CHECK(kept.insert(at(1, 1), more) == nullptr);
    CHECK(put(kept, at(3, 1), 3) != nullptr);
    CHECK((number_at(kept, at(2, 1)) == 0 && number_at(kept, at(3, 1)) == 3));
    static_cast<void>(second);
    kept.find(at(3, 1))->busy = true;
    CHECK(kept.insert(at(4, 1), more) == nullptr);
    CHECK((more.number == 9 && kept.size() == 2));
    first->busy = false;
    CHECK(number_at(kept, at(1, 1)) == 1);
    CHECK(put(kept, at(4, 1), 4) != nullptr);
    CHECK(kept.find(at(1, 1)) == nullptr);
}

TEST_CASE("statement_cache: erasing one of many at one place leaves the others to be found") {
    for (std::uint64_t place : {0U, 1U, 14U, 15U})  // of 16; the last ones go on at the front
        for (int gone = 1; gone <= 8; ++gone) {
            cache kept(8);
            cache::entry* entries[9]{};
            for (int n = 1; n <= 8; ++n) entries[n] = put(kept, at(place + static_cast<std::uint64_t>(n % 3) * 16 + (n > 5 ? 1 : 0), static_cast<std::uint64_t>(n)), n);
            kept.erase(entries[gone]);
            CHECK(kept.size() == 7);
            for (int n = 1; n <= 8; ++n) {
                INFO(place << ' ' << gone << ' ' << n);
                CHECK(number_at(kept, at(place + static_cast<std::uint64_t>(n % 3) * 16 + (n > 5 ? 1 : 0), static_cast<std::uint64_t>(n))) == (n == gone ? 0 : n));
            }
        }
    CHECK(fake::alive == 0);
}

TEST_CASE("statement_cache: ten thousand random steps agree with a simple model") {
    std::mt19937 random(7);
    for (std::size_t capacity : {1U, 2U, 5U, 16U}) {
        cache kept(capacity);
        std::map<std::pair<std::uint64_t, std::uint64_t>, std::pair<int, std::uint64_t>> model;  // number and last use
        std::map<std::pair<std::uint64_t, std::uint64_t>, cache::entry*> busy;
        std::uint64_t clock = 0;
        int wrong = 0;
        for (int step = 1; step <= 10'000; ++step) {
            std::pair<std::uint64_t, std::uint64_t> const key{random() % 5 + 60, random() % 6};
            text_hash const hash = at(key.first, key.second);
            auto const known = model.find(key);
            bool const in_use = busy.count(key) > 0;
            switch (random() % 4) {
            case 0:
            case 1: {
                auto* const found = kept.find(hash);
                wrong += (found != nullptr) != (known != model.end() && !in_use) ? 1 : 0;
                if (found == nullptr) break;
                wrong += found->statement.number != known->second.first ? 1 : 0;
                known->second.second = ++clock;
                if (random() % 3 == 0) found->busy = true, busy[key] = found;
                break;
            }
            case 2: {
                bool const inserted = put(kept, hash, step) != nullptr;
                bool fits = known == model.end();
                if (fits && model.size() == capacity) {
                    auto oldest = model.end();
                    for (auto one = model.begin(); one != model.end(); ++one)
                        if (busy.count(one->first) == 0 && (oldest == model.end() || one->second.second < oldest->second.second)) oldest = one;
                    fits = oldest != model.end();
                    if (fits) model.erase(oldest);
                }
                wrong += inserted != fits ? 1 : 0;
                if (inserted) model[key] = {step, ++clock};
                break;
            }
            default:
                if (busy.empty()) break;
                busy.begin()->second->busy = false;
                if (random() % 4 == 0) kept.erase(busy.begin()->second), model.erase(busy.begin()->first);
                busy.erase(busy.begin());
            }
            wrong += kept.size() != model.size() || fake::alive != static_cast<int>(model.size()) ? 1 : 0;
        }
        CHECK(wrong == 0);
    }
}

}  // namespace statement_cache_test
