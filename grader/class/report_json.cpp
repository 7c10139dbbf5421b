#include "grader/class/record_json.hpp"
#include "grader/class/reports.hpp"

namespace softmax::grader {

std::string json_report(Records records) {
  std::string text = R"({"schema":"softmax-workbook/class/1","records":[)";
  std::string_view between = "\n";
  for (const Record& record : records) {
    text.append(between).append(json_of(record));
    between = ",\n";
  }
  return text + "\n]}\n";
}

}  // namespace softmax::grader
