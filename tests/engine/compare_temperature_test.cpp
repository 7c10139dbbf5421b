// T out of outputs that the engine made at a known T.

#include "engine/compare_temperature.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/engine/compare_question.hpp"
#include "tests/engine/random.hpp"

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
  REQUIRE(recovered_temperature(in_binary64(given({"2", "1"})), outputs({"0.26", "0.73"}), single)
              ->none());
  REQUIRE_FALSE(
      recovered_temperature(in_binary64(given({"2", "1"})), outputs({"nan", "nan"}), single));
  REQUIRE_FALSE(recovered_temperature(in_binary64(given({"2", "1"})), outputs({"1", "0"}), single));
}

/// Settings as frameworks have them; a sum of at least 1 unless unshifted.
Settings any_settings(Random& random, const Format& format) {
  Settings settings = settings_in(format.name);
  settings.order = random.any_of(std::array{SumOrder::sequential, SumOrder::pairwise});
  settings.arithmetic.exp = random.coin() ? ExpSource::libm : ExpSource::correctly_rounded;
  settings.temperature = Given::from_double(random.coin() ? 1 : random.between(0.3, 3));
  settings.temperature_order =
      random.coin() ? TemperatureOrder::subtract_first : TemperatureOrder::scale_first;
  return settings;
}

TEST_CASE("No pair of a run's outputs rules out the temperature that was used") {
  constexpr std::uint64_t seed = 77;
  Random random(seed);
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    int told = 0;
    for (int trial = 0; trial < 200; ++trial) {
      const Settings settings = any_settings(random, format);
      const Algorithm algorithm = random.any_of(std::array{
          Algorithm::shifted, Algorithm::online, Algorithm::division_free, Algorithm::log_softmax});
      std::vector<Given> logits;
      const double offset = random.between(-20, 20);
      for (auto n = random.whole(2, 40); n > 0; --n) {
        logits.push_back(Given::from_double(offset + random.between(-3, 3)));
      }
      const std::vector<double> row = outputs_of(algorithm, logits, settings);
      const bool printing = random.coin();
      std::vector<Printed> outputs;
      for (const Given& output : printing ? printed_to(6, row) : exactly(row)) {
        outputs.push_back(printed(output, printing));
      }
      const auto found = recovered_temperature(in_binary64(logits), outputs, format);
      if (!found) { continue; }
      CAPTURE(format.name, name(algorithm), trial, settings.temperature.text());
      REQUIRE(found->suits(settings.temperature.held_in(format)));
      ++told;
    }
    REQUIRE(told > 10);
  }
}

TEST_CASE("Outputs that no one temperature gives speak of none") {
  std::vector<Printed> outputs;
  for (const Given& output : given({"0.64", "0.24", "0.12"})) {
    outputs.push_back(printed(output, true));
  }
  const std::vector<double> logits = in_binary64(given({"2", "1", "0.1"}));
  REQUIRE(recovered_temperature(logits, outputs, parse_format("binary32"))->none());
  REQUIRE_FALSE(recovered_temperature(std::span(logits).first(2), std::span(outputs).first(2),
                                      parse_format("binary32"))
                    ->none());
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
