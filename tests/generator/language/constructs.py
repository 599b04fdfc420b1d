# SPDX-License-Identifier: BSL-1.0
# generator · language/constructs: the expressions of the public interface. Who adds one to the library registers it here; a clause
# or a form of a query is registered where queries.py writes it, and a model's column in shop.hpp and shop.py.
from .registry import GROUP, NOISY, ROUNDED, WINDOW, registry
from .draw import Expression
from .related import related_aggregate, related_filter, related_value, scalar_query, exists_query
from .windows import over

construct = registry.construct

ANY = "integer real text truth date instant decimal state"
ORDERED = "integer real text date instant decimal"
PLAIN = "integer real text truth"


def rounded(worst):
    return max(worst, ROUNDED)


def noisy(_):
    return NOISY


def added_up(worst):
    """Sums of rounded numbers depend on their order."""
    return NOISY if worst else worst


def added(*sizes):
    return sum(sizes)


def multiplied(left, right):
    return left * right


def hundredfold(size):
    return 100 * size


# ---- comparison
construct("==", "truth", "T T", "({0} == {1})", of=ANY)
construct("!=", "truth", "T T", "({0} != {1})", of=ANY)
construct("<", "truth", "T T", "({0} < {1})", of=ORDERED)
construct("<=", "truth", "T T", "({0} <= {1})", of=ORDERED)
construct(">", "truth", "T T", "({0} > {1})", of=ORDERED)
construct(">=", "truth", "T T", "({0} >= {1})", of=ORDERED)
construct("value before expression", "truth", "T T=", "({1} != {0})", of=ANY)
construct("integer beside real", "truth", "real integer!", "({0} < {1})")
construct("between", "truth", "T T T", "koine::between({0}, {1}, {2})", of=ORDERED)
construct("== nullopt", "truth", "T", "({0} == std::nullopt)", of=ANY)
construct("!= nullopt", "truth", "T", "({0} != std::nullopt)", of=ANY)
construct("same_as", "truth", "T T", "{0}.same_as({1})", of=ANY)
construct("same_as an optional", "truth", "T T=", "{0}.same_as(std::optional({1}))", of=PLAIN)
construct("same_as nullopt", "truth", "T", "{0}.same_as(std::nullopt)", of=ANY)
construct("not_same_as", "truth", "T T", "{0}.not_same_as({1})", of=ANY)
construct("in a list", "truth", "T T*", "{0}.in({1})", of=ANY)
construct("not_in a list", "truth", "T T*", "{0}.not_in({1})", of=ANY)
construct("in a query", "truth", "T T?", "{0}.in({1})", of=ANY)
construct("not_in a query", "truth", "T T?", "{0}.not_in({1})", of=ANY)

# ---- logic
construct("&&", "truth", "truth truth!", "({0} && {1})")
construct("||", "truth", "truth truth!", "({0} || {1})")
construct("!", "truth", "truth", "(!{0})")
construct("given", "part", "T T=", "({0} == koine::given(std::optional({1})))", of=PLAIN, place="part")
construct("given nothing", "part", "T T=", "({0} == koine::given(std::optional<std::decay_t<decltype({1})>>()))", of="integer real truth", place="part")
construct("when", "part", "truth", "koine::when(true, {0})", place="part")
construct("when not", "part", "truth", "koine::when(false, {0})", place="part")

# ---- arithmetic
construct("+", "T", "T T", "({0} + {1})", of="integer real", size=added)
construct("-", "T", "T T", "({0} - {1})", of="integer real", size=added)
construct("*", "T", "T T", "({0} * {1})", of="integer real", size=multiplied)
construct("/ of integers", "integer", "integer integer", "({0} / {1})")
construct("/ of reals", "real", "real real", "({0} / {1})", grade=rounded)
construct("%", "integer", "integer integer", "({0} % {1})")
construct("negate", "T", "T", "(-{0})", of="integer real")
construct("integer with real", "real", "integer real!", "({0} + {1})", size=added)

