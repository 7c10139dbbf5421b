// A real row: the 50,257 logits of GPT-2 after "Data visualization empowers users to", all of them
// near -140.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/input/read.hpp"
#include "engine/birthplace.hpp"
#include "engine/compute.hpp"
#include "engine/trace.hpp"

using namespace softmax;

namespace {

std::string data(const std::string& file) {
  const char* folder = std::getenv("SOFTMAX_DATA");
  return std::string(folder != nullptr ? folder : "../shared/data") + "/gpt2/" + file;
}

/// One trace for all test cases: its references take a second.
const Trace& row_of_gpt2() {
  const std::string path = data("data_visualization.npy");
  if (!std::filesystem::exists(path)) { SKIP("no real logits: " << path << " is absent"); }
  static const Trace made = trace(app::read_logits(path, std::nullopt).logits, Settings{},
                                  std::array{Algorithm::unshifted, Algorithm::shifted});
  return made;
}

std::size_t largest(const std::vector<double>& row) {
  return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
}

}  // namespace

TEST_CASE("the real row is 50,257 logits near -140") {
  std::vector<double> z = row_of_gpt2().runs[0].stages[0].computed;
  REQUIRE(z.size() == 50'257);
  std::sort(z.begin(), z.end());
  // The least, the median and the largest.
  CHECK(fmt::format("{:.2f} {:.2f} {:.2f}", z.front(), z[z.size() / 2], z.back()) ==
        "-180.01 -154.50 -135.91");
}

TEST_CASE("unshifted binary32 underflows to 0/0 on a real row") {
  const Trace& t = row_of_gpt2();
  const Run& run = t.runs[0];
  REQUIRE(t.logits.size() == 50'257);
  for (const double e : run.stages[1].computed) { REQUIRE(e == 0); }
  for (const double p : run.stages.back().computed) { REQUIRE(std::isnan(p)); }
  CHECK(sentence(first_nan(run, t).value(), run) ==
        "0/0 at divide, element 0: every exponential underflowed");
  CHECK_FALSE(first_infinity(run, t).has_value());
}

TEST_CASE("shifted binary32 gives ` visualize` 15.8 %, as the reference does") {
  const Trace& t = row_of_gpt2();
  const StageRow& last = t.runs[1].stages.back();
  const std::size_t token = largest(last.computed);
  CHECK(fmt::format("{:.1f}", 100 * last.computed[token]) == "15.8");
  CHECK(fmt::format("{:.1f}", 100 * last.reference[token].approximate()) == "15.8");
  CHECK_FALSE(first_nan(t.runs[1], t).has_value());

  std::ifstream file(data("data_visualization.top.json"));
  REQUIRE(file);
  const nlohmann::json top = nlohmann::json::parse(file).at("top").at(0);
  CHECK(token == top.at("token_id").get<std::size_t>());
  CHECK(top.at("token").get<std::string>() == " visualize");
  CHECK(t.runs[1].stages[0].computed[token] == top.at("logit").get<double>());
}

TEST_CASE("the shifted probabilities keep the ranking of the 50 largest logits") {
  const Trace& t = row_of_gpt2();
  std::ifstream file(data("data_visualization.top.json"));
  REQUIRE(file);
  const nlohmann::json top = nlohmann::json::parse(file).at("top");
  double before = 1;
  for (const nlohmann::json& entry : top) {
    const double p = t.runs[1].stages.back().computed[entry.at("token_id").get<std::size_t>()];
    CHECK(p <= before);
    before = p;
  }
  CHECK(before > 0);
}

TEST_CASE("the real row sharpens at a low temperature and flattens at a high one") {
  const std::vector<double>& z = row_of_gpt2().runs[0].stages[0].computed;
  const std::size_t token = largest(z);
  std::string percents;
  for (const char* t : {"0.1", "0.5", "1", "2", "1e6"}) {
    Settings settings;
    settings.temperature = Given::from_text(t);
    const double held = hold_temperature(settings.temperature, settings.arithmetic.format);
    const std::vector<Step> steps = plan(Algorithm::shifted, held != 1, settings.temperature_order);
    percents += fmt::format("{:.3g} ", 100 * compute_rows(steps, z, held, settings).back()[token]);
  }
  // 100/50,257 = 0.00199: every token's share as T grows.
  CHECK(percents == "100 65.7 15.8 1.31 0.00199 ");
}
