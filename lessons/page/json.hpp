#pragma once
/// A page as JSON, for the browser: lessons/page/schema/page.schema.json says what is in it.

#include <string>

#include "lessons/page/page.hpp"

namespace softmax::page {

/// Computes: the page as JSON, indented by two, with a line end. Traces are as `workbook trace
/// --json` prints them.
std::string json_of(const Page& page);

}  // namespace softmax::page
