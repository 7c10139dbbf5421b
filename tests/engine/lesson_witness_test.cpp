// Why the digits can be believed: two libraries come to them, each with a radius of its own, and
// where no number is in both enclosures the workbook says so.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <utility>

#include "engine/report_json.hpp"
#include "engine/report_text.hpp"
#include "engine/witness.hpp"
#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

/// A reference whose witness is one part in 2^100 too large at one element: far more than a ball's
/// radius, and far less than any format shows.
class SlightlyWrong final : public ExactValues {
 public:
  SlightlyWrong(CertifiedRow right, std::size_t wrong) : right_(std::move(right)), wrong_(wrong) {}
  [[nodiscard]] std::size_t size() const override { return right_.size(); }
  [[nodiscard]] Certified certified(std::size_t i) const override { return right_[i]; }
  [[nodiscard]] Witness witness(std::size_t i) const override {
    const Witness right = right_.witness(i);
    return i == wrong_ ? right * (Witness(1.0) + Witness(0x1p-100)) : right;
  }

 private:
  CertifiedRow right_;
  std::size_t wrong_;
};

Trace with_a_slightly_wrong_probability() {
  Trace t = trace(given({"2", "1", "0.1"}), in("binary32"), std::array{Algorithm::shifted});
  CertifiedRow& probabilities = t.runs[0].stages.back().reference;
  probabilities = CertifiedRow(std::make_shared<const SlightlyWrong>(probabilities, 1));
  return t;
}

std::string text(const Trace& t) { return report_text(t, {{}, t.logits.size(), 0, true}); }

bool says(const std::string& page, const char* words) {
  return page.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("two libraries that share no line of arithmetic come to every reference") {
  for (const std::vector<std::string>& logits : {std::vector<std::string>{"2", "1", "0.1"},
                                                 {"1000", "999"},
                                                 {"-140", "-139.5"},
                                                 {"0", "-30", "-inf"},
                                                 {"1e9", "1"},
                                                 {"-inf"}}) {
    for (const char* temperature : {"1", "0.7"}) {
      const Trace t = trace(given(logits), in("binary32", temperature), all_algorithms);
      for (const Run& run : t.runs) {
        for (const StageRow& row : run.stages) {
          for (std::size_t i = 0; i < row.reference.size(); ++i) {
            CAPTURE(name(run.algorithm), name(row.step.stage), i);
            CHECK(two_witnesses(row.reference, i).agree());
          }
        }
      }
      CHECK(says(text(t), " agree: their enclosures overlap."));
    }
  }
}

TEST_CASE("a witness that is wrong by one part in 2^100 is heard, and where it is") {
  const Trace t = with_a_slightly_wrong_probability();
  const std::string page = text(t);
  CHECK(says(page,
             "THE WITNESSES DISAGREE on 1 of 14 values, the first of them shifted: divide, "
             "element 1."));
  CHECK(says(page, "THEY DISAGREE\n"));
  CHECK_FALSE(says(page, "agree: their"));
  CHECK(says(report_json(t, 3, 0, true), R"("witness_agrees": false)"));
}

}  // namespace softmax
