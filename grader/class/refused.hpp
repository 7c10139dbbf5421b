#pragma once
/// Why nothing of a submission is graded: it is the submission's own doing, and its sender is told.

#include <stdexcept>

namespace softmax::grader {

/// Its words depend on the submission alone: they are a part of its record.
class Refused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace softmax::grader
