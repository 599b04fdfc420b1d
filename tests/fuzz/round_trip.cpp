// SPDX-License-Identifier: BSL-1.0
// fuzz · round_trip: rows of every type into SQLite, and back as plain rows and through an include; what comes back is equal.
#include <koine/driver/sqlite.hpp>
#include <koine/koine.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace round_trip {

struct row;

enum class suit { clubs, diamonds, hearts, spades };

struct owner {
    std::int64_t id{};
};
constexpr auto describe(koine::model<owner>) {
    return koine::table("owners").primary_key<&owner::id>(koine::generated).has_many<"rows", row, "owner">();
}
struct row {
    std::int64_t id{};
    std::int64_t owner_id{};
    bool flag{};
    std::int8_t int8{};
    std::int16_t int16{};
    std::int32_t int32{};
    std::int64_t int64{};
    std::uint8_t uint8{};
    std::uint16_t uint16{};
    std::uint32_t uint32{};
    std::uint64_t uint64{};
    float single{};
    double real{};
    std::string text{};
    std::vector<std::byte> bytes{};
    suit card{};
    std::optional<bool> maybe_flag{};
    std::optional<std::int8_t> maybe_int8{};
    std::optional<std::int16_t> maybe_int16{};
    std::optional<std::int32_t> maybe_int32{};
    std::optional<std::int64_t> maybe_int64{};
    std::optional<std::uint8_t> maybe_uint8{};
    std::optional<std::uint16_t> maybe_uint16{};
    std::optional<std::uint32_t> maybe_uint32{};
    std::optional<std::uint64_t> maybe_uint64{};
    std::optional<float> maybe_single{};
    std::optional<double> maybe_real{};
    std::optional<std::string> maybe_text{};
    std::optional<std::vector<std::byte>> maybe_bytes{};
    std::optional<suit> maybe_card{};

    bool operator==(row const&) const = default;
};
constexpr auto describe(koine::model<row>) {
    return koine::table("rows").primary_key<&row::id>(koine::generated).belongs_to<"owner", owner, &row::owner_id>();
}
struct owned { std::vector<row> rows; };

/// Takes values from the fuzzer's bytes; behind their end everything is zero.
class source {
public:
    source(std::uint8_t const* data, std::size_t size) : at_(data), left_(size) {}
    [[nodiscard]] bool empty() const { return left_ == 0; }

    void fill(bool& out) { out = (byte() & 1) != 0; }
    void fill(suit& out) { out = static_cast<suit>(byte() & 3); }
    template <koine::detail::number_integer Integer>
    void fill(Integer& out) {
        raw(&out, sizeof out);
    }
    void fill(float& out) { real(out); }
    void fill(double& out) { real(out); }
    void fill(std::string& out) {
        for (std::size_t count = byte() % 40; count > 0; --count) append(out, code_point());
    }
    void fill(std::vector<std::byte>& out) {
        out.resize(byte() % 70);
        raw(out.data(), out.size());
    }
    template <class Value>
    void fill(std::optional<Value>& out) {
        if ((byte() & 3) != 0) fill(out.emplace());
    }

private:
    std::uint8_t byte() {
        std::uint8_t one = 0;
        raw(&one, 1);
        return one;
    }
    void raw(void* out, std::size_t size) {
        std::size_t const taken = size < left_ ? size : left_;
        if (taken > 0) std::memcpy(out, at_, taken);
        if (size > taken) std::memset(static_cast<char*>(out) + taken, 0, size - taken);
        at_ += taken;
        left_ -= taken;
    }
    /// SQLite refuses NaN, and keeps one zero only.
    template <class Real>
    void real(Real& out) {
        raw(&out, sizeof out);
        if (std::isnan(out) || out == 0) out = 0;
    }
    /// Mostly ASCII with all control characters, else anything but a surrogate.
    std::uint32_t code_point() {
        std::uint32_t const first = byte();
        if (first < 0xC0) return first < 0x80 ? first : (first & 0x3FU) * 0x21U;
        std::uint32_t const code = (first & 0x1FU) << 16 | static_cast<std::uint32_t>(byte()) << 8 | byte();
        return code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? 0xFFFD : code;
    }
    static void append(std::string& out, std::uint32_t code) {
        auto const put = [&out](std::uint32_t unit) { out.push_back(static_cast<char>(unit)); };
        if (code < 0x80) return put(code);
        if (code < 0x800) put(0xC0 | code >> 6);
        else {
            if (code < 0x10000) put(0xE0 | code >> 12);
            else put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F));
            put(0x80 | (code >> 6 & 0x3F));
        }
        put(0x80 | (code & 0x3F));
    }

    std::uint8_t const* at_;
    std::size_t left_;
};

[[noreturn]] void fail(char const* way, std::size_t index) {
    std::fprintf(stderr, "row %zu came back changed: %s\n", index, way);
    std::abort();
}
void compare(std::vector<row> const& given, std::vector<row> const& found, char const* way) {
    if (given.size() != found.size()) fail(way, found.size());
    for (std::size_t i = 0; i < given.size(); ++i)
        if (!(given[i] == found[i])) fail(way, i);
}

class checker {
public:
    checker() {
        db_.create_tables<owner, row>();
        owner_ = db_.insert(owner{}).id;
    }
    void check(source bytes) {
        using koine::col;
        db_.execute(koine::erase_all<row>());
        std::vector<row> given;
        for (int i = 0; i < 4 && (i == 0 || !bytes.empty()); ++i) {
            row one;
            koine::detail::with_members(one, [&](auto&... member) { [[maybe_unused]] bool const all[] = {(bytes.fill(member), true)...}; });
            one.id = 0;
            one.owner_id = owner_;
            row const written = db_.insert(one);
            one.id = written.id;
            if (!(written == one)) fail("returned by the insert", given.size());
            given.push_back(one);
        }
        auto const by_id = koine::order_by(koine::asc(col<&row::id>));
        compare(given, db_.all(koine::from<row>().order_by(koine::asc(col<&row::id>))), "plain");
        compare(given, db_.one(koine::from<owner>().select<owned>().include<&owned::rows>(by_id)).rows, "included");
        compare(given, db_.one(koine::from<owner>().select<owned>().include<&owned::rows>(by_id, koine::limit(4)).limit(1)).rows, "included, cut off");
        // Every value is found by itself.
        row const& last = given.back();
        auto const same = koine::from<row>().where(
            col<&row::text> == last.text && col<&row::bytes> == last.bytes && col<&row::uint64> == last.uint64 && col<&row::real> == last.real &&
            col<&row::maybe_text>.same_as(last.maybe_text) && col<&row::maybe_uint64>.same_as(last.maybe_uint64) && col<&row::text>.in({last.text}) &&
            col<&row::text>.contains(last.text) && col<&row::card> == last.card && col<&row::id> == last.id);
        if (db_.count(same) != 1) fail("not found by its values", given.size() - 1);
    }

private:
    koine::database<koine::driver::sqlite> db_{":memory:"};
    std::int64_t owner_ = 0;
};

}  // namespace round_trip

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static round_trip::checker checks;
    checks.check({data, size});
    return 0;
}
