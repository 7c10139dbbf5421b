#include "tests/engine/oracle_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace softmax::oracle {
namespace {

constexpr std::array formats = {"e4m3fn",   "e5m2",     "bfloat16", "binary16",
                                "binary32", "binary32", "binary64", "binary64",
                                "binary64", "3,-60,60", "20,-30,20"};
constexpr std::array orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                               SumOrder::compensated};

double power_of_ten(double exponent) { return std::pow(10.0, exponent); }

/// 10^low to 10^high, one time in four an end itself: no draw between them comes near enough.
double any_power_of_ten(double low, double high, Random& random) {
  if (random.whole(0, 3) == 0) { return power_of_ten(random.coin() ? low : high); }
  return power_of_ten(random.between(low, high));
}

/// Whether T in the format is a finite number above 0, as a trace demands.
bool holds(const Format& format, const std::string& temperature) {
  const double held = Interval::of_text(temperature).nearest(format).value();
  return std::isfinite(held) && held > 0;
}

Settings any_settings(Random& random) {
  Settings settings{{parse_format(random.any_of(formats))}};
  const Format& format = settings.arithmetic.format;
  settings.accumulator = random.whole(0, 3) == 0 ? parse_format(random.any_of(formats)) : format;
  settings.order = random.any_of(orders);
  settings.temperature_order =
      random.coin() ? TemperatureOrder::subtract_first : TemperatureOrder::scale_first;
  const std::string temperature = fmt::format("{:.4g}", any_power_of_ten(-6, 6, random));
  const bool scaled = random.coin() && holds(format, temperature);
  settings.temperature = Given::from_text(scaled ? temperature : "1");
  return settings;
}

std::string long_decimal(Random& random) {
  std::string text = random.coin() ? "-" : "";
  text += static_cast<char>('0' + random.whole(0, 9));
  text += '.';
  for (std::int64_t left = random.whole(1, 60); left > 0; --left) {
    text += static_cast<char>('0' + random.whole(0, 9));
  }
  return text +
         fmt::format("e{}", random.whole(0, 9) == 0 ? -random.whole(1, 400) : random.whole(-3, 1));
}

/// One logit of a row; `base` is the row's own.
double logit(const std::string& kind, double base, const Format& format, Random& random) {
  const double tiny = std::ldexp(1.0, format.emin - format.precision + 1);
  if (kind == "gaps") {
    const int side = static_cast<int>(random.whole(-3, base == 0 ? 0 : 1));  // 0 is the maximum
    return base + std::clamp(side, -1, 1) * any_power_of_ten(-300, 308, random);
  }
  if (kind == "subnormal") { return tiny * static_cast<double>(random.whole(-20, 20)); }
  if (kind == "equal" || kind == "alone") { return base; }
  if (kind == "neighbours") {
    const auto steps = static_cast<double>(random.whole(-3, 3));
    return base * (1 + steps * std::ldexp(1.0, -format.precision));
  }
  if (kind == "far") { return base * 1000 + random.between(-5, 5); }
  if (kind == "masked" && random.coin()) { return -std::numeric_limits<double>::infinity(); }
  return base + random.between(-30, 30);
}

std::size_t length(const std::string& kind, Random& random) {
  if (kind == "alone") { return 1; }
  return static_cast<std::size_t>(kind == "many" ? random.whole(50, 300) : random.whole(1, 9));
}

}  // namespace

void TestRow::add(double value) {
  logits.push_back(Given::from_double(value));
  exactly.push_back(Truth(value));
}

void TestRow::add(const std::string& decimal) {
  logits.push_back(Given::from_text(decimal));
  exactly.push_back(Truth(Interval::of_text(decimal, 2000)));
}

TestRow test_row(int i, Random& random) {
  constexpr std::array<const char*, kinds_of_rows> kinds = {
      "even",   "gaps",       "subnormal", "equal", "alone",
      "masked", "neighbours", "decimals",  "far",   "many"};
  // Rows of many logits are a tenth of the others: they cost as much.
  const bool many = i % 100 == 99;
  TestRow row{kinds.at(many ? 9 : static_cast<std::size_t>(i % 9)), {}, {}, any_settings(random)};
  const Format& format = row.settings.arithmetic.format;
  // Only beside 0 there are gaps of 1e-300: 1 + 1e-300 is 1.
  const double base = row.kind == "gaps" && random.coin() ? 0 : random.between(-20, 20);
  for (std::size_t left = length(row.kind, random); left > 0; --left) {
    if (row.kind == "decimals") {
      row.add(long_decimal(random));
      continue;
    }
    const double z = logit(row.kind, base, format, random);
    const bool mask = std::isinf(z) && format.overflow == Overflow::to_infinity;
    row.add(mask ? z : std::clamp(z, -format.largest, format.largest));
  }
  return row;
}

std::string describe(const TestRow& row) {
  const Settings& s = row.settings;
  std::string text = fmt::format("{} in {} (sum {} in {}), T = {} ({}):", row.kind,
                                 s.arithmetic.format.name, name(s.order), s.accumulator.name,
                                 s.temperature.text(), name(s.temperature_order));
  for (std::size_t i = 0; i < std::min<std::size_t>(row.logits.size(), 12); ++i) {
    text += " " + row.logits[i].text();
  }
  return text;
}

}  // namespace softmax::oracle
