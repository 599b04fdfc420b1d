// SPDX-License-Identifier: BSL-1.0
// conformance · arenas: rows whose texts, bytes and lists lie in one memory, however their lists are loaded.
#include "notebook.hpp"

#include <koine/pmr.hpp>

namespace arenas {

using namespace notebook;
using koine::col;

struct kept_person { std::pmr::string name; std::optional<std::pmr::string> motto; };
struct kept_note {
    std::int64_t id{};
    std::pmr::string body;
    std::optional<std::pmr::string> remark;
    std::pmr::vector<std::byte> scan;
    std::optional<std::pmr::vector<std::byte>> seal;
    std::optional<kept_person> reader;
    kept_person writer;
};
struct kept_writer { std::int64_t id{}; std::pmr::string name; std::optional<std::pmr::string> motto; std::pmr::vector<kept_note> notes; };
struct plain_note {
    std::int64_t id{};
    std::string body;
    std::optional<std::string> remark;
    bytes scan;
    std::optional<bytes> seal;
    std::optional<person> reader;
    person writer;
};
struct plain_writer { std::int64_t id{}; std::string name; std::optional<std::string> motto; std::vector<plain_note> notes; };

/// Counts what is taken from it; everything must be given back.
class counted : public std::pmr::memory_resource {
public:
    ~counted() override { CHECK(open_ == 0); }
    int taken = 0;

private:
    void* do_allocate(std::size_t size, std::size_t alignment) override { return ++taken, ++open_, std::pmr::new_delete_resource()->allocate(size, alignment); }
    void do_deallocate(void* gone, std::size_t size, std::size_t alignment) override { --open_, std::pmr::new_delete_resource()->deallocate(gone, size, alignment); }
    [[nodiscard]] bool do_is_equal(memory_resource const& other) const noexcept override { return this == &other; }

    int open_ = 0;
};
/// What is taken from anywhere else meanwhile.
struct default_memory {
    std::pmr::memory_resource* before;
    explicit default_memory(std::pmr::memory_resource* during) : before(std::pmr::set_default_resource(during)) {}
    default_memory(default_memory const&) = delete;
    default_memory& operator=(default_memory const&) = delete;
    ~default_memory() { std::pmr::set_default_resource(before); }
};

/// Every value and list of a result, in words, and with them where each lies.
class words {
public:
    explicit words(std::pmr::memory_resource const* where) : where_(where) {}

    template <class Value>
    void say(Value const& value) {
        if constexpr (requires { value.get_allocator().resource(); })
            if (where_ != nullptr && value.get_allocator().resource() != where_) ++strays;
        if constexpr (std::is_arithmetic_v<Value>) said += std::to_string(value) + ",";
        else if constexpr (std::is_convertible_v<Value const&, std::string_view>) said.append("'").append(std::string_view(value)).append("',");
        else if constexpr (koine::detail::is_optional<Value>) value ? say(*value) : static_cast<void>(said += "null,");
        else if constexpr (koine::detail::vector_traits<Value>::is_vector) {
            said += "[";
            for (auto const& one : value) say(one);
            said += "],";
        } else if constexpr (std::is_same_v<Value, std::byte>) said += static_cast<char>(value);
        else koine::detail::with_members(value, [&](auto const&... member) { (say(member), ...); });
    }

    std::string said;
    int strays = 0;

private:
    std::pmr::memory_resource const* where_;
};
template <class Rows>
std::string words_of(Rows const& rows, std::pmr::memory_resource const* where = nullptr) {
    words all(where);
    all.say(rows);
    CHECK(all.strays == 0);
    return all.said;
}

template <class Shape>
constexpr auto writers() {
    return koine::from<writer>().select<Shape>().template include<&Shape::notes>(koine::order_by(koine::desc(col<&note::id>))).order_by(col<&writer::id>);
}
/// The same rows with a fourth writer, who has no notes.
struct more_notes : notes {
    more_notes() { db.insert(writer{.name = "Dan", .motto = long_text(100)}); }

