#pragma once
/// Which settings of the softmax reproduce the outputs of a framework.
///
///     Question question;
///     question.logits = ...; question.outputs = ...;       // 2 1 0.1 and 0.659 0.242 0.099
///     const Comparison answer = compare(question);
///     answer.verdict;                  // Match::identical
///     answer.reproduced[0];            // the settings of a run that prints those digits
///
/// What is tried, in this order, and only while a run in the same format has not reproduced:
///
/// 1. every combination of the question's algorithms, formats, orders of summation, accumulators
///    (the format itself, and a wider one), temperature orders and sources of exp, at T = 1;
/// 2. frameworks that compute wider than they store: results rounded to a narrower format, and
///    logits and results both (bfloat16 and binary16 in binary32; binary32 in binary64);
/// 3. if nothing at T = 1 is identical: both again, each at the temperatures that the outputs speak
///    of if they were stored in that format, unless T = 1 is among those that rounding and
///    printing leave. So a T that gives the very outputs outranks T = 1 within rounding.
///
/// Algorithms are those whose output the row can be: log-probabilities if any is below 0, one
/// log-sum-exp if there is one number. Formats that have no number which prints as an output, or
/// cannot hold a logit, are rejected without a run. It proves no identity: settings that give
/// the same bits on this row may differ on the next.

#include <optional>
#include <string>
#include <vector>

#include "engine/compare_difference.hpp"
#include "engine/compare_temperature.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// What was given, and what is searched; a list of one is kept fixed.
struct Question {
  std::vector<Given> logits;
  std::vector<Given> outputs;
  bool decimal = true;  ///< outputs are as printed; else known exactly, out of a binary file
  std::vector<Algorithm> algorithms{all_algorithms.begin(), all_algorithms.end()};
  std::vector<Format> formats{builtin_formats().begin(), builtin_formats().end()};
  std::vector<SumOrder> orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                                  SumOrder::compensated};
  std::optional<Format> accumulator;
  std::optional<Given> temperature;
  std::vector<TemperatureOrder> temperature_orders = {TemperatureOrder::subtract_first,
                                                      TemperatureOrder::scale_first};
  std::vector<ExpSource> exps = {ExpSource::correctly_rounded, ExpSource::libm};
};

struct Candidate {
  Algorithm algorithm = Algorithm::shifted;
  Format read;    ///< the logits are rounded to it first
  Format stored;  ///< the results are rounded to it at last
  Settings settings;

  [[nodiscard]] const Format& working() const { return settings.arithmetic.format; }
};

struct Attempt {
  Candidate candidate;
  Difference difference;
  Match match = Match::none;
  double computed = 0;               ///< at difference.element
  std::optional<Allowance> allowed;  ///< empty if identical, or where theory is silent
};

struct Rejection {
  Format format;
  std::string reason;  ///< "has no number that prints as 0.659 (element 0): ..."
};

/// Where the outputs' first NaN (or infinity, if they have no NaN) was born in one run.
struct Origin {
  Candidate candidate;
  bool nan;           ///< else an infinity
  std::string stage;  ///< "divide"
  std::size_t element;
  std::string reason;
  std::string sentence;  ///< "0/0 at divide, element 0: every exponential underflowed"
};

struct Comparison {
  Match verdict = Match::none;
  std::size_t tried = 0;
  std::vector<Candidate> reproduced;  ///< every identical run
  std::vector<Attempt> best;          ///< the nearest of each algorithm, formats and temperature
  std::vector<Rejection> rejected;
  std::vector<RecoveredTemperature> recovered;  ///< one a format, unless T was given
  std::vector<Origin> origins;  ///< one for each algorithm that reproduces outputs with such

  /// Computes: the nearest of `best`; null if nothing was tried.
  [[nodiscard]] const Attempt* nearest() const;
};

/// Computes: the search. Cost: 70 settings a format that can hold the outputs and temperature that
/// is tried in it: 1 to 7 of them, 2 mostly where outputs have all their digits; 6 to 8
/// milliseconds a setting of 50,257 logits.
/// Throws: std::invalid_argument: neither n outputs nor one; no algorithm of the question has
/// such outputs; what hold_logits and hold_temperature throw, if every format does.
Comparison compare(const Question& question, const Progress& progress = {});

/// Computes: whether a comes nearer to the outputs than b: fewer kinds that differ, then the
/// smaller difference, in units that all formats share.
bool nearer(const Attempt& a, const Attempt& b);

/// Computes: the accumulators that are tried in a working format.
std::vector<Format> accumulators_of(const Question& question, const Format& working);

}  // namespace softmax
