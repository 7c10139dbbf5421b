// "Temperature is a scalar T that divides the logits before softmax."

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

const std::vector<Given> example = given({"2.0", "1.0", "0.1"});

std::vector<double> at(const std::string& temperature, const char* format = "binary32",
                       TemperatureOrder order = TemperatureOrder::subtract_first) {
  Settings settings = in(format, temperature);
  settings.temperature_order = order;
  return probabilities(Algorithm::shifted, example, settings);
}

}  // namespace

TEST_CASE("at T = 1 nothing changes: there is no stage scale") {
  const Trace t = trace(example, in("binary32", "1"), all_algorithms);
  for (const Run& run : t.runs) {
    for (const StageRow& row : run.stages) { CHECK(row.step.stage != Stage::scale); }
  }
  CHECK(at("1") == probabilities(Algorithm::shifted, example, in("binary32")));
  CHECK(at("1.0", "binary32", TemperatureOrder::scale_first) == at("1"));
}

TEST_CASE("z/0.5 is 2z: T = 0.5 is the softmax of the doubled logits, bit for bit") {
  // 2z is exact in binary arithmetic, and so is the division by 0.5.
  for (const char* format : {"bfloat16", "binary16", "binary32", "binary64"}) {
    CAPTURE(format);
    std::vector<double> doubled = hold_logits(example, parse_format(format));
    for (double& z : doubled) { z *= 2; }
    CHECK(at("0.5", format) == probabilities(Algorithm::shifted, numbers(doubled), in(format)));
    std::vector<double> halved = hold_logits(example, parse_format(format));
    for (double& z : halved) { z /= 2; }
    CHECK(at("2", format) == probabilities(Algorithm::shifted, numbers(halved), in(format)));
  }
}

TEST_CASE("every way divides by T once, whether before the maximum is subtracted or after") {
  const std::vector<Given> doubled = given({"2", "4", "1"});
  for (const Algorithm way : ways) {
    for (const auto order : {TemperatureOrder::subtract_first, TemperatureOrder::scale_first}) {
      CAPTURE(name(way), name(order));
      Settings settings = in("binary32", "0.5");
      settings.temperature_order = order;
      CHECK(probabilities(way, given({"1", "2", "0.5"}), settings) ==
            probabilities(way, doubled, in("binary32")));
    }
  }
}

TEST_CASE("a lower T is sharper and a higher T is flatter") {
  double top = 1.1;
  double last = -0.1;
  for (const char* t : {"0.1", "0.25", "0.5", "1", "1.5", "2", "5", "100"}) {
    CAPTURE(t);
    const std::vector<double> p = at(t);
    CHECK(p[0] < top);
    CHECK(p[2] > last);
    top = p[0];
    last = p[2];
  }
}

TEST_CASE("as T goes to 0 softmax becomes argmax") {
  CHECK(at("0.001") == std::vector<double>{1, 0, 0});
  CHECK(at("1e-30", "binary32") == std::vector<double>{1, 0, 0});  // -1e30 is still finite
  CHECK(probabilities(Algorithm::shifted, given({"3", "3", "1"}), in("binary32", "0.001")) ==
        std::vector<double>{0.5, 0.5, 0});
}

TEST_CASE("as T grows every probability becomes 1/n") {
  const auto third = static_cast<double>(1.0F / 3.0F);
  CHECK(at("1e30") == std::vector<double>{third, third, third});
  // |p - 1/n| is at most (e^(spread/T) - 1)/n: here 1.9e-6/3, and 3 u of rounding.
  for (const double p : at("1e6")) { CHECK(std::fabs(p - 1.0 / 3) < 1.9e-6 / 3 + 3 * 0x1p-24); }
}

TEST_CASE("the quiz: from T = 1 to T = 0.1 the top token's probability rises") {
  CHECK(at("1")[0] < 0.66);
  CHECK(at("0.1")[0] > 0.9999);
}

TEST_CASE("temperature does not change the model's logits") {
  const Trace cold = trace(example, in("binary32", "0.1"), std::array{Algorithm::shifted});
  const Trace hot = trace(example, in("binary32", "10"), std::array{Algorithm::shifted});
  CHECK(cold.runs[0].stages[0].computed == hot.runs[0].stages[0].computed);
  CHECK(cold.runs[0].stages[1].computed == hot.runs[0].stages[1].computed);  // nor the maximum
}

TEST_CASE("the certified softmax at T is the definition: ratios are e^((z_i - z_j)/T)") {
  for (const char* text : {"0.7", "2", "13"}) {
    CAPTURE(text);
    const Settings settings = in("binary32", text);
    const double t = hold_temperature(settings.temperature, settings.arithmetic.format);
    const std::vector<Certified> p = certified(example, settings);
    const std::vector<double> z = hold_logits(example, settings.arithmetic.format);
    const Certified exponent = (Certified(z[0]) - Certified(z[2])) / Certified(t);
    CHECK(agree(p[0] / p[2], exp(exponent)));
    CHECK(agree(p[0] + p[1] + p[2], Certified(1.0)));
  }
}

}  // namespace softmax
