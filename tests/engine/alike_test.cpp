// Which elements of a row are one number, and that a trace which knows it says the same.

#include "engine/alike.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "engine/compute.hpp"
#include "engine/report_text.hpp"
#include "engine/trace.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 71;

/// Whole numbers from -range to range, and both zeros.
std::vector<double> whole_numbers(std::size_t count, std::int64_t range) {
  Random random(seed);
  std::vector<double> row = {0.0, -0.0};
  while (row.size() < count) { row.push_back(static_cast<double>(random.whole(-range, range))); }
  return row;
}

std::vector<Given> given(const std::vector<double>& row) {
  std::vector<Given> logits;
  for (const double z : row) { logits.push_back(Given::from_double(z)); }
  return logits;
}

Settings settings_in(const std::string& format) {
  Settings settings;
  settings.arithmetic.format = settings.accumulator = parse_format(format);
  return settings;
}

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// By a map of patterns, as one would write it.
std::map<std::uint64_t, Alike::Group> groups_of(const std::vector<double>& row) {
  std::map<std::uint64_t, Alike::Group> groups;
  for (std::size_t i = 0; i < row.size(); ++i) {
    ++groups.try_emplace(std::bit_cast<std::uint64_t>(row[i]), Alike::Group{i, 0})
          .first->second.times;
  }
  return groups;
}

}  // namespace

TEST_CASE("every number of a row is one group: its first element, and how many there are") {
  CAPTURE(seed);
  for (const std::int64_t range : {0, 1, 100, 300}) {
    for (const std::size_t n : {Alike::shortest, std::size_t{1500}, std::size_t{4097}}) {
      const std::vector<double> row = whole_numbers(n, range);
      const auto wanted = groups_of(row);
      const Alike alike(row);
      CAPTURE(range, n);
      REQUIRE(alike.groups(n) == wanted.size());
      for (std::size_t k = 0; k < wanted.size(); ++k) {
        const Alike::Group group = alike.group(k, n);
        const Alike::Group& same = wanted.at(std::bit_cast<std::uint64_t>(row[group.first]));
        if (group.first != same.first || group.times != same.times) { FAIL("group " << k); }
        if (k > 0 && group.first <= alike.group(k - 1, n).first) { FAIL("order of group " << k); }
      }
    }
  }
}

TEST_CASE("a short row, a row of many numbers and a row of another length have single elements") {
  CAPTURE(seed);
  const auto single = [](const Alike& alike, std::size_t n) {
    return alike.groups(n) == n && alike.group(n - 1, n).first == n - 1 &&
           alike.group(n - 1, n).times == 1;
  };
  CHECK(single(Alike(), 7));
  CHECK(single(Alike(whole_numbers(Alike::shortest - 1, 3)), Alike::shortest - 1));
  CHECK(single(Alike(whole_numbers(4000, 1'000'000)), 4000));
  CHECK(single(Alike(whole_numbers(4000, 3)), 3999));
}

TEST_CASE("equals are looked for if they are more than half of the elements") {
  std::vector<double> row(2000, -1.0);
  for (int i = 0; i < 999; ++i) { row[static_cast<std::size_t>(i)] = i; }
  CHECK(Alike(row).groups(2000) == 1000);
  row[999] = 999;
  CHECK(Alike(row).groups(2000) == 2000);
}

TEST_CASE("map makes each number once, and the same row as without") {
  CAPTURE(seed);
  const std::vector<double> row = whole_numbers(3000, 40);
  const Alike alike(row);
  std::size_t calls = 0;
  const std::vector<double> twice = alike.map(row.size(), [&](std::size_t i) {
    ++calls;
    return 2 * row[i];
  });
  CHECK(calls == alike.groups(row.size()));
  REQUIRE(twice.size() == row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (twice[i] != 2 * row[i]) { FAIL("element " << i); }
  }
}

TEST_CASE("a trace of a long row in a narrow format holds what every stage computes by itself") {
  CAPTURE(seed);
  Random random(seed);
  std::vector<double> row;
  for (int i = 0; i < 2500; ++i) { row.push_back(random.between(-12, 4)); }
  for (const char* format : {"e4m3fn", "e5m2", "bfloat16"}) {
    const Settings settings = settings_in(format);
    const Trace t = trace(given(row), settings, all_algorithms);
    CAPTURE(format);
    REQUIRE(t.alike.groups(row.size()) < row.size() / 2);
    for (const Run& run : t.runs) {
      CAPTURE(name(run.algorithm));
      const auto steps = plan(run.algorithm, false, settings.temperature_order);
      const auto rows = compute_rows(steps, run.stages[0].computed, 1, settings);
      for (std::size_t k = 0; k < rows.size(); ++k) {
        CHECK(std::ranges::equal(run.stages[k].computed, rows[k], same_bits));
      }
    }
  }
}

TEST_CASE("a verdict counts every element, also of those that are alike") {
  // e^11 is a number of binary16, the sum of two thousand is not: every share is a silent zero.
  std::vector<double> row(1300, 11);
  row.insert(row.end(), 700, 10.5);
  const Trace t = trace(given(row), settings_in("binary16"), std::array{Algorithm::unshifted});
  REQUIRE(t.alike.groups(row.size()) == 2);
  CHECK(verdict(t, t.runs[0]) == "BROKE: 2000 of 2000 values are 0 and should not be");
}

}  // namespace softmax
