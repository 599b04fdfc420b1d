// SPDX-License-Identifier: BSL-1.0
// compile_fail · query: what a case needs of the library, and no driver.
#pragma once

#include <koine/dialect/render.hpp>
#include <koine/dialect/sqlite.hpp>
#include <koine/expression/aggregate.hpp>
#include <koine/expression/text_match.hpp>
#include <koine/query/quantified.hpp>
#include <koine/query/row_value.hpp>
#include <koine/query/set_operation.hpp>
#include <koine/query/subquery.hpp>
#include <koine/query/upsert.hpp>
