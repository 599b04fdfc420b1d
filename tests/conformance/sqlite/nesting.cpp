// SPDX-License-Identifier: BSL-1.0
// conformance · sqlite/nesting: how deep parts of a query may lie inside each other: what the dialect allows, the parser takes.
#include "../law.hpp"
#include "../server.hpp"

#include <array>

namespace nesting {

using koine::asc;
using koine::col;
using koine::order_by;

struct node {
    std::int64_t id{};
    std::optional<std::int64_t> up_id{};
    std::string name;
};
constexpr auto describe(koine::model<node>) {
    return koine::table("nodes").primary_key<&node::id>().belongs_to<"up", node, &node::up_id>().has_many<"down", node, "up">();
}

template <class Inner>
struct many {
    std::string name;
    std::vector<Inner> down;
};
template <class Inner>
struct one {
    std::string name;
    std::optional<Inner> up;
};
struct leaf {
    std::string name;
};
template <int Lists>
struct tree_of {
    using type = many<typename tree_of<Lists - 1>::type>;
};
template <>
struct tree_of<0> {
    using type = leaf;
};
template <int Lists>
using tree = typename tree_of<Lists>::type;

using oldest = koine::dialect::sqlite<3, 40>;
using permissive = koine::dialect::sqlite<3, 46>;
using database = koine::database<koine::driver::sqlite, oldest>;

/// A chain: each node lies under the one before it, but for the first.
constexpr int count = 16;
void fill(database& db) {
    db.create_tables<node>();
    for (int id = 1; id <= count; ++id) db.insert(node{id, id == 1 ? std::nullopt : std::optional<std::int64_t>(id - 1), "x"});
}

bool overflows(std::string const& text) {
    static koine::database<koine::driver::sqlite> db{":memory:"};
    try {
        [[maybe_unused]] auto const statement = db.connection().prepare(text, false);
        return false;
    } catch (koine::error const& refused) {
        return std::string_view(refused.what()).find("stack overflow") != std::string_view::npos;
    }
}
bool grows() { return sqlite3_libversion_number() >= 3046000; }

/// Of a query and of one that is deeper by one level the first is let through, and runs; the second is not, nor would it.
template <bool Writes = false, class Fits, class Deeper>
void check(database& db, Fits const& fits, Deeper const&) {
    static_assert(koine::expressible<oldest, Fits> && !koine::expressible<oldest, Deeper>);
    static_assert(koine::expressible<permissive, Deeper>);
    std::string const deeper(koine::sql_text_of<permissive, Deeper>);
    INFO(deeper);
    CHECK(overflows(deeper) == !grows());
    if constexpr (Writes) CHECK_NOTHROW(db.execute(fits));
    else CHECK_NOTHROW(db.all(fits));
}

template <class Shape>
using query_of = decltype(koine::from<node>().template select<Shape>());

template <class Shape, bool Allowed>
void check_shape() {
    static_assert(koine::expressible<oldest, query_of<Shape>> == Allowed);
    CHECK(overflows(std::string(koine::sql_text_of<permissive, query_of<Shape>>)) == (!Allowed && !grows()));
}
template <class A>
using m = many<A>;
template <class A>
using o = one<A>;

/// The same include for every list of a tree.
template <int Left, auto... Path, class Query, class... Clauses>
constexpr auto narrowed(Query const& query, Clauses const&... clauses) {
    if constexpr (Left == 0) return query;
    else return narrowed<Left - 1, Path..., &tree<Left>::down>(query.template include<Path..., &tree<Left>::down>(clauses...), clauses...);
}
template <int Lists, class... Clauses>
constexpr auto lists(Clauses const&... clauses) {
    return narrowed<Lists>(koine::from<node>().select<tree<Lists>>(), clauses...);
}

/// What a condition says of each node of the chain.
using truth = std::array<bool, count + 2>;
template <class Of>
truth truth_of(Of of) {
    truth made{};
    for (int id = 1; id <= count; ++id) made[static_cast<std::size_t>(id)] = of(static_cast<std::size_t>(id));
    return made;
}

struct some_of {
    static constexpr auto around(auto const& inner) { return koine::some<"down">(inner); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return id < count && inner[id + 1]; }); }
};
struct none_of {
    static constexpr auto around(auto const& inner) { return koine::none<"down">(inner); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return !(id < count && inner[id + 1]); }); }
};
struct every_of {
    static constexpr auto around(auto const& inner) { return koine::every<"down">(inner); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return id == count || inner[id + 1]; }); }
};
struct is_of {
    static constexpr auto around(auto const& inner) { return koine::is<"up">(inner); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return id > 1 && inner[id - 1]; }); }
};
struct is_not_of {
    static constexpr auto around(auto const& inner) { return koine::is_not<"up">(inner); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return !(id > 1 && inner[id - 1]); }); }
};
struct count_over {
    static constexpr auto around(auto const& inner) { return koine::count_of<"down">(inner) > 0; }
    static truth around(truth const& inner) { return some_of::around(inner); }
};
struct some_behind_or {
    static constexpr auto around(auto const& inner) { return col<&node::id> > 3 && (col<&node::id> > 12 || koine::some<"down">(inner)); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return id > 3 && (id > 12 || (id < count && inner[id + 1])); }); }
};
struct parentheses {
    static constexpr auto around(auto const& inner) { return col<&node::id> > 3 && (col<&node::id> > 12 || inner); }
    static truth around(truth const& inner) { return truth_of([&](std::size_t id) { return id > 3 && (id > 12 || inner[id]); }); }
};
struct in_rows {
    static constexpr auto around(auto const& inner) { return col<&node::id>.in(koine::from<node>().select(col<&node::up_id>).where(inner)); }
    static truth around(truth const& inner) { return some_of::around(inner); }
};
struct below_scalar {
    static constexpr auto around(auto const& inner) {
        return col<&node::id> < koine::scalar(koine::from<node>().select(koine::max(col<&node::id>)).where(inner));
    }
    static truth around(truth const& inner) {
        return truth_of([&](std::size_t id) {
            bool any = false;
            for (std::size_t other = id + 1; other <= count; ++other) any = any || inner[other];
            return any;
        });
    }
};
struct mixture {
    static constexpr auto around(auto const& inner) { return none_of::around(col<&node::name>.contains("y") || every_of::around(in_rows::around(inner))); }
    static truth around(truth const& inner) { return none_of::around(every_of::around(in_rows::around(inner))); }
};

