// SPDX-License-Identifier: BSL-1.0
// koine: the table of contents, in the order of the way that a query takes. A driver is included beside it.
#pragma once

// values
#include <koine/types/boolean.hpp>
#include <koine/types/bytes.hpp>
#include <koine/types/enumeration.hpp>
#include <koine/types/floating_point.hpp>
#include <koine/types/integer.hpp>
#include <koine/types/text.hpp>
// model and descriptor
#include <koine/model/input.hpp>
#include <koine/model/table.hpp>
#include <koine/descriptor/shape_of.hpp>
// expression
#include <koine/expression/aggregate.hpp>
#include <koine/expression/arithmetic.hpp>
#include <koine/expression/cast.hpp>
#include <koine/expression/column.hpp>
#include <koine/expression/comparison.hpp>
#include <koine/expression/conditional.hpp>
#include <koine/expression/list.hpp>
#include <koine/expression/list_column.hpp>
#include <koine/expression/logic.hpp>
#include <koine/expression/null.hpp>
#include <koine/expression/number_function.hpp>
#include <koine/expression/raw.hpp>
#include <koine/expression/text_function.hpp>
#include <koine/expression/text_match.hpp>
// query and relation
#include <koine/query/cursor.hpp>
#include <koine/query/over.hpp>
#include <koine/query/page.hpp>
#include <koine/query/quantified.hpp>
#include <koine/query/row_value.hpp>
#include <koine/query/select.hpp>
#include <koine/query/set_operation.hpp>
#include <koine/query/subquery.hpp>
#include <koine/query/upsert.hpp>
#include <koine/query/write.hpp>
#include <koine/relation/aggregate.hpp>
#include <koine/relation/filter.hpp>
#include <koine/relation/include.hpp>
// dialect, driver and decode
#include <koine/dialect/render.hpp>
#include <koine/dialect/render_table.hpp>
#include <koine/driver/ready_query.hpp>
#include <koine/database.hpp>
