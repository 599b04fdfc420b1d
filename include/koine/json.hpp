// SPDX-License-Identifier: BSL-1.0
// json: columns of JSON. Opt-in, because most models have none.
#pragma once

#include <koine/koine.hpp>

#include <koine/decode/document.hpp>
#include <koine/expression/json_building.hpp>
#include <koine/expression/json_column.hpp>
#include <koine/types/json.hpp>