template <int Levels, class Form>
constexpr auto nested() {
    if constexpr (Levels == 0) return col<&node::id> > 2;
    else return Form::around(nested<Levels - 1, Form>());
}

/// So many levels of a form fit into a root's where, and choose the right rows; no more.
template <int Levels, class Form>
void check_form(database& db) {
    auto const query = koine::from<node>().select(col<&node::id>).where(nested<Levels, Form>()).order_by(asc(col<&node::id>));
    check(db, query, koine::from<node>().select(col<&node::id>).where(nested<Levels + 1, Form>()).order_by(asc(col<&node::id>)));
    truth holds = truth_of([](std::size_t id) { return id > 2; });
    for (int level = 0; level < Levels; ++level) holds = Form::around(holds);
    std::vector<std::int64_t> expected;
    for (int id = 1; id <= count; ++id)
        if (holds[static_cast<std::size_t>(id)]) expected.push_back(id);
    CHECK(db.all(query) == expected);
}

/// Expressions around another, @.
constexpr char const* forms[] = {
    "(@)", "-@", "NOT (@)", "f(@)", "COALESCE(a, @)", "COALESCE(@, a)", "f(1, 2, @, 4)", "CAST(@ AS BLOB)", "COUNT(DISTINCT @)", "a = @", "@ = a",
    "a = 1 AND (@)", "a = 1 OR b = 2 AND (@)", "(a = 1 AND (b = 2 OR (@)))", "1 + 2 * @", "a || @", "a IS NOT (@)", "a / NULLIF(@, 0)",
    "a BETWEEN 1 AND @", "a BETWEEN @ AND 2", "a IN (1, @)", "(a, b) IN (SELECT @)", "a NOT IN (SELECT 1 FROM t WHERE @)", "EXISTS (SELECT 1 FROM t WHERE @)",
    "NOT EXISTS (SELECT 1 FROM t AS x WHERE x.a = y.b AND @)", "CASE WHEN @ THEN 1 ELSE 2 END", "CASE WHEN a IS NOT NULL THEN @ END",
    "CASE WHEN a THEN 1 WHEN b THEN 2 ELSE @ END", "(SELECT DISTINCT @)", "(SELECT a, @ AS b FROM t)", "(SELECT 1 FROM (SELECT 1 FROM t WHERE @) AS x)",
    "(SELECT 1 FROM t AS x LEFT JOIN t AS y ON @)", "(SELECT 1 FROM (SELECT 1) AS x LEFT JOIN t AS y ON x.a = y.a WHERE @)",
    "(SELECT 1 FROM t INNER JOIN (SELECT 1) AS x ON @)", "(SELECT 1 FROM t GROUP BY a, @ HAVING b)", "(SELECT 1 FROM t GROUP BY a HAVING @)",
    "(SELECT 1 FROM t ORDER BY a DESC NULLS FIRST, @ NULLS LAST LIMIT 5)", "(SELECT 1 FROM t WHERE a ORDER BY @)", "(SELECT 1 LIMIT @)",
    "(SELECT 1 LIMIT 2 OFFSET @)", "(SELECT ROW_NUMBER() OVER (PARTITION BY a, @ ORDER BY b) AS c)", "(SELECT SUM(@) OVER (ORDER BY a, b))",
    "(SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b, @ DESC))", "json((SELECT json_group_array(json_array(a, @)) FROM (SELECT a FROM t ORDER BY b) AS x))",
    "a IN (SELECT value FROM koine_list(?)) AND @",
};
std::string put(std::string text, std::string const& inner) { return text.replace(text.find('@'), 1, inner); }

