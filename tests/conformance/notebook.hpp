// SPDX-License-Identifier: BSL-1.0
// conformance · notebook: notes of every size, one after another, for the tests of members that view what a driver holds.
#pragma once

#include "law.hpp"
#include "server.hpp"

namespace notebook {

using bytes = std::vector<std::byte>;

struct note;
struct writer {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> motto{};
};
constexpr auto describe(koine::model<writer>) {
    return koine::table("writers").primary_key<&writer::id>(koine::generated).has_many<"notes", note, "writer">();
}
struct note {
    std::int64_t id{};
    std::int64_t writer_id{};
    std::optional<std::int64_t> reader_id{};
    std::string body{};
    std::optional<std::string> remark{};
    bytes scan{};
    std::optional<bytes> seal{};
    std::int32_t pages{};
};
constexpr auto describe(koine::model<note>) {
    return koine::table("notes")
        .primary_key<&note::id>(koine::generated)
        .belongs_to<"writer", writer, &note::writer_id>()
        .belongs_to<"reader", writer, &note::reader_id>();
}

// The same shape twice: one that owns, one that views.
struct person { std::string name; std::optional<std::string> motto; };
struct page {
    std::int64_t id{};
    std::string body;
    std::optional<std::string> remark;
    bytes scan;
    std::optional<bytes> seal;
    std::int32_t pages{};
    person writer;
    std::optional<person> reader;
};
struct seen_person { std::string_view name; std::optional<std::string_view> motto; };
struct seen_page {
    std::int64_t id{};
    std::string_view body;
    std::optional<std::string_view> remark;
    koine::bytes_view scan;
    std::optional<koine::bytes_view> seal;
    std::int32_t pages{};
    seen_person writer;
    std::optional<seen_person> reader;
};

inline bytes copy_of(koine::bytes_view seen) { return bytes(seen.data, seen.data + seen.size); }
inline person copy_of(seen_person const& seen) { return {std::string(seen.name), seen.motto ? std::optional<std::string>(*seen.motto) : std::nullopt}; }
inline page copy_of(seen_page const& seen) {
    page copy{.id = seen.id, .body = std::string(seen.body), .remark = {}, .scan = copy_of(seen.scan), .seal = {}, .pages = seen.pages, .writer = copy_of(seen.writer), .reader = {}};
    if (seen.remark) copy.remark = *seen.remark;
    if (seen.seal) copy.seal = copy_of(*seen.seal);
    if (seen.reader) copy.reader = copy_of(*seen.reader);
    return copy;
}
inline bool same(person const& left, person const& right) { return left.name == right.name && left.motto == right.motto; }
inline bool same(page const& left, page const& right) {
    return left.id == right.id && left.body == right.body && left.remark == right.remark && left.scan == right.scan && left.seal == right.seal &&
           left.pages == right.pages && same(left.writer, right.writer) && left.reader.has_value() == right.reader.has_value() &&
           (!left.reader || same(*left.reader, *right.reader));
}
inline bool same(std::vector<page> const& left, std::vector<page> const& right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (!same(left[i], right[i])) return false;
    return true;
}

inline bytes some_bytes(std::size_t size, unsigned first) {
    bytes made(size);
    for (std::size_t i = 0; i < size; ++i) made[i] = static_cast<std::byte>((first + i * 7) & 255);
    return made;
}
/// A text whose every part tells where it lies.
inline std::string long_text(std::size_t size) {
    std::string made;
    while (made.size() < size) made += std::to_string(made.size()) + ",\xf0\x9f\x93\x9c;";
    return made;
}

/// Short behind long, NULL behind a text and empty behind NULL, so that what is left of another row would be seen.
struct notes : server::fresh {
    explicit notes(server::driver::options const& options = {}) : fresh(options) {
        db.create_tables<writer, note>();
        writer const ada = db.insert(writer{.name = "Ada \xf0\x9d\x84\x9e", .motto = "go on"}), bob = db.insert(writer{.name = ""}),
                     cyd = db.insert(writer{.name = std::string(700, 'c'), .motto = ""});
        std::vector<note> const all{
            {.writer_id = ada.id, .body = "first", .remark = "short", .scan = some_bytes(3, 254), .seal = some_bytes(1, 0), .pages = 1},
            {.writer_id = bob.id, .reader_id = ada.id, .body = "", .pages = 2},
            {.writer_id = cyd.id, .reader_id = bob.id, .body = "\xf0\x9f\x98\x80\xc5\xbc\xe2\x82\xac", .remark = "", .scan = some_bytes(300, 1), .seal = bytes{}, .pages = 3},
            {.writer_id = ada.id, .reader_id = cyd.id, .body = long_text(1 << 20), .remark = long_text(5000), .scan = some_bytes(1 << 18, 9), .seal = some_bytes(2000, 5), .pages = 4},
            {.writer_id = cyd.id, .body = "x", .remark = "y", .scan = some_bytes(2, 7), .seal = some_bytes(2, 8), .pages = 5},
            {.writer_id = bob.id, .reader_id = ada.id, .body = long_text(1500), .pages = 6},
            {.writer_id = ada.id, .body = long_text(2 << 20), .remark = "end", .scan = {}, .seal = {}, .pages = 7},
        };
        db.insert(all);
    }
    template <class Shape>
    static constexpr auto in_order() {
        return koine::from<note>().select<Shape>().order_by(koine::col<&note::id>);
    }
    std::vector<page> visited() {
        std::vector<page> copies;
        db.visit(in_order<seen_page>(), [&](seen_page const& seen) { copies.push_back(copy_of(seen)); });
        return copies;
    }
    std::vector<page> streamed() {
        std::vector<page> copies;
        for (seen_page const& seen : db.stream(in_order<seen_page>())) copies.push_back(copy_of(seen));
        return copies;
    }
    std::vector<page> loaded() { return db.all(in_order<page>()); }
};

}  // namespace notebook
