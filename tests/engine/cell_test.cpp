// The digits that a report shows of a computed value.

#include "engine/cell.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/report_table.hpp"
#include "tests/engine/lesson.hpp"

namespace softmax {

TEST_CASE("a number is shown by the fewest digits that tell it from its neighbours") {
  const auto shown = [](double x, const char* format) {
    return short_digits(x, parse_format(format));
  };
  CHECK(shown(static_cast<double>(0.1F), "binary32") == "0.1");
  CHECK(shown(0.1, "binary64") == "0.1");
  CHECK(shown(static_cast<double>(0.1F), "binary64") == "0.10000000149011612");
  CHECK(shown(0x1p-149, "binary32") == "1e-45");
  CHECK(shown(0x1p-149, "24,-400,400") == "1.401298464324817e-45");
  CHECK(shown(0x1p200, "24,-400,400") == "1.6069380442589903e+60");
  CHECK(shown(0.0, "24,-400,400") == "0");
}

TEST_CASE("digits below a float's normal range are not lost in a format of more range") {
  const Trace t = trace(given({"-100", "0"}), in("24,-400,400"), std::array{Algorithm::unshifted});
  const double exponential = t.runs[0].stages[1].computed[0];
  CHECK(std::stod(short_digits(exponential, t.format())) == exponential);
}

TEST_CASE("a table of values leaves out what is not known: no radius of exp(x)") {
  const Trace t = trace(given({"1e9", "2"}), in("binary64"), std::array{Algorithm::unshifted});
  const std::string csv = report_csv(t, 2);
  CHECK(csv.find("exp(1000000000),,,,,overflow\n") != std::string::npos);
}

}  // namespace softmax
