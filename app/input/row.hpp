#pragma once
/// What every reader of input makes: one row of logits, or one clear line of refusal.
///
/// A row is what softmax takes: the scores of one position, in order. Its numbers are exact
/// decimals or exact doubles (engine/given.hpp); nothing has been rounded yet.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/given.hpp"

namespace softmax::app {

struct Row {
  std::vector<Given> logits;  ///< 1 to largest_row of them
  std::string source;         ///< "logits.npy", "logits.npy, row 3", "standard input"
};

/// Sixty times the vocabulary of the largest models of 2025: more is a mistake, not a row.
constexpr std::size_t largest_row = 16'777'216;

/// Input that cannot be used: one line which says what is wrong, where, and how to mend it.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace softmax::app
