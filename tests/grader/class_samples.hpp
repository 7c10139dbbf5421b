#pragma once
/// What the tests of a class's records and reports share: records of every kind.

#include <string>
#include <vector>

#include "grader/class/record.hpp"

namespace softmax::grader {

/// A record of one exercise, with a task that is right, one that is wrong (a mistake is known) and
/// one that was skipped; the words of the finding are these.
Record sample_record(const std::string& submission, const std::string& words = "got nan");

/// The same submission where the exercise ended so, before any task was tried.
Record sample_without_tasks(const std::string& submission, Verdict verdict,
                            const std::string& diagnostics = "");

/// One of each: wrong, compile_error, missing, refused, infrastructure.
std::vector<Record> sample_class();

}  // namespace softmax::grader
