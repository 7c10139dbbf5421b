#pragma once
/// A quiz as a sheet to fill in, and its grades: for a class, without a terminal.
///
///     {
///       "schema": "softmax-workbook/quiz/1",
///       "questions": [
///         {"id": "normalize/equal", "text": "...", "options": ["...", "..."], "answer": null},
///         {"id": "normalize/odds", "text": "...", "digits": 2, "answer": null}
///       ]
///     }
///
/// `answer` becomes the number of an option, or a number, or a text that is one or can be typed for
/// one: "1.97e434", "inf", "-inf", "nan", "65.9 %". schema/quiz.schema.json says it all.

#include <string>
#include <string_view>
#include <vector>

#include "lessons/page/page.hpp"

namespace softmax::page {

/// Computes: the sheet, every answer null.
std::string sheet_of(const std::vector<Question>& questions);

struct Grade {
  std::string id;
  std::string answer;  ///< as it was given; empty where none was
  bool right = false;
  std::string why;  ///< what is said to it
};

/// Computes: a grade for each question, in their order; one without an answer is not right.
/// Throws: std::invalid_argument, one line: no JSON, no sheet, a question that is not among these
/// or stands twice, an answer that cannot be one.
std::vector<Grade> grades_of(std::string_view sheet, const std::vector<Question>& questions);

/// Computes: {"schema": "softmax-workbook/grades/1", "right": 3, "asked": 5, "grades": [...]}.
std::string json_of(const std::vector<Grade>& grades);

}  // namespace softmax::page
