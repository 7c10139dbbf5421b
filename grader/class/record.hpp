#pragma once
/// The record of one submission: what every report of a class is written from.
///
///     {"schema": "softmax-workbook/mark/1", "grader": "0.1.0+5d0c...", "seed": 1, ...,
///      "submission": "ada", "verdict": "wrong", "points": 5, "most": 10, "exercises": [...]}
///
/// It is a pure function of what was handed in, of this workbook and its compiler, and of the seed:
/// the same bytes each time. No time is in it, and no path of this machine. All texts in it are
/// printable, whatever an answer put into them; schema/mark.schema.json says its form.

#include <string>
#include <string_view>
#include <vector>

#include "grader/mark.hpp"
#include "grader/speed.hpp"

namespace softmax::grader {

/// What a mark depends on besides the submission.
struct Setting {
  std::string grader;            ///< version_at() of the workbook
  std::string compiler;          ///< the command, and how it optimizes: "g++ -O1"
  std::string compiler_version;  ///< the first line of its --version
  Seed seed = 0;
  std::string tier;                    ///< of the sandbox: "namespaces"
  std::vector<std::string> layers;     ///< of the tier
  std::vector<std::string> exercises;  ///< the folders of those that were asked for
  bool operator==(const Setting&) const = default;
};

struct Record {
  Setting setting;
  std::string submission;  ///< its name
  std::string digest;      ///< of what was handed in
  std::string refused;     ///< why nothing of it was marked; else empty
  std::vector<Mark> exercises;
  /// Measured: beside the record, and not in it.
  std::vector<Speed> speeds{};  // NOLINT(readability-redundant-member-init)
};

/// Computes: the first verdict that is no pass; infrastructure, if one is.
Verdict verdict(const Record& record);

/// Computes: whether something beneath failed. Then the points say nothing.
bool unmarked(const Record& record);

int points(const Record& record);
int most(const Record& record);

/// Computes: the points that were measured, which are in no sum of the record.
int measured_points(const Record& record);

/// Computes: a mark with that verdict and no task, as of an answer that is missing.
Mark mark_without_tasks(const Exercise& exercise, Seed seed, Verdict verdict,
                        const std::string& diagnostics);

/// Computes: the mark without what belongs to this machine: paths of the workbook and of temporary
/// files in the compiler's words, which are cut at 16 KiB; all texts printable.
Mark portable(Mark mark, const Marking& marking);

/// Computes: what went wrong, as a report says it of an exercise without tasks: "it does not
/// compile", with the compiler's words; "no answer was handed in".
std::string trouble(const Record& record, const Mark& mark);

}  // namespace softmax::grader
