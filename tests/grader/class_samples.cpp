#include "class_samples.hpp"

namespace softmax::grader {
namespace {

const Setting& setting() {
  static const Setting one{"0.1.0+0123456789abcdef", "g++ -O1",       "g++ 12.2.0", 7, "namespaces",
                           {"files", "network"},     {"03_normalize"}};
  return one;
}

Record record_with(const std::string& submission, Mark mark) {
  const std::string refused = mark.verdict == Verdict::refused ? "it is a link" : "";
  return {setting(), submission, "0123456789abcdef", refused, {std::move(mark)}};
}

}  // namespace

Record sample_record(const std::string& submission, const std::string& words) {
  const CheckMark right{"plain", "The sum is right.", Verdict::pass, 0, 3, {}};
  const CheckMark wrong{"tails",
                        "Tails keep their digits.",
                        Verdict::wrong,
                        2,
                        3,
                        {"inaccurate", "normalize([1])", words, "sum: they add up to 2"}};
  const TaskMark first{"sum", "Add", Verdict::pass, 4, 4, "", {right}, std::nullopt};
  const TaskMark second{
      "divide", "Divide", Verdict::wrong, 1,
      4,        "",       {right, wrong}, Mistake{"odds", "Odds are taken for shares.", "a/b#1"}};
  const TaskMark third{"both", "Both", Verdict::skipped, 0, 2, "divide", {}, std::nullopt};
  return record_with(submission, {"03_normalize",
                                  "dffa3851-1ac7-4041-8b51-f9fa85c25d32",
                                  "Sum and divide",
                                  7,
                                  Verdict::wrong,
                                  5,
                                  10,
                                  "",
                                  {first, second, third}});
}

Record sample_without_tasks(const std::string& submission, Verdict verdict,
                            const std::string& diagnostics) {
  return record_with(submission, {"03_normalize",
                                  "dffa3851-1ac7-4041-8b51-f9fa85c25d32",
                                  "Sum and divide",
                                  7,
                                  verdict,
                                  0,
                                  10,
                                  diagnostics,
                                  {}});
}

std::vector<Record> sample_class() {
  return {sample_record("ada"),
          sample_without_tasks("bob", Verdict::compile_error, "answer.cpp:1:1: error: no\n"),
          sample_without_tasks("cleo", Verdict::missing),
          sample_without_tasks("dan", Verdict::refused),
          sample_without_tasks("eve", Verdict::infrastructure, "no pipe\n")};
}

}  // namespace softmax::grader
