#pragma once
/// What an exercise asks of an answer, as plain data: calls, and what must come of each.
///
///     Check{"tails", "softmax", "A probability far below the others keeps its digits.",
///           {Case{"softmax", {logits, output(3)}, {{near(p0, t), near(p1, t), near(p2, t)}}}}}
///
/// A check is a sentence of the matter and the cases that would show it broken. It is what passes
/// or fails, what a message names, and what has its own time limit; no check knows of another.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grader/value.hpp"
#include "grader/wanted.hpp"

namespace softmax::grader {

/// A row of logits and its temperature. A mask is -inf.
struct SoftmaxRow {
  std::vector<float> logits;
  double temperature = 1;
};

/// One call of a function of the contract.
struct Case {
  std::string call;
  std::vector<Value> arguments;              ///< in the order of the function's parameters
  std::vector<std::vector<Wanted>> results;  ///< of each output, then of what is returned
  bool refused = false;                      ///< std::invalid_argument is wanted, and no result
  bool untouched = false;                    ///< and no output written to before
  /// What the first result is the softmax of, where it is one: its stage can be told (stage.hpp).
  std::optional<SoftmaxRow> softmax{};  // NOLINT(readability-redundant-member-init)
};

/// Computes: the case, its first result known as the softmax of that row, if the row has a logit
/// that is no mask, and a temperature that is no limit.
Case of_softmax(Case one, SoftmaxRow row);

struct Check {
  std::string id;        ///< "tails": unique in its exercise, and for ever
  std::string task;      ///< of exercise.toml
  std::string sentence;  ///< what must hold, for the learner
  std::vector<Case> cases;
};

/// The seed of what is drawn by chance: the same seed, the same cases.
using Seed = std::uint64_t;

/// Computes: the checks of one exercise, those of a task in the order that they are told; the first
/// of a task is its plain case. What a task does not need comes from the engine, never from the
/// answer's other functions: one mistake is not punished twice.
using MakeChecks = std::vector<Check> (*)(Seed);

}  // namespace softmax::grader
