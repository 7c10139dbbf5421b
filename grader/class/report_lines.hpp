#pragma once
/// One submission as a list of lines with points, for systems that show it to its sender.

#include <string>
#include <vector>

#include "grader/class/record.hpp"

namespace softmax::grader {

/// A task; or an exercise whose answer was not run.
struct ReportLine {
  std::string title;  ///< "03 Sum and divide: Add the exponentials"
  Verdict verdict = Verdict::pass;
  int points = 0;
  int most = 0;
  std::string text;  ///< what a learner reads of it, in lines
};

std::vector<ReportLine> report_lines(const Record& record);

/// Computes: why the submission, as a whole, was not marked; empty if it was.
std::string why_unmarked(const Record& record);

/// Computes: what the marks depend on, in a line: "softmax workbook 0.1.0, g++ -O1, seed 1, ...".
std::string setting_line(const Setting& setting);

}  // namespace softmax::grader
