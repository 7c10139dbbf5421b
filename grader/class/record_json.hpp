#pragma once
/// A record as JSON, and back.

#include <string>
#include <string_view>

#include "grader/class/record.hpp"

namespace softmax::grader {

constexpr std::string_view mark_schema = "softmax-workbook/mark/1";

/// Computes: the record in one line, without its end (schema/mark.schema.json).
std::string json_of(const Record& record);

/// Computes: the record of such a text. Throws: std::invalid_argument where it says none.
Record record_of(std::string_view text);

/// A line of a journal: a record, and beside it what may differ from one time to the next.
struct Entry {
  Record record;
  double seconds = 0;  ///< that the marking took
};

std::string json_of(const Entry& entry);
Entry entry_of(std::string_view text);

/// Computes: the head of a journal, which says of what setting its records are; and back.
std::string head_of(const Setting& setting);
Setting setting_of(std::string_view head);

/// Computes: whether the line is a head of a journal, of whatever setting.
bool is_head(std::string_view line);

}  // namespace softmax::grader
