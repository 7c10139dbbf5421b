#pragma once
/// A class, or one submission of it, in the form that another program reads. Each is a pure
/// function of the records: the same bytes each time, but for measured points where it tells them.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grader/class/record.hpp"

namespace softmax::grader {

using Records = std::span<const Record>;

/// The records themselves, one a line (schema/mark.schema.json), in one object:
/// {"schema": "softmax-workbook/class/1", "records": [...]}.
std::string json_report(Records records);

/// A row for each submission, by RFC 4180: its verdict, its points, those that were measured beside
/// them, and of each exercise its verdict, points and misconceptions. No field begins as a
/// spreadsheet's formula does.
std::string csv_report(Records records);

/// JUnit's XML: a suite for each submission, a case for each check. An answer that does not compile
/// is one case with an error.
std::string junit_report(Records records);

/// Gradescope's results.json, of one submission. Measured points are a test of their own, and
/// add to its score.
std::string gradescope_report(Records records);

/// PrairieLearn's results.json, of one submission.
std::string prairielearn_report(Records records);

/// One page that needs no other file: each task and misconception, and each submission.
std::string html_report(Records records);

struct ReportFormat {
  std::string_view name;
  std::string (*write)(Records);
  bool of_one;  ///< it is the report of one submission
};

/// Computes: all of them.
std::span<const ReportFormat> report_formats();

/// Computes: the format of that name. Throws: std::invalid_argument, with the nearest name.
const ReportFormat& report_format(const std::string& name);

}  // namespace softmax::grader
