// NumPy's .npy. What is read reads back the same when it is written as float64.
#include <fmt/format.h>

#include <bit>

#include "app/input/npy.hpp"
#include "tests/fuzz/properties.hpp"

using namespace softmax;

namespace {

std::string little_endian(std::uint64_t value, std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes; ++i) { text += static_cast<char>(value >> (8 * i) & 0xffU); }
  return text;
}

std::string as_float64(const std::vector<Given>& row) {
  static const Format binary64 = parse_format("binary64");
  const std::string header =
      fmt::format("{{'descr':'<f8','fortran_order':False,'shape':({},)}}", row.size());
  std::string file = "\x93NUMPY\x01" + std::string(1, '\0') + little_endian(header.size(), 2);
  file += header;
  for (const Given& number : row) {
    file += little_endian(std::bit_cast<std::uint64_t>(number.held_in(binary64)), 8);
  }
  return file;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of({data, size});
  if (!app::is_npy(bytes)) { return -1; }
  for (const std::vector<Given>& row :
       fuzz::rows_read([&](auto chosen) { return app::parse_npy(bytes, "x", chosen); })) {
    fuzz::require_same(row, app::parse_npy(as_float64(row), "x", std::nullopt));
  }
  return 0;
}
