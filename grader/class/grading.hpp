#pragma once
/// A class, graded: every submission once, several at a time, and none lost.

#include <cstddef>
#include <functional>
#include <vector>

#include "grader/class/journal.hpp"
#include "grader/class/record.hpp"
#include "grader/class/submissions.hpp"

namespace softmax::grader {

/// One part of a class of `count`, from 0; a submission's name alone says in which it is.
struct Shard {
  std::size_t index = 0;
  std::size_t count = 1;
};

struct Grading {
  Marking marking;
  Setting setting;
  std::vector<Exercise> exercises;
  std::size_t jobs = 1;
  Journal* journal = nullptr;  ///< may be absent: then nothing is kept of a run that is killed
  /// Told now and then of the share that is done.
  std::function<void(double)> progress = [](double) {};
};

struct Graded {
  std::vector<Record> records;  ///< in the order of the submissions
  std::size_t left = 0;         ///< how many are not among them, because a signal came
};

/// Computes: the tier in a word.
std::string tier_name(Tier tier);

/// Computes: the setting of marks that are made so. Runs: the compiler, for its version.
Setting setting_of(const Marking& marking, const std::vector<Exercise>& exercises);

/// Computes: those of the submissions that are in the shard.
std::vector<Submission> in_shard(const std::vector<Submission>& all, const Shard& shard);

/// Does: grades those that the journal does not hold, and writes each to it. What fails beneath
/// becomes the verdict infrastructure, which is not written: the next run tries it again. SIGINT
/// and SIGTERM let it end what it has begun, and begin no more; a second one ends the program at
/// once. Throws: std::runtime_error: the journal cannot be written.
Graded grade(const Grading& grading, const std::vector<Submission>& submissions);

}  // namespace softmax::grader
