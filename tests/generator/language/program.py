# SPDX-License-Identifier: BSL-1.0
# generator · language/program: the C++ file of a seed.
from . import constructs  # noqa: F401  registers them
from .draw import Draw
from .queries import query

QUERIES = 100

# What a query keeps a copy of, so that it is no constant. The others are, because no code is made then of what builds them.
KEPT = ("std::vector<", "in({", "same_as(std::nullopt)")


def program(seed):
    draw = Draw(seed)
    lines = [f"// Random queries of seed {seed}; before each the constructs that are in it.", '#include "program.hpp"', "", "using namespace shop;", ""]
    for number in range(1, QUERIES + 1):
        text, ordered, used = query(draw)
        storage = "auto const" if any(kept in text for kept in KEPT) else "static constexpr auto"
        lines += [
            f"// {number}: {'; '.join(used)}",
            f"void run_{number}(generated::program const& on) {{",
            f"    {storage} query = {text};",
            f"    on.run({number}, {str(ordered).lower()}, query);",
            "}",
        ]
    calls = "\n".join(f"    run_{number}(on);" for number in range(1, QUERIES + 1))
    lines += ["", "int main() {", "    generated::program const on;", calls, "}"]
    return "\n".join(lines)
