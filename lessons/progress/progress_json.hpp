#pragma once
/// Progress as the text of its file, and back (lessons/progress/schema/progress.schema.json).
///
///     {
///       "answers": {
///         "normalize/ratio": {"ever_right": true, "given": "2.718", "right": true, "tries": 1}
///       },
///       "latest": "normalize",
///       "lessons": {"normalize": {"finished": false, "idea": "worked_example"}},
///       "schema": "softmax-workbook/progress/1"
///     }
///
/// A key that is not known is let be: a later workbook may have added it, and the schema's number
/// rises only when a file can no longer be read so.

#include <stdexcept>
#include <string>
#include <string_view>

#include "lessons/progress/progress.hpp"

namespace softmax::progress {

/// No progress: what is wrong with the text, without its file's name.
class Damaged : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Progress that another workbook wrote, by a schema of another number: which one.
class OtherVersion : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Computes: the progress that a text holds.
/// Throws: Damaged, OtherVersion.
Progress parse_progress(std::string_view text);

/// Computes: the text of a progress. The keys of the text that it replaces (one that parse_progress
/// takes, or nothing) which are not known stay, as long as what they belong to does. A byte of an
/// answer that is no UTF-8 becomes U+FFFD.
/// Throws: std::invalid_argument if a number of tries, checks, points or hints is below 0.
std::string progress_json(const Progress& progress, std::string_view replaced = "");

}  // namespace softmax::progress
