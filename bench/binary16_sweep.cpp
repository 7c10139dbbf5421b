// The complete binary16 sweep: + - * / of all 2^32 pairs of numbers, emulated against the
// compiler's _Float16, and exp and log of all 2^16 against correct rounding by interval.
//
//     binary16_sweep              everything
//     binary16_sweep 0 32767      the left operands with these codes (to share the work)
//
// It is run by hand (README.md has what it showed). Disagreements are counted, and the first few
// shown; exit 1 if there are any.

#include <fmt/format.h>

#include <array>
#include <bit>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/arithmetic.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/oracle_rounded.hpp"

using namespace softmax;
using oracle::Float16;

namespace {

constexpr std::uint32_t codes = 0x10000;

struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = codes - 1;
};

struct Tally {
  std::uint64_t tried = 0;
  std::uint64_t wrong = 0;

  /// Counts one result; shows the first few that are wrong.
  void take(double got, double wanted, std::string_view what, double a, double b) {
    ++tried;
    if (oracle::identical(got, wanted)) { return; }
    if (++wrong <= 5) {
      fmt::print("{} of {:a} and {:a}: {:a}, not {:a}\n", what, a, b, got, wanted);
    }
  }
};

Float16 number(std::uint32_t code) {
  return std::bit_cast<Float16>(static_cast<std::uint16_t>(code));
}

void show_progress(std::string_view what, std::uint32_t code, const Range& range) {
  if (code % 256 != 0) { return; }
  fmt::print(stderr, "\r{} {:3}%", what,
             100 * (code - range.first) / (range.last - range.first + 1));
}

/// One operation on all pairs whose left operand is in the range.
template <class Operation>
Tally sweep(std::string_view what, const Range& range, const Arithmetic& in,
            Operation&& operation) {
  std::vector<Emulated> emulated;
  std::vector<Float16> native;
  for (std::uint32_t code = 0; code < codes; ++code) {
    native.push_back(number(code));
    emulated.emplace_back(oracle::held(native.back()), &in);
  }
  Tally tally;
  for (std::uint32_t i = range.first; i <= range.last; ++i) {
    show_progress(what, i, range);
    for (std::uint32_t j = 0; j < codes; ++j) {
      const double wanted = oracle::held(static_cast<Float16>(operation(native[i], native[j])));
      tally.take(operation(emulated[i], emulated[j]).held(), wanted, what, emulated[i].held(),
                 emulated[j].held());
    }
  }
  return tally;
}

template <class Got, class Wanted>
Tally sweep_function(std::string_view what, const Range& range, Got&& got, Wanted&& wanted) {
  Tally tally;
  for (std::uint32_t i = range.first; i <= range.last; ++i) {
    show_progress(what, i, range);
    const double x = oracle::held(number(i));
    tally.take(got(x), wanted(x), what, x, x);
  }
  return tally;
}

/// Runs one part of the sweep, prints its counts and its time, and says how many were wrong.
template <class Part>
std::uint64_t report(std::string_view what, Part&& part) {
  const auto start = std::chrono::steady_clock::now();
  const Tally tally = part();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "\r");
  fmt::print("{:3} {:11} tried {:3} wrong {:7.1f} s\n", what, tally.tried, tally.wrong,
             seconds.count());
  std::fflush(stdout);
  return tally.wrong;
}

std::uint64_t sweep_all(const Range& range) {
  const Arithmetic in{parse_format("binary16")};
  const auto part = [&](std::string_view what, auto operation) {
    return report(what, [&] { return sweep(what, range, in, operation); });
  };
  std::uint64_t wrong = part("+", [](auto a, auto b) { return a + b; });
  wrong += part("-", [](auto a, auto b) { return a - b; });
  wrong += part("*", [](auto a, auto b) { return a * b; });
  wrong += part("/", [](auto a, auto b) { return a / b; });
  wrong += report("exp", [&] {
    return sweep_function(
        "exp", range, [&](double x) { return exp_rounded(x, in.format); },
        [&](double x) { return oracle::exp_nearest(x, in.format); });
  });
  return wrong + report("log", [&] {
           return sweep_function(
               "log", range, [&](double x) { return log_rounded(x, in.format); },
               [&](double x) { return oracle::log_nearest(x, in.format); });
         });
}

}  // namespace

int main(int argc, char** argv) {
  Range range;
  if (argc == 3) {
    range.first = static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10));
    range.last = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
  }
  if ((argc != 1 && argc != 3) || range.last >= codes || range.first > range.last) {
    fmt::print(stderr, "usage: binary16_sweep [FIRST LAST], codes from 0 to {}\n", codes - 1);
    return 2;
  }
  return sweep_all(range) == 0 ? 0 : 1;
}
