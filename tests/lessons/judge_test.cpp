#include "lessons/page/judge.hpp"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>
#include <vector>

using namespace softmax::page;

namespace {

Question number(std::string value, int digits, std::vector<Slip> slips = {}) {
  return {"lesson/number", "How many?", Number{std::move(value), digits, std::move(slips)}, ""};
}

const Question choice = {"lesson/choice", "Which?",
                         std::vector<Option>{{"the first", false, "No: it is not."},
                                             {"the second", true, "Yes: it is."},
                                             {"the third", false, "No: it never was."}},
                         ""};

/// "right", "wrong: why" or "not understood".
std::string said(const Question& question, std::string_view typed) {
  const Judgement judgement = judge(question, typed);
  if (!judgement.understood) { return "not understood"; }
  if (judgement.right) { return "right"; }
  return judgement.why.empty() ? "wrong" : "wrong: " + judgement.why;
}

/// Checks what is said of each of these.
void check_each(const Question& question, const std::string& wanted,
                std::initializer_list<std::string> typed) {
  for (const std::string& one : typed) {
    CAPTURE(one);
    CHECK(said(question, one) == wanted);
  }
}

}  // namespace

TEST_CASE("A number is right rounded or cut off to the digits asked for, or with more of them") {
  const Question share = number("0.659", 2);
  check_each(share, "right",
             {"0.66", "0.65", "0.659", "0.659001138789", ".66", "6.6e-1", "+0.66", "0.669", "0.649",
              "65.9 %", "66%", "65 %", " 0.66 ", "0.66\r"});
  check_each(share, "wrong",
             {"0.67", "0.64", "-0.66", "0.0659", "6.59", "659", "0", "0.66 %", "1", "0.66901",
              "0.64899", "inf", "-inf", "nan"});
}

TEST_CASE("One unit of the last digit is right, whatever its size, and the next one is wrong") {
  for (int power = -400; power <= 400; power += 50) {
    for (int value = 100; value < 1000; value += 7) {
      const auto at = [&](int units) { return fmt::format("{}e{}", value + units, power); };
      const Question question = number(fmt::format("{}.0e{}", value, power), 3);
      CAPTURE(at(0));
      CHECK(said(question, at(1)) == "right");
      CHECK(said(question, at(-1)) == "right");
      CHECK(said(question, at(2)) == "wrong");
      CHECK(said(question, at(-2)) == "wrong");
    }
  }
}

TEST_CASE("The unit is that of the first digit which is not 0") {
  CHECK(said(number("0.0456", 2), "0.0446") == "right");
  CHECK(said(number("0.0456", 2), "0.0445") == "wrong");
  CHECK(said(number("-45.6", 2), "-44.6") == "right");
  CHECK(said(number("-45.6", 2), "-44.5") == "wrong");
}

TEST_CASE("Where there is nothing to cut off, half a unit is the most") {
  check_each(number("17", 2), "right", {"17", "17.5", "16.5", "1.7e1"});
  check_each(number("17", 2), "wrong", {"18", "16", "16.49", "17.51"});
  check_each(number("0", 2), "right", {"0.000", "-0"});
  check_each(number("0", 2), "wrong", {"1e-300", "0.01"});
  check_each(number("2.0e3", 2), "wrong", {"2051", "1949"});
  CHECK(said(number("0.660", 2), "0.65") == "right");
  CHECK(said(number("0.66", 2), "0.65") == "wrong");
}

TEST_CASE("Values beyond double are judged like others") {
  const Question huge = number("1.97e434", 2);
  check_each(huge, "right", {"1.97007111e434", "19.6e433"});
  check_each(huge, "wrong", {"2.1e434", "1.97e433", "inf"});
  CHECK(said(number("5.08e-435", 2), "5.0e-435") == "right");
  CHECK(said(number("5.08e-435", 2), "0") == "wrong");
}

TEST_CASE("inf, -inf and nan must match, by any of their names") {
  const std::vector<std::vector<const char*>> names = {
      {"inf", "Infinity", "+INF"}, {"-inf", "-Infinity"}, {"nan", "NaN"}, {"0"}, {"1e4000"}};
  for (const auto& wanted : names) {
    for (const auto& typed : names) {
      CAPTURE(wanted, typed);
      for (const char* name : typed) {
        CHECK(said(number(wanted[0], 3), name) == (wanted == typed ? "right" : "wrong"));
      }
    }
  }
}

TEST_CASE("A fraction is its value, if it has one") {
  const Question third = number("0.3333", 3);
  check_each(third, "right", {"1/3", " 1 / 3", "2/6", "-1/-3", "1e400/3e400", "33.3/100"});
  CHECK(said(third, "3/1") == "wrong");
  CHECK(said(number("0", 3), "0/7") == "right");
  check_each(number("0", 3), "not understood",
             {"1/0", "0/0", "inf/2", "1/inf", "nan/1", "1/nan", "1/", "/3", "1/2/3"});
}

TEST_CASE("A whole number may have its commas") {
  check_each(number("1024", 4), "right", {"1024", "1,024", "1024.0", "1,024.0"});
  check_each(number("1000003", 7), "right", {"1,000,003", "1000003"});
}

TEST_CASE("What is no number is not understood, and told what can be typed") {
  const Question share = number("0.659", 2);
  check_each(share, "not understood",
             {"", " ", "x", "0,66", "0.6.6", "--1", "1e", "%", "2 1", "0x1p3", "e", "65.9 %%",
              "1e99999", "1,02", ",024", "1,0245", "\x1b[A", "0.66 or so", "nan nan"});
  CHECK(judge(share, "x").why == "Please type a number to 2 digits, or inf, -inf, nan.");
  CHECK(judge(number("0.5", 1), "x").why == "Please type a number to 1 digit, or inf, -inf, nan.");
  CHECK(judge(number("1024", 4), "x").why == "Please type a whole number.");
  CHECK(judge(number("65504", 2), "x").why ==
        "Please type a number to 2 digits, or inf, -inf, nan.");
  CHECK(said(share, std::string(2000, '1')) == "not understood");
}

TEST_CASE("A slip is known to the same digits, and what is right is no slip") {
  const Question ratio = number("7.389", 3,
                                {{"3", "Of the logits."},
                                 {"2.00", "Their difference."},
                                 {"7.39", "Never said."},
                                 {"nan", "No NaN."}});
  CHECK(said(ratio, "3") == "wrong: Of the logits.");
  CHECK(said(ratio, "2.995") == "wrong: Of the logits.");
  CHECK(said(ratio, "2.005") == "wrong: Their difference.");
  CHECK(said(ratio, "2.02") == "wrong");
  CHECK(said(ratio, "7.39") == "right");
  CHECK(said(ratio, "nan") == "wrong: No NaN.");
}

TEST_CASE("An option is chosen by its number alone, and answered by its own reason") {
  CHECK(said(choice, "1") == "wrong: No: it is not.");
  CHECK(said(choice, "2") == "right");
  CHECK(judge(choice, " 2 ").why == "Yes: it is.");
  check_each(choice, "not understood", {"0", "4", "9", "2.0", "2)", "12", "-1", "the second", ""});
  CHECK(judge(choice, "4").why == "Please type 1 to 3.");
}

TEST_CASE("The right answer in words, and why it is right") {
  CHECK(right_answer(choice) == "2: the second");
  CHECK(why_right(choice) == "Yes: it is.");
  CHECK(right_answer(number("0.659", 2)) == "0.659");
}