/// How many entries the parser takes for a SELECT: of a hundred, those that parentheses around it do not find free.
int taken(std::string const& text) {
    int free = 0;
    while (!overflows("SELECT " + std::string(static_cast<std::size_t>(free) + 1, '(') + text + std::string(static_cast<std::size_t>(free) + 1, ')'))) ++free;
    return 100 - 4 - free;
}
int counted(std::string const& text) { return koine::detail::parser_stack::needed_for(text); }

}  // namespace nesting

TEST_CASE("a text is counted to need what the parser takes, or one entry more", "[include]") {
    using namespace nesting;
    if (grows()) return;
    std::string too_few;
    std::string too_many;
    for (std::string const around : {"SELECT @", "SELECT 1 FROM t WHERE @", "SELECT a FROM t ORDER BY b, @", "SELECT a FROM t AS x LEFT JOIN t AS y ON @"})
        for (std::string const form : forms) {
            std::string const text = put(around, put(form, "a"));
            if (counted(text) < taken(text)) too_few = text;
            if (counted(text) > taken(text) + 1) too_many = text;
        }
    // Two forms in turn, deeper and deeper, in each statement until it overflows.
    for (std::string const around : {"SELECT @", "DELETE FROM t WHERE @", "UPDATE t SET a = 1, b = @ FROM (SELECT 1) WHERE c", "UPDATE t SET a = 1 FROM (SELECT 1) WHERE @",
                                     "INSERT INTO t (a) VALUES (1), (@)", "DELETE FROM t WHERE a RETURNING b, @"})
        for (std::string const outer : forms)
            for (std::string const inner : forms) {
                std::string text = around;
                for (int level = 0; level < 60; ++level) {  // some never do: a AND b AND c is taken together
                    text = put(text, level % 2 == 0 ? outer : inner);
                    std::string const whole = put(text, "a");
                    bool const overflow = overflows(whole);
                    if (overflow && counted(whole) <= 100) too_few = whole;
                    if (!overflow && counted(whole) > 101) too_many = whole;
                    if (overflow) break;
                }
            }
    CHECK(too_few == "");
    CHECK(too_many == "");
}

