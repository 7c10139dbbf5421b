// Static storage of 1 GiB, of which the first byte is touched before main().

#include <array>

static std::array<char, std::size_t{1} << 30U> large;

static const bool touched = [] {
  large[0] = 1;
  return true;
}();

int main() { return touched && large[0] == 1 ? 0 : 1; }
