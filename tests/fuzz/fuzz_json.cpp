// A JSON array of numbers, or of rows. What is read reads back the same when it is written as an
// array of strings and numbers.
#include "app/input/json_array.hpp"
#include "tests/fuzz/properties.hpp"

using namespace softmax;

namespace {

/// JSON has no infinities and no NaN: they are strings.
std::string element(const Given& number) {
  const bool special = number.nan() || number.minus_infinity() || number.plus_infinity();
  return special ? '"' + number.text() + '"' : number.text();
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of({data, size});
  for (const std::vector<Given>& row :
       fuzz::rows_read([&](auto chosen) { return app::parse_json_array(text, "x", chosen); })) {
    std::string array;
    for (const Given& number : row) { array += (array.empty() ? "[" : ",") + element(number); }
    fuzz::require_same(row, app::parse_json_array(array + "]", "x", std::nullopt));
  }
  return 0;
}
