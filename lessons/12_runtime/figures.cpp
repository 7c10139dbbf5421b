#include "lessons/12_runtime/figures.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace softmax::lessons::runtimes {

using namespace page;

namespace {

constexpr std::array scores = {12.0, 20.0, 4.0, 28.0};
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array mask = {0.0, 0.0, 0.0, -infinity};
constexpr std::size_t farthest = 4;

/// The scores with their mask, as the engine takes them: it divides by T where ggml multiplies by
/// the scale, which is the same for a power of two.
Trace attention() {
  std::vector<Given> logits;
  logits.reserve(scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    logits.push_back(Given::from_double(scores[i] + mask[i]));
  }
  Settings settings;
  settings.temperature = Given::from_double(std::sqrt(static_cast<double>(gpt_2_head_width)));
  settings.temperature_order = TemperatureOrder::scale_first;
  return trace(std::move(logits), settings, std::array{Algorithm::shifted});
}

std::string share_of_first(std::string_view logits, Algorithm algorithm, std::string_view format) {
  const Trace t = traced(logits, {algorithm}, in(format));
  return digits(result(t, 0), t.format());
}

std::vector<std::string> cost_row(std::string where, std::size_t multiplications,
                                  std::size_t exps) {
  return {std::move(where), count(multiplications), count(exps), count(multiplications / exps)};
}

}  // namespace

Table masked_row(std::string caption) {
  Table table{std::move(caption), {"key", "score", "scaled", "masked", "e^(x - max)", "share"}, {}};
  const Trace t = attention();
  const Run& run = t.runs[0];
  const double scale = 1 / t.temperature;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    table.rows.push_back({std::to_string(i), rounded(scores[i], 3), rounded(scores[i] * scale, 3),
                          rounded(stage(run, Stage::scale).computed[i], 3),
                          decimals(stage(run, Stage::exponentiate).computed[i], 3),
                          decimals(result(t, i), 3)});
  }
  return table;
}

double slope(std::size_t head) {
  static_assert(largest_bias == static_cast<double>(sloped_heads));
  return std::ldexp(1.0, -static_cast<int>(head));
}

std::vector<Given> biases(std::size_t head) {
  std::vector<Given> logits;
  for (std::size_t distance = 0; distance <= farthest; ++distance) {
    logits.push_back(Given::from_double(-slope(head) * static_cast<double>(distance)));
  }
  return logits;
}

Table sloped_shares(std::string caption) {
  Table table{std::move(caption), {"head", "slope"}, {}};
  for (std::size_t distance = 0; distance <= farthest; ++distance) {
    table.headings.push_back(distance == 0 ? "the same token" : fmt::format("{} before", distance));
  }
  for (const std::size_t head : {std::size_t{1}, sloped_heads / 2, sloped_heads}) {
    const Trace t = trace(biases(head), Settings{}, std::array{Algorithm::shifted});
    table.rows.push_back({std::to_string(head), rounded(slope(head), 3)});
    for (std::size_t distance = 0; distance <= farthest; ++distance) {
      table.rows.back().push_back(decimals(result(t, distance), 3));
    }
  }
  return table;
}

Table temperatures(std::string caption) {
  Table table{std::move(caption), {"T of the request"}, {}};
  for (const Given& logit : given(worked_example)) {
    table.headings.push_back("logit " + logit.text());
  }
  for (const std::string_view temperature : requests) {
    const Trace t = traced(worked_example, {Algorithm::shifted}, in("binary32", temperature));
    table.rows.push_back({std::string(temperature)});
    for (std::size_t i = 0; i < t.logits.size(); ++i) {
      table.rows.back().push_back(percent(result(t, i), 3));
    }
  }
  return table;
}

Trace log_probabilities(std::string_view format) {
  return traced(worked_example, {Algorithm::log_softmax, Algorithm::shifted}, in(format));
}

Trace softmax_of_results(const Trace& results, std::size_t run) {
  std::vector<Given> logits;
  for (const double value : std::vector<double>(results.runs[run].stages.back().computed)) {
    logits.push_back(Given::from_double(value));
  }
  return trace(std::move(logits), results.settings, std::array{Algorithm::shifted});
}

Table there_and_back(std::string caption, std::string_view format) {
  Table table{std::move(caption), {"logit z", "ln p", "softmax of z", "softmax of ln p"}, {}};
  const Trace t = log_probabilities(format);
  const Trace back = softmax_of_results(t);
  for (std::size_t i = 0; i < t.logits.size(); ++i) {
    table.rows.push_back({t.logits[i].text(), digits(result(t, i), t.format()),
                          digits(result(t, i, 1), t.format()),
                          digits(result(back, i), t.format())});
  }
  return table;
}

Table at_every_height(std::string caption) {
  Table table{
      std::move(caption), {"the row", "first logit", "unshifted", "shifted", "in bfloat16"}, {}};
  for (const Sibling& one : siblings) {
    table.rows.push_back({std::string(one.name), given(one.logits)[0].text(),
                          share_of_first(one.logits, Algorithm::unshifted, "binary32"),
                          share_of_first(one.logits, Algorithm::shifted, "binary32"),
                          share_of_first(one.logits, Algorithm::shifted, "bfloat16")});
  }
  return table;
}

Table costs(std::string caption) {
  Table table{
      std::move(caption), {"for one new token", "multiplications", "exps", "to one exp"}, {}};
  const Model& model = llama_3;
  table.rows.push_back(
      cost_row("output: projection, softmax", model.width * model.vocabulary, model.vocabulary));
  for (const std::size_t keys : {std::size_t{1'000}, std::size_t{100'000}}) {
    const std::size_t exps = attention_rows(model) * keys;
    table.rows.push_back(cost_row(fmt::format("attention over {} keys", count(keys)),
                                  2 * model.head_width * exps, exps));
  }
  return table;
}

}  // namespace softmax::lessons::runtimes
