#include "engine/decode_json.hpp"

#include <fmt/format.h>

#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/compute.hpp"
#include "engine/decode.hpp"
#include "engine/entropy.hpp"
#include "engine/json_text.hpp"

namespace softmax {
namespace {

using Indices = std::vector<std::size_t>;

/// A row of which some tokens may be cut off already: their logits are -inf, their shares 0.
struct Tokens {
  std::vector<double> logits;
  std::vector<double> shares;
};

/// "[0.5, 0.75]"
std::string list_of_numbers(std::span<const double> values) {
  std::vector<std::string> items;
  items.reserve(values.size());
  for (const double value : values) { items.push_back(computed_text(value)); }
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string list_of_indices(const Indices& indices) {
  return fmt::format("[{}]", fmt::join(indices, ", "));
}

const Run& decoded_run(const Trace& trace, std::size_t wanted) {
  if (wanted >= trace.runs.size()) {
    throw std::invalid_argument(
        fmt::format("run {}: the runs are numbered 0 to {}", wanted, trace.runs.size() - 1));
  }
  const Run& run = trace.runs[wanted];
  if (output_of(run.algorithm) != Output::probabilities) {
    throw std::invalid_argument(fmt::format("{} gives {}: decode a run of probabilities",
                                            name(run.algorithm), name(output_of(run.algorithm))));
  }
  return run;
}

std::vector<double> values_of(const HeldRow& row) {
  const std::span<const double> values(row);
  return {values.begin(), values.end()};
}

/// The cuts, one after the other.
class Cuts {
 public:
  Cuts(const Trace& trace, const Run& run)
      : trace_(trace),
        run_(run),
        tokens_{values_of(run.stages.front().computed), values_of(run.stages.back().computed)} {}

  void make(const Decoding& wanted) {
    if (wanted.top_k) {
      cut("top_k", std::to_string(*wanted.top_k), top_k(tokens_.logits, *wanted.top_k), "null");
    }
    if (wanted.top_p) {
      const Nucleus nucleus = top_p(tokens_.shares, *wanted.top_p, trace_.format());
      cut("top_p", computed_text(*wanted.top_p), nucleus.kept, list_of_numbers(nucleus.sums));
    }
    if (wanted.min_p) {
      cut("min_p", computed_text(*wanted.min_p),
          min_p(tokens_.shares, *wanted.min_p, trace_.format()), "null");
    }
  }

  [[nodiscard]] const Tokens& tokens() const { return tokens_; }

  [[nodiscard]] std::string json() const {
    return lines_.empty() ? "[]" : fmt::format("[\n{}]", fmt::join(lines_, ",\n"));
  }

  /// What the last cut has kept, and its shares of one.
  [[nodiscard]] std::string left_json() const {
    if (lines_.empty()) { return "null"; }
    std::vector<double> shares;
    shares.reserve(kept_.size());
    for (const std::size_t index : kept_) { shares.push_back(tokens_.shares[index]); }
    return fmt::format(R"({{"indices": {}, "probabilities": {}}})", list_of_indices(kept_),
                       list_of_numbers(shares));
  }

 private:
  void cut(std::string_view rule, const std::string& value, Indices kept, const std::string& sums) {
    if (trace_.format().overflow == Overflow::to_nan) {
      throw std::invalid_argument(
          fmt::format("{} has no infinity to mask with: what {} cuts off cannot be masked in it",
                      trace_.format().name, rule));
    }
    kept_ = std::move(kept);
    tokens_.logits = kept_only(tokens_.logits, kept_);
    tokens_.shares = outputs(tokens_.logits, trace_.settings, run_.algorithm);
    lines_.push_back(fmt::format(R"(    {{"rule": {}, "value": {}, "kept": {}, "sums": {}}})",
                                 quoted(rule), value, list_of_indices(kept_), sums));
  }

  const Trace& trace_;
  const Run& run_;
  Tokens tokens_;
  Indices kept_;
  std::vector<std::string> lines_;
};

std::string json_of_entropy(const Run& run) {
  constexpr int digits = 30;
  const CertainDecimal nats = entropy(run.stages.back().reference).decimal(digits);
  return fmt::format(R"({{"nats": {}, "radius": {}}})", quoted(nats.digits), quoted(nats.radius));
}

std::string json_of_sample(const Decoding& wanted, const std::vector<double>& shares,
                           const Format& format) {
  const double u = uniform(wanted.seed, wanted.counter);
  const Sampled sampled = sample(shares, u, format);
  const std::size_t i = sampled.index;
  return fmt::format(
      R"({{"seed": {}, "counter": {}, "u": {}, "index": {}, "probability": {}, "from": {}, )"
      R"("to": {}, "total": {}}})",
      wanted.seed, wanted.counter, computed_text(u), i, computed_text(shares[i]),
      computed_text(i == 0 ? 0 : sampled.sums[i - 1]), computed_text(sampled.sums[i]),
      computed_text(sampled.sums.back()));
}

}  // namespace

std::string decode_json(const Trace& trace, const Decoding& wanted) {
  const Run& run = decoded_run(trace, wanted.run);
  Cuts cuts(trace, run);
  const std::size_t largest = greedy(cuts.tokens().logits);
  cuts.make(wanted);
  const std::string sampled = json_of_sample(wanted, cuts.tokens().shares, trace.format());
  std::string out = "{\n  \"schema\": \"softmax-workbook/decode/1\",\n";
  out += fmt::format("  \"algorithm\": {}, \"format\": {}, \"count\": {},\n",
                     quoted(name(run.algorithm)), quoted(trace.format().name), trace.logits.size());
  out += fmt::format("  \"greedy\": {},\n  \"entropy\": {},\n", largest, json_of_entropy(run));
  out += fmt::format("  \"cuts\": {},\n  \"left\": {},\n", cuts.json(), cuts.left_json());
  return out + fmt::format("  \"sample\": {}\n}}\n", sampled);
}

}  // namespace softmax
