#include "grader/class/reports.hpp"

#include <catch2/catch_test_macros.hpp>

#include "class_samples.hpp"
#include "grader/class/markup.hpp"
#include "grader/class/statistics.hpp"
#include "grader/class/summary.hpp"

namespace softmax::grader {
namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("markup keeps no character that would end a text or an attribute") {
  CHECK(escaped("<a href='x' b=\"&amp;\">") ==
        "&lt;a href=&#39;x&#39; b=&quot;&amp;amp;&quot;&gt;");
  CHECK(escaped("\u00e9 \u4e2d") == "\u00e9 \u4e2d");
}

TEST_CASE("what XML has no place for is spelled out") {
  CHECK(escaped("a\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd"
                "b") ==
        "aU+FFFEU+FFFF\xef\xbf\xbd"
        "b");
}

TEST_CASE("every format writes every kind of record, and the same bytes each time") {
  const std::vector<Record> records = sample_class();
  for (const ReportFormat& format : report_formats()) {
    for (const Record& record : records) {
      const std::string text = format.write({&record, 1});
      CHECK(has(text, format.of_one ? "" : record.submission));
      CHECK(format.write({&record, 1}) == text);
    }
    if (!format.of_one) { CHECK(has(format.write(records), "cleo")); }
  }
}

TEST_CASE("a class of nobody has a report") {
  for (const ReportFormat& format : report_formats()) {
    if (!format.of_one) { CHECK_FALSE(format.write({}).empty()); }
  }
}

TEST_CASE("a failure of the grader is a zero in no report") {
  const Record record = sample_without_tasks("eve", Verdict::infrastructure, "no pipe\n");
  const Records one(&record, 1);
  CHECK(has(csv_report(one), "\"eve\",infrastructure,,10,,\"\",infrastructure,,\"\"\r\n"));
  CHECK(has(junit_report(one), "errors=\"1\""));
  CHECK_FALSE(has(gradescope_report(one), "\"score\""));
  CHECK(has(prairielearn_report(one), "\"gradable\": false"));
  CHECK_FALSE(has(html_report(one), "0 of 10"));
  CHECK(has(json_report(one), "\"points\":null"));
}

TEST_CASE("a field of a spreadsheet is never a formula") {
  for (const std::string name : {"=1", "+1", "-1", "@a", "\t1", "\r1"}) {
    const Record record = sample_without_tasks(name, Verdict::missing);
    CHECK(has(csv_report({&record, 1}), "\r\n\"'" + name + "\","));
  }
  const Record quoted = sample_without_tasks("a\",\"b", Verdict::missing);
  CHECK(has(csv_report({&quoted, 1}), "\r\n\"a\"\",\"\"b\",missing"));
}

TEST_CASE("a class is counted by exercise, by task and by misconception") {
  std::vector<Record> records = sample_class();
  records.push_back(sample_record("finn"));
  const std::vector<ExerciseCount> counts = counted(records);
  REQUIRE(counts.size() == 1);
  const ExerciseCount& exercise = counts[0];
  CHECK(exercise.handed_in == 3);  // the missing, the refused and the ungraded are not
  CHECK(exercise.passed == 0);
  CHECK(mean_points(exercise) == "3.3");
  REQUIRE(exercise.tasks.size() == 3);
  CHECK(exercise.tasks[0].passed == 2);
  CHECK(exercise.tasks[1].tried == 2);
  CHECK(exercise.tasks[2].tried == 0);
  REQUIRE(exercise.mistakes.size() == 1);
  CHECK(exercise.mistakes[0].submissions == std::vector<std::string>{"ada", "finn"});
}

TEST_CASE("the commonest misconceptions come first") {
  std::vector<Record> records = {sample_record("a"), sample_record("b"), sample_record("c")};
  records[0].exercises[0].tasks[1].mistake->name = "rare";
  CHECK(has(summary(records, {}), "odds (2), rare (1)\n"));
}

TEST_CASE("a format that is not there is refused with the nearest") {
  CHECK_THROWS_AS(report_format("xml"), std::invalid_argument);
  CHECK(report_format("csv").write == csv_report);
}

}  // namespace
}  // namespace softmax::grader
