#pragma once
/// From what a subject gave back to what became of a check. Pure: no process, no clock, no file.
///
///     judge(check, observed).verdict    // wrong
///     judge(check, observed).findings   // "normalize([1, inf], inf), result 1: got zero ..."

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "grader/check.hpp"
#include "grader/verdict.hpp"
#include "grader/wire.hpp"

namespace softmax::grader {

/// Why there is no response: from that call on the subject was gone.
struct Stop {
  Verdict verdict = Verdict::crash;
  std::string words;  ///< "signal 11 (Segmentation fault)"
  bool operator==(const Stop&) const = default;
};

/// What came of each case of a check, in their order. After a stop there is nothing more.
using Observed = std::variant<Response, Stop>;

/// What is wrong with one call, for the learner. The right number is not in it.
struct Finding {
  std::string kind;   ///< "inaccurate", "unwritten", "not refused", "nan where positive is wanted"
  std::string call;   ///< "normalize([1, 2, 3], 6)"
  std::string words;  ///< "result 1: got nan, a positive number is wanted"
  std::string stage;  ///< "divide: they were not divided by their sum"; empty where none is known
};

struct Judged {
  Verdict verdict = Verdict::pass;
  std::vector<std::size_t> failed;  ///< which cases
  Finding first;                    ///< of the first of them
};

/// Computes: what became of the check. A case is right if its response ends as is wanted, nothing
/// was written outside, no input was changed, and each number is accepted (wanted.hpp).
Judged judge(const Check& check, std::span<const Observed> observed);

/// Computes: the call as a learner would write it, long rows cut:
///     softmax([1, 2, ... 5000 in all])
std::string shown(const Case& one);

}  // namespace softmax::grader
