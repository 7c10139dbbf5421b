#include "engine/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <stdexcept>

#include "engine/compare_origin.hpp"
#include "engine/compare_runs.hpp"
#include "engine/compute.hpp"

namespace softmax {
namespace {

/// The formats that frameworks keep rows in while they compute in this one.
std::vector<Format> stores_of(const Format& working) {
  std::vector<Format> narrower;
  for (const Format& format : builtin_formats()) {
    const bool of_binary32 = working.name == "binary32" && format.precision < working.precision;
    const bool of_binary64 = working.name == "binary64" && format.name == "binary32";
    if (of_binary32 || of_binary64) { narrower.push_back(format); }
  }
  return narrower;
}

/// What the logits are rounded to first, and the results at last.
struct Path {
  Format read;
  Format stored;
};

/// What to try if the results are stored in a format.
using Temperatures = std::function<std::vector<Given>(const Format& stored)>;

/// Which formats and temperatures are run.
class Search {
 public:
  Search(const Question& question, const Progress& progress)
      : question_(question), progress_(progress), outputs_(outputs_of(question)) {
    hold_logits(question.logits, parse_format("binary64"));  // refuses what is no logit at all
  }

  Comparison run() {
    recover();
    const Given first = question_.temperature.value_or(Given::from_text("1"));
    for (std::size_t k = 0; k < question_.formats.size(); ++k) {
      const Format& format = question_.formats[k];
      if (can_hold_outputs(format)) { try_first(format, first); }
      report_progress(0, k);
    }
    if (answer_.tried == 0 && refusal_) { std::rethrow_exception(refusal_); }
    if (!question_.temperature) {
      if (answer_.verdict != Match::identical) { try_recovered(); }
      keep_recovered();
    }
    answer_.origins = origins(question_, answer_.reproduced);
    if (progress_) { progress_(1); }
    return std::move(answer_);
  }

 private:
  /// Half of the bar is for T = 1, the other for what is recovered.
  void report_progress(double begin, std::size_t k) const {
    const auto all = static_cast<double>(question_.formats.size());
    if (progress_) { progress_(begin + (static_cast<double>(k) + 1) / all / 2.001); }
  }

  /// The first output that no number of the format prints as.
  [[nodiscard]] std::optional<std::size_t> impossible(const Format& format) const {
    for (std::size_t i = 0; i < outputs_.values.size(); ++i) {
      if (!prints_as(nearest_number(i, format), outputs_.values[i])) { return i; }
    }
    return std::nullopt;
  }

  [[nodiscard]] double nearest_number(std::size_t i, const Format& format) const {
    return narrowed(question_.outputs[i], outputs_.values[i].value, format);
  }

  bool can_hold_outputs(const Format& format) {
    const std::optional<std::size_t> i = impossible(format);
    if (!i) { return true; }
    const char* what =
        outputs_.values[*i].quantum > 0 ? "no number of it prints as" : "it does not hold";
    answer_.rejected.push_back(
        {format,
         fmt::format("{} {}, element {}; its nearest is {}", what, question_.outputs[*i].text(), *i,
                     short_digits(nearest_number(*i, format), format))});
    return false;
  }

  /// A format that cannot hold a logit or T is rejected with the engine's own words.
  void try_first(const Format& format, const Given& temperature) {
    try {
      try_format(format, [&](const Format&) { return std::vector<Given>{temperature}; });
    } catch (const std::invalid_argument& error) {
      refusal_ = std::current_exception();
      answer_.rejected.push_back({format, error.what()});
    }
  }

  void try_format(const Format& working, const Temperatures& temperatures_if_stored_in) {
    const bool found = try_path({working, working}, working, temperatures_if_stored_in);
    if (found) { return; }
    for (const Path& path : narrower_paths(working)) {
      try_path(path, working, temperatures_if_stored_in);
    }
  }

  /// Whether one of the temperatures reproduces; those after it are not tried.
  bool try_path(const Path& path, const Format& working, const Temperatures& temperatures) {
    const std::size_t before = answer_.reproduced.size();
    const std::vector<Given> tried = temperatures(path.stored);
    return std::any_of(tried.begin(), tried.end(), [&](const Given& temperature) {
      run(path, working, temperature);
      return answer_.reproduced.size() > before;
    });
  }