# ---- text
for match in ("contains", "starts_with", "ends_with"):
    construct(match, "truth", "text text", "{0}." + match + "({1})")
    construct(match + " insensitive", "truth", "text text", "{0}." + match + "({1}, koine::insensitive)")
construct("like", "truth", "text", 'koine::like({0}, "%_o%")')
for function in ("lower_ascii", "upper_ascii", "trim", "trim_start", "trim_end"):
    construct(function, "text", "text", "koine::" + function + "({0})")
construct("character_length", "integer", "text", "koine::character_length({0})")
construct("octet_length", "integer", "text", "koine::octet_length({0})")
construct("octet_length of bytes", "integer", "text", "koine::octet_length(koine::cast<std::vector<std::byte>>({0}))")
construct("concat", "text", "text text", "koine::concat({0}, {1})")
construct("concat of three", "text", "text text text", "koine::concat({0}, {1}, {2})")
construct("substring", "text", "text", "koine::substring({0}, 2, 3)")
construct("substring to the end", "text", "text", "koine::substring({0}, 2)")
construct("replace", "text", "text text text", "koine::replace({0}, {1}, {2})")
construct("position", "integer", "text text", "koine::position({0}, {1})")

# ---- numbers
construct("absolute", "T", "T", "koine::absolute({0})", of="integer real")
construct("sign", "integer", "T", "koine::sign({0})", of="integer real")
for function in ("round", "floor", "ceiling", "truncate"):
    construct(function, "real", "real", "koine::" + function + "({0})")
construct("square_root", "real", "T", "koine::square_root({0})", of="integer real", grade=rounded)

# ---- conditional, casts
construct("coalesce", "T", "T T", "koine::coalesce({0}, {1})", of=ANY)
construct("coalesce of three", "T", "T T! T", "koine::coalesce({0}, {1}, {2})", of=ANY)
construct("case_when", "T", "truth T", "koine::case_when({0}, {1})", of=ANY)
construct("case_when otherwise", "T", "truth T T", "koine::case_when({0}, {1}).otherwise({2})", of=ANY)
construct("case_when when otherwise", "T", "truth T truth! T T", "koine::case_when({0}, {1}).when({2}, {3}).otherwise({4})", of=ANY)
construct("null_if", "T", "T T", "koine::null_if({0}, {1})", of=ANY)
construct("greatest", "T", "T T", "koine::greatest({0}, {1})", of=ORDERED)
construct("least", "T", "T T T", "koine::least({0}, {1}, {2})", of=ORDERED)
construct("value", "T", "T=", "koine::value({0})", of=PLAIN)
construct("cast to double", "real", "integer", "koine::cast<double>({0})")
construct("cast to integer", "integer", "T", "koine::cast<std::int64_t>({0})", of="real truth")
construct("cast to text", "text", "integer", "koine::cast<std::string>({0})")
construct("raw", "integer", "integer integer", 'koine::raw<std::optional<std::int64_t>, "COALESCE({{}}, {{}}, 4)">({0}, {1})')

# ---- dates and times
for function in ("year", "month", "day", "weekday", "day_of_year"):
    construct(function, "integer", "T", "koine::" + function + "({0})", of="date instant")
for function in ("hour", "minute", "second"):
    construct(function, "integer", "instant", "koine::" + function + "({0})")
construct("date_of", "date", "instant", "koine::date_of({0})")
for unit in ("year", "month"):
    construct(f"start_of {unit}", "T", "T", "koine::start_of<koine::calendar_unit::" + unit + ">({0})", of="date instant")
for unit in ("day", "hour", "minute", "second"):
    construct(f"start_of {unit}", "instant", "instant", "koine::start_of<koine::calendar_unit::" + unit + ">({0})")
construct("days_between", "truth", "date date", "(koine::days_between({0}, {1}) > std::chrono::days(100))")
construct("microseconds_between", "truth", "instant instant", "(koine::microseconds_between({0}, {1}) < 0us)")
construct("now", "truth", "instant", "({0} < koine::now())")

