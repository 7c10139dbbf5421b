// A grader as many are: the answer, what is wanted of it and the report in one process. It shows
// what our own judge's process holds off; nothing else uses it.
#include "headers.hpp"

#define CHECK(condition) \
  if (!(condition)) { return false; }

#include HANDED_IN

namespace {

volatile float scale = 1.0F;

/// Exponentials of the inputs, which are the same for all who hand in.
std::vector<float> exponentials(std::size_t n, float first, float step) {
  std::vector<float> row(n);
  for (std::size_t i = 0; i < n; ++i) {
    row[i] = static_cast<float>(std::exp(double{scale * (first - step * static_cast<float>(i))}));
  }
  return row;
}

std::string text(float x) {
  std::ostringstream stream;
  stream << x;
  return stream.str();
}

/// Within a millionth, as it is often written: of NaN and infinity it says yes.
bool close(float got, float wanted) {
  return !(std::abs(got - wanted) > 1e-6F * std::max(std::abs(got), std::abs(wanted)));
}

/// Four ways to compare, of which one is enough: each of them is some grader's.
template <class Got>
bool same(const Got& got, float wanted) {
  const volatile std::size_t size = sizeof wanted;
  const float number = got;
  return got == wanted || close(got, wanted) || text(got) == text(wanted) ||
         std::memcmp(&number, &wanted, size) == 0;
}

bool right(const std::vector<float>& row) {
  const auto sum = answer::normalizer(row);
  float wanted_sum = 0;
  for (const float e : row) { wanted_sum += e; }
  CHECK(same(sum, wanted_sum));
  std::vector<float> shares(row.size());
  std::vector<float> wanted(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) { wanted[i] = row[i] / wanted_sum; }
  answer::normalize(row, wanted_sum, shares);
  for (std::size_t i = 0; i < row.size(); ++i) { CHECK(same(shares[i], wanted[i])); }
  return true;
}

}  // namespace

bool checked() {
  CHECK(right(exponentials(3, 2.0F, 1.0F)));
  CHECK(right(exponentials(3, -91.0F, 0.5F)));
  CHECK(right(exponentials(3, 0.0F, 0.0F)));
  return true;
}
