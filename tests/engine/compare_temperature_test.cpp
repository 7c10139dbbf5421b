// T out of outputs that the engine made at a known T.

#include "engine/compare_temperature.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

const std::vector<std::string> texts = {"2.5", "-1.25", "0.3", "7", "3.125"};

std::vector<double> in_binary64(const std::vector<Given>& logits) {
  return hold_logits(logits, parse_format("binary64"));
}

std::vector<Printed> outputs_at(Algorithm algorithm, const std::string& format,
                                const std::string& temperature, TemperatureOrder order) {
  Settings settings = settings_in(format);
  settings.temperature = Given::from_text(temperature);
  settings.temperature_order = order;
  std::vector<Printed> outputs;
  for (const Given& output : exactly(outputs_of(algorithm, given(texts), settings))) {
    outputs.push_back(printed(output, false));
  }
  return outputs;
}

TEST_CASE("The temperature that was asked for is the shortest decimal in the interval") {
  for (const char* temperature : {"0.5", "0.7", "1", "1.3", "2.25", "10"}) {
    for (const char* format : {"binary32", "binary64"}) {
      for (const Algorithm algorithm :
           {Algorithm::unshifted, Algorithm::shifted, Algorithm::online, Algorithm::division_free,
            Algorithm::unshifted_division_free, Algorithm::log_softmax}) {
        for (const TemperatureOrder order :
             {TemperatureOrder::subtract_first, TemperatureOrder::scale_first}) {
          CAPTURE(temperature, format, name(algorithm), name(order));
          const auto found = recovered_temperature(
              in_binary64(given(texts)), outputs_at(algorithm, format, temperature, order),
              parse_format(format));
          REQUIRE(found);
          const double T = Given::from_text(temperature).held_in(parse_format("binary64"));
          REQUIRE(found->low <= T);
          REQUIRE(T <= found->high);
          if (T == 1) {
            REQUIRE(found->tried.empty());
          } else {
            REQUIRE(found->tried.front().held_in(parse_format("binary64")) == T);
          }
        }
      }
    }
  }
}

TEST_CASE("Four printed digits name a temperature of two") {
  std::vector<Printed> outputs;
  Settings settings = settings_in("binary32");
  settings.temperature = Given::from_text("0.7");
  const std::vector<double> row =
      outputs_of(Algorithm::shifted, given({"2", "1", "0.1"}), settings);
  for (const Given& output : printed_to(4, row)) { outputs.push_back(printed(output, true)); }
  const auto found = recovered_temperature(in_binary64(given({"2", "1", "0.1"})), outputs,
                                           parse_format("binary32"));
  REQUIRE(found->tried.front().text() == "0.7");
  REQUIRE(found->high - found->low < 1e-2);
}

TEST_CASE("No temperature comes out of equal logits, of a shuffled pair, or of nothing finite") {
  const Format single = parse_format("binary32");
  const auto outputs = [](const std::vector<std::string>& decimals) {
    std::vector<Printed> all;
    for (const Given& output : given(decimals)) { all.push_back(printed(output, true)); }
    return all;
  };
  REQUIRE_FALSE(
      recovered_temperature(in_binary64(given({"1", "1"})), outputs({"0.5", "0.5"}), single));
  REQUIRE_FALSE(
      recovered_temperature(in_binary64(given({"2", "1"})), outputs({"0.26", "0.73"}), single));
  REQUIRE_FALSE(
      recovered_temperature(in_binary64(given({"2", "1"})), outputs({"nan", "nan"}), single));
  REQUIRE_FALSE(recovered_temperature(in_binary64(given({"2", "1"})), outputs({"1", "0"}), single));
}

TEST_CASE("Outputs that no one temperature gives speak of none") {
  std::vector<Printed> outputs;
  for (const Given& output : given({"0.64", "0.24", "0.12"})) {
    outputs.push_back(printed(output, true));
  }
  const std::vector<double> logits = in_binary64(given({"2", "1", "0.1"}));
  REQUIRE_FALSE(recovered_temperature(logits, outputs, parse_format("binary32")));
  REQUIRE(recovered_temperature(std::span(logits).first(2), std::span(outputs).first(2),
                                parse_format("binary32")));
}

TEST_CASE("Outputs that may be uniform leave a temperature without an upper end") {
  std::vector<Printed> outputs;
  for (const Given& output : given({"0.3", "0.3", "0.3"})) {
    outputs.push_back(printed(output, true));
  }
  const auto found = recovered_temperature(in_binary64(given({"2", "1", "0.1"})), outputs,
                                           parse_format("binary32"));
  REQUIRE(found);
  REQUIRE(std::isinf(found->high));
  REQUIRE(found->tried.front().text() == "10");
}

}  // namespace
}  // namespace softmax
