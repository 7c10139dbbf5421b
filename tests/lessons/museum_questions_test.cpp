// The museum's questions: what its rooms ask, and the wrong diagnoses of the quiz.

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "lessons/catalogue.hpp"
#include "lessons/page/judge.hpp"

namespace softmax::lessons {
namespace {

const page::Page& museum_page() {
  static const page::Page made = page_of(find("museum"));
  return made;
}

const page::Question& asked(const std::string& id) {
  for (const page::Question* question : page::questions(museum_page())) {
    if (question->id == "museum/" + id) { return *question; }
  }
  throw std::invalid_argument("no question " + id);
}

/// All that is said of the options, and after any answer.
std::string said_of(const std::string& id) {
  std::string all = asked(id).text + asked(id).why;
  for (const auto& option : std::get<std::vector<page::Option>>(asked(id).answer)) {
    all += option.text + option.why;
  }
  return all;
}

}  // namespace

TEST_CASE("what is asked in the rooms has the answers of the exhibits") {
  CHECK(page::judge(asked("tiny_temperature"), "0.5").right);
  CHECK(page::judge(asked("axis_of_length_one"), "1").right);
  CHECK(page::judge(asked("flt_min"), "0.5").right);
  CHECK(page::judge(asked("masked_key_wins"), "1").right);
  CHECK(page::judge(asked("log_of_both"), "0").right);
  CHECK(page::judge(asked("guard_kept"), "0").right);
  CHECK(page::right_answer(asked("removed_tokens_win")) == "2: mostly the two that were removed");
  CHECK(page::right_answer(asked("loud_or_silent")) == "3: about a third");
  CHECK(said_of("loud_or_silent").find("12 of 35") != std::string::npos);
}

TEST_CASE("the wrong diagnoses are put right by numbers") {
  const auto says = [](const std::string& id, const std::string& text) {
    return said_of(id).find(text) != std::string::npos;
  };
  CHECK(says("log_shares_over_t",
             "From log shares [0.8638, 0.1169, 0.0193], "
             "from logits [0.8638, 0.1169, 0.0193]"));
  CHECK(says("log_shares_over_t", "has the sum 1.618."));
  CHECK(says("idle_lanes_in_the_maximum", "The exponentials are [0, 0, 0]"));
  CHECK(page::right_answer(asked("exp_far_below")) == "1: 4.48e-309 and 0");
  CHECK(says("exp_far_below", "e to 710 is inf."));
  CHECK(says("too_big_for_single", "e to 48 is 7.02e+20, and single precision goes to 3.4e+38."));
  CHECK(says("too_big_for_single", "is 0.9999546, with the maximum subtracted 0.9999546."));
  CHECK(page::right_answer(asked("small_number_added_to_logits")) == "3: inf: as before");
  CHECK(says("small_number_added_to_logits", "200: as it should be"));
  CHECK(says("a_check_that_passes_nan", "It finds 0, "));
  CHECK(page::right_answer(asked("one_unit_called_unstable")) == "1");
}

}  // namespace softmax::lessons