    template <class Query>
    void check(Query const& kept, std::string const& expected) {
        counted arena, elsewhere;
        {
            default_memory const none(std::pmr::null_memory_resource());
            CHECK(words_of(db.all(kept, &arena), &arena) == expected);
            CHECK(arena.taken > 20);
            // As a program has it: memory of its own first, given back at once.
            std::pmr::monotonic_buffer_resource monotonic(&arena);
            CHECK(words_of(db.all(kept, &monotonic), &monotonic) == expected);
        }
        default_memory const usual(&elsewhere);
        CHECK(words_of(db.all(kept), &elsewhere) == expected);
        CHECK(words_of(std::vector{db.first(kept).value()}, &elsewhere) == words_of(db.all(kept.limit(1)), &elsewhere));
        CHECK(elsewhere.taken > 20);
    }
};

TEST_CASE("rows in one memory are those that are loaded otherwise, and lie there with all that is in them", "[arenas]") {
    more_notes all;
    std::string const expected = words_of(all.db.all(writers<plain_writer>()));
    REQUIRE(expected.size() > (3U << 20));
    all.check(writers<kept_writer>(), expected);
}

TEST_CASE("lists in one memory are the same by every strategy", "[arenas]") {
    more_notes all;
    std::string const expected = words_of(all.db.all(writers<plain_writer>()));
    all.check(writers<kept_writer>().lists_by<koine::strategy::json>(), expected);
    all.check(writers<kept_writer>().lists_by<koine::strategy::split>(), expected);
#if defined(KOINE_TEST_SERVER_SQLITE)
    all.check(writers<kept_writer>().lists_by<koine::strategy::packed>(), expected);
#else
    all.check(writers<kept_writer>().lists_by<koine::strategy::united>(), expected);
#endif
#if defined(KOINE_TEST_SERVER_POSTGRES)
    all.check(writers<kept_writer>().lists_by<koine::strategy::rows>(), expected);
#endif
}

struct inner_note { std::int64_t id{}; std::pmr::string body; };
struct middle_writer { std::pmr::string name; std::pmr::vector<inner_note> notes; };
struct outer_note { std::int64_t id{}; std::pmr::string body; middle_writer writer; std::optional<middle_writer> reader; };
struct plain_inner { std::int64_t id{}; std::string body; };
struct plain_middle { std::string name; std::vector<plain_inner> notes; };
struct plain_outer { std::int64_t id{}; std::string body; plain_middle writer; std::optional<plain_middle> reader; };

template <class Shape>
constexpr auto outer_notes() {
    return koine::from<note>()
        .select<Shape>()
        .template include<&Shape::writer, &std::remove_cvref_t<decltype(std::declval<Shape>().writer)>::notes>(koine::order_by(col<&note::id>))
        .template include<&Shape::reader, &std::remove_cvref_t<decltype(std::declval<Shape>().writer)>::notes>(koine::order_by(col<&note::id>))
        .where(col<&note::pages> != 4 && col<&note::pages> != 7)
        .order_by(col<&note::id>);
}

TEST_CASE("lists of what a row belongs to lie in its memory", "[arenas]") {
    more_notes all;
    std::string const expected = words_of(all.db.all(outer_notes<plain_outer>()));
    counted arena;
    default_memory const none(std::pmr::null_memory_resource());
    CHECK(words_of(all.db.all(outer_notes<outer_note>(), &arena), &arena) == expected);
}

struct loose_note { std::pmr::string body; std::optional<std::pmr::string> remark; };
struct loose_writer { std::string name; std::vector<loose_note> notes; };
struct plain_loose { std::string body; std::optional<std::string> remark; };
struct plain_loose_writer { std::string name; std::vector<plain_loose> notes; };

TEST_CASE("texts of a usual list lie in the default memory", "[arenas]") {
    more_notes all;
    std::string const expected = words_of(all.db.all(writers<plain_loose_writer>()));
    counted elsewhere;
    default_memory const usual(&elsewhere);
    CHECK(words_of(all.db.all(writers<loose_writer>()), &elsewhere) == expected);
    CHECK(words_of(all.db.all(writers<loose_writer>().lists_by<koine::strategy::json>()), &elsewhere) == expected);
    CHECK(words_of(all.db.all(writers<loose_writer>().lists_by<koine::strategy::split>()), &elsewhere) == expected);
}

struct without_null { std::pmr::string body; std::pmr::string remark; };

TEST_CASE("a mismatch gives all memory back", "[arenas][errors]") {
    more_notes all;
    counted arena;
    auto const query = koine::from<note>().order_by(col<&note::id>).select<without_null>(col<&note::body>, koine::raw<std::string, "{}">(col<&note::remark>));
    CHECK(conformance::kind_of([&] { all.db.all(query, &arena); }) == "mismatch");
    CHECK(arena.taken > 0);
    CHECK(all.db.all(koine::from<note>().select(col<&note::id>), &arena).size() == 7);
    CHECK(all.db.all(koine::from<note>().select(col<&note::pages> > 3).order_by(col<&note::id>), &arena) == std::pmr::vector<bool>{false, false, false, true, true, true, true});
    CHECK(all.db.all(koine::from<note>().select<std::pmr::string>(col<&note::body>).order_by(col<&note::id>), &arena)[0] == "first");
}

}  // namespace arenas
