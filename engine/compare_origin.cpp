#include "engine/compare_origin.hpp"

#include <algorithm>
#include <array>

#include "engine/birthplace.hpp"
#include "engine/compute.hpp"

namespace softmax {
namespace {

/// The logits as the candidate read them: exact numbers of its first format.
std::vector<Given> read_logits(const Question& question, const Candidate& candidate) {
  if (candidate.read.name == candidate.working().name) { return question.logits; }
  std::vector<Given> logits;
  for (const double held : hold_logits(question.logits, candidate.read)) {
    logits.push_back(Given::from_double(held));
  }
  return logits;
}

std::optional<Origin> origin(const Question& question, const Candidate& candidate, bool nan) {
  const Trace t =
      trace(read_logits(question, candidate), candidate.settings, std::array{candidate.algorithm});
  const Run& run = t.runs.front();
  const std::optional<Birth> birth = nan ? first_nan(run, t) : first_infinity(run, t);
  if (!birth) { return std::nullopt; }
  return Origin{
      candidate,      nan,           std::string(name(run.stages[birth->stage].step.stage)),
      birth->element, birth->reason, sentence(*birth, run)};
}

/// One run of each algorithm.
std::vector<Candidate> one_of_each(const std::vector<Candidate>& reproduced) {
  std::vector<Candidate> chosen;
  for (const Candidate& candidate : reproduced) {
    const auto same = std::find_if(chosen.begin(), chosen.end(), [&](const Candidate& c) {
      return c.algorithm == candidate.algorithm;
    });
    if (same == chosen.end()) {
      chosen.push_back(candidate);
    } else if (same->working().name != "binary32" && candidate.working().name == "binary32") {
      *same = candidate;
    }
  }
  return chosen;
}

}  // namespace

std::vector<Origin> origins(const Question& question, const std::vector<Candidate>& reproduced) {
  const auto any = [&](auto&& is) {
    return std::any_of(question.outputs.begin(), question.outputs.end(), is);
  };
  const bool nan = any([](const Given& output) { return output.nan(); });
  const bool infinite =
      any([](const Given& output) { return output.plus_infinity() || output.minus_infinity(); });
  std::vector<Origin> found;
  if (!nan && !infinite) { return found; }
  for (const Candidate& candidate : one_of_each(reproduced)) {
    if (const auto one = origin(question, candidate, nan)) { found.push_back(*one); }
  }
  return found;
}

}  // namespace softmax
