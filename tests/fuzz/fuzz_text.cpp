// Text and CSV, and what a file's first bytes say of its kind. What is read reads back the same
// when it is written one number a line.
#include "app/input/read.hpp"
#include "tests/fuzz/properties.hpp"

using namespace softmax;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of({data, size});
  for (const std::vector<Given>& row :
       fuzz::rows_read([&](auto chosen) { return app::parse_logits(text, "x", chosen); })) {
    std::string column;
    for (const Given& number : row) { column += number.text() + "\n"; }
    fuzz::require_same(row, app::parse_logits(column, "x", std::nullopt));
  }
  return 0;
}