TEST_CASE("pitfall 68: what the dialect allows to lie inside each other, the parser takes", "[include]") {
    using namespace nesting;
    check_shape<tree<5>, true>();
    check_shape<tree<6>, true>();
    check_shape<o<o<tree<5>>>, true>();
    check_shape<m<o<m<m<o<m<leaf>>>>>>, true>();
    check_shape<m<o<m<o<m<o<leaf>>>>>>, true>();
    check_shape<m<o<m<o<m<o<m<leaf>>>>>>>, true>();
    check_shape<m<o<o<m<o<o<m<leaf>>>>>>>, true>();
    check_shape<tree<7>, false>();
    check_shape<m<o<m<o<m<o<m<m<leaf>>>>>>>>, false>();
    check_shape<m<o<o<o<o<o<o<o<o<m<leaf>>>>>>>>>>, false>();
}

TEST_CASE("conditions fit as deep as the parser takes them, and choose the right rows", "[include]") {
    using namespace nesting;
    database db{":memory:"};
    fill(db);
    check_form<10, some_of>(db);
    check_form<9, none_of>(db);
    check_form<7, every_of>(db);
    check_form<10, is_of>(db);
    check_form<9, is_not_of>(db);
    check_form<11, count_over>(db);
    check_form<7, some_behind_or>(db);
    check_form<18, parentheses>(db);
    check_form<11, in_rows>(db);
    check_form<11, below_scalar>(db);
    check_form<2, mixture>(db);
}

TEST_CASE("so do conditions of writes, of pages, and of what is selected", "[include]") {
    using namespace nesting;
    database db{":memory:"};
    fill(db);
    check<true>(db, koine::update<node>().set(col<&node::name> = "y").where(nested<9, some_of>()), koine::update<node>().set(col<&node::name> = "y").where(nested<10, some_of>()));
    check(db, koine::from<node>().where(nested<9, some_of>()).order_by(asc(col<&node::name>)).last(3), koine::from<node>().where(nested<10, some_of>()).order_by(asc(col<&node::name>)).last(3));
    auto const apart = [](auto const& condition) { return koine::from<node>().where(condition).order_by(asc(col<&node::name>)).distinct_on(col<&node::name>).limit(2); };
    check(db, apart(nested<8, some_of>()), apart(nested<9, some_of>()));
    auto const counted = [](auto const& condition) { return koine::from<node>().select(koine::count_of<"down">(condition)); };
    check(db, counted(nested<9, some_of>()), counted(nested<10, some_of>()));
    check<true>(db, koine::erase<node>().where(nested<9, is_of>()), koine::erase<node>().where(nested<10, is_of>()));
}

TEST_CASE("so do the orders, the windows and the conditions of lists", "[include]") {
    using namespace nesting;
    database db{":memory:"};
    fill(db);
    auto const by_name = order_by(asc(col<&node::name>));
    check(db, lists<5>(by_name), lists<6>(by_name));
    check(db, lists<5>(by_name, koine::limit(3), koine::offset(1)), lists<6>(by_name, koine::limit(3), koine::offset(1)));
    check(db, lists<5>(by_name, koine::last(3)), lists<6>(by_name, koine::last(3)));
    check(db, lists<4>(by_name, koine::distinct_on(col<&node::name>)), lists<5>(by_name, koine::distinct_on(col<&node::name>)));
    check(db, lists<5>(by_name, koine::limit(3), koine::after<&node::id>(3)), lists<6>(by_name, koine::limit(3), koine::after<&node::id>(3)));
    check(db, lists<4>(koine::where(nested<4, some_of>())), lists<4>(koine::where(nested<5, some_of>())));
    check(db, lists<5>(koine::where(nested<2, some_of>())), lists<5>(koine::where(nested<3, some_of>())));
}