  [[nodiscard]] std::vector<Path> narrower_paths(const Format& working) const {
    std::vector<Path> paths;
    const std::vector<double> logits = hold_logits(question_.logits, working);
    for (const Format& store : stores_of(working)) {
      if (impossible(store)) { continue; }
      const auto kept = held_if_possible(store);
      if (kept) { paths.push_back({store, store}); }
      if (kept != logits) { paths.push_back({working, store}); }
    }
    return paths;
  }

  [[nodiscard]] std::optional<std::vector<double>> held_if_possible(const Format& format) const {
    try {
      return hold_logits(question_.logits, format);
    } catch (const std::invalid_argument&) { return std::nullopt; }
  }

  void run(const Path& path, const Format& working, const Given& temperature) {
    Candidate base{Algorithm::shifted, path.read, path.stored, {}};
    base.settings.arithmetic.format = working;
    base.settings.accumulator = working;
    base.settings.temperature = temperature;
    run_candidates(question_, outputs_, base, answer_);
  }

  /// What the outputs leave of T, in every format that they can have been stored in.
  void recover() {
    if (outputs_.values.size() != question_.logits.size()) { return; }
    const std::vector<double> logits = hold_logits(question_.logits, parse_format("binary64"));
    for (const Format& working : question_.formats) {
      std::vector<Format> stored = stores_of(working);
      stored.push_back(working);
      for (const Format& format : stored) {
        if (outputs_.temperatures(format) != nullptr || impossible(format)) { continue; }
        const auto found = recovered_temperature(logits, outputs_.values, format);
        if (found) { outputs_.left.push_back(*found); }
      }
    }
  }

  void try_recovered() {
    for (std::size_t k = 0; k < question_.formats.size(); ++k) {
      const Format& format = question_.formats[k];
      if (!rejected(format)) {
        try_format(format, [&](const Format& stored) { return recovered_in(stored); });
      }
      report_progress(0.5, k);
    }
  }

  [[nodiscard]] std::vector<Given> recovered_in(const Format& stored) const {
    const RecoveredTemperature* found = outputs_.temperatures(stored);
    return found == nullptr ? std::vector<Given>{} : found->tried;
  }

  /// What comes after a temperature that reproduces was not run.
  void keep_recovered() {
    answer_.recovered = outputs_.left;
    for (RecoveredTemperature& r : answer_.recovered) {
      std::erase_if(r.tried, [&](const Given& t) { return !was_run(t.text(), r.format.name); });
    }
    std::erase_if(answer_.recovered, [&](const RecoveredTemperature& r) {
      return r.none() || !was_run("1", r.format.name);
    });
  }

  [[nodiscard]] bool was_run(const std::string& temperature, const std::string& stored) const {
    return std::any_of(answer_.best.begin(), answer_.best.end(), [&](const Attempt& attempt) {
      const Candidate& c = attempt.candidate;
      return c.stored.name == stored && c.settings.temperature.text() == temperature;
    });
  }

  [[nodiscard]] bool rejected(const Format& format) const {
    return std::any_of(answer_.rejected.begin(), answer_.rejected.end(),
                       [&](const Rejection& r) { return r.format.name == format.name; });
  }

  const Question& question_;
  const Progress& progress_;
  Outputs outputs_;
  std::exception_ptr refusal_;
  Comparison answer_;
};

}  // namespace

const Attempt* Comparison::nearest() const {
  const auto found = std::min_element(best.begin(), best.end(), nearer);
  return found == best.end() ? nullptr : &*found;
}

bool nearer(const Attempt& a, const Attempt& b) {
  if (a.difference.kinds != b.difference.kinds) { return a.difference.kinds < b.difference.kinds; }
  return a.difference.ulp * unit_roundoff(a.candidate.stored) <
         b.difference.ulp * unit_roundoff(b.candidate.stored);
}

std::vector<Format> accumulators_of(const Question& question, const Format& working) {
  if (question.accumulator) { return {*question.accumulator}; }
  const Format wider = parse_format(working.precision < 24 ? "binary32" : "binary64");
  if (wider.precision <= working.precision) { return {working}; }
  return {working, wider};
}

Comparison compare(const Question& question, const Progress& progress) {
  return Search(question, progress).run();
}

}  // namespace softmax