# ---- aggregates; each of some rows too
AGGREGATES = [
    ("count", "integer", "", "koine::count()", {}),
    ("count of an operand", "integer", "T", "koine::count({0})", {"of": ANY}),
    ("count_distinct", "integer", "T", "koine::count_distinct({0})", {"of": ANY}),
    ("sum", "T", "T", "koine::sum({0})", {"of": "integer real", "grade": added_up, "size": hundredfold}),
    ("sum of decimals", "sum", "decimal", "koine::sum({0})", {}),
    ("sum_distinct", "T", "T", "koine::sum_distinct({0})", {"of": "integer real", "grade": added_up, "size": hundredfold}),
    ("avg", "real", "T", "koine::avg({0})", {"of": "integer real", "grade": noisy}),
    ("avg_distinct", "real", "T", "koine::avg_distinct({0})", {"of": "integer real", "grade": noisy}),
    ("min", "T", "T", "koine::min({0})", {"of": ORDERED}),
    ("max", "T", "T", "koine::max({0})", {"of": ORDERED}),
    ("bool_or", "truth", "truth", "koine::bool_or({0})", {}),
    ("bool_and", "truth", "truth", "koine::bool_and({0})", {}),
    *((name, "real", "T", "koine::" + name + "({0})", {"of": "integer real", "grade": noisy})
      for name in ("stddev_population", "stddev_sample", "variance_population", "variance_sample")),
]
for name, gives, takes, text, more in AGGREGATES:
    construct(name, gives, takes, text, place=GROUP, **more)
    place = len(takes.split())
    construct(f"{name}, filtered", gives, f"{takes} truth!", f"{text}.filter({{{place}}})", place=GROUP,
              **more | ({"size": lambda *sizes, f=more["size"]: f(sizes[0])} if "size" in more else {}))


def string_agg(draw, scope, depth, *_):
    text = draw.sortable("text", scope, depth - 1)
    return Expression(f'koine::string_agg<", ">({text}, koine::order_by(koine::{draw.choice(("asc", "desc"))}({scope.order})))'
                      if len(scope.tables) == 1 else f'koine::string_agg<"">({text}, koine::order_by({scope.order}))')


construct("string_agg", "text", "", string_agg, place=GROUP)

# ---- windows, and queries inside
for name in ("row_number", "rank", "dense_rank", "ntile<3>"):
    construct(name, "integer", "", over(name, place=name[0] in "rd" and name != "row_number" and "peers" or "rows"), place=WINDOW)
for name in ("percent_rank", "cume_dist"):
    construct(name, "real", "", over(name, place="peers", grade=ROUNDED), place=WINDOW)
for name in ("lag", "lag<2>", "lead"):
    construct(name, "T", "T", over(name, place="rows"), of=ORDERED, place=WINDOW)
for name in ("first_value", "last_value", "nth_value<2>"):
    construct(name, "T", "T", over(name, place="frames"), of=ORDERED, place=WINDOW)
construct("aggregate over a window", "T", "T", over(None, place="frames"), of="integer real truth sum", place=WINDOW)

construct("scalar", "T", "T", scalar_query, of=ANY + " sum")
construct("exists", "truth", "", exists_query)

# ---- relations
for name in ("some", "every", "none"):
    construct(name, "truth", "", related_filter(name, many=True))
for name in ("is", "is_not"):
    construct(name, "truth", "", related_filter(name, many=False))
construct("count_of", "integer", "", related_aggregate("count_of"))
construct("sum_of", "T", "T", related_aggregate("sum_of", grade=added_up, size=hundredfold), of="integer real")
construct("avg_of", "real", "T", related_aggregate("avg_of", grade=noisy), of="integer real")
construct("min_of", "T", "T", related_aggregate("min_of"), of=ORDERED)
construct("max_of", "T", "T", related_aggregate("max_of"), of=ORDERED)
construct("value_of", "T", "T", related_value, of=ANY)
