#include "grader/judge.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "engine/quotation.hpp"
#include "grader/inputs.hpp"
#include "grader/stage.hpp"
#include "grader/unwritten.hpp"

namespace softmax::grader {
namespace {

constexpr std::size_t listed = 8;

/// Element i as a double, and the format that it is of. Counts are exact up to 2^53.
struct Number {
  double value;
  const Format& format;
  bool unwritten;
};

template <class Element>
Number number_of(Element element) {
  if constexpr (std::is_same_v<Element, float> || std::is_same_v<Element, double>) {
    return {double{element}, sizeof element == sizeof(float) ? binary32() : binary64(),
            is_unwritten(element)};
  } else {
    return {static_cast<double>(element), binary64(), is_unwritten(std::size_t{element})};
  }
}

Number number_at(const Value& value, std::size_t i) {
  return std::visit([i](const auto& row) { return number_of(row[i]); }, value);
}

std::string text(const Value& value, std::size_t i) {
  if (const auto* mask = std::get_if<std::vector<std::uint8_t>>(&value)) {
    return (*mask)[i] != 0 ? "true" : "false";
  }
  const Number number = number_at(value, i);
  return short_digits(number.value, number.format);
}

/// A row of one is shown as a scalar.
std::string text(const Value& value) {
  const std::size_t n = size(value);
  if (n == 1) { return text(value, 0); }
  std::string row;
  for (std::size_t i = 0; i < std::min(n, listed); ++i) {
    row += (i == 0 ? "" : ", ") + text(value, i);
  }
  if (n > listed) { row += fmt::format(", ... {} in all", n); }
  return "[" + row + "]";
}

Finding finding(const Case& one, std::string kind, std::string words) {
  return {std::move(kind), shown(one), std::move(words), ""};
}

/// Of an output: "result 2"; where one number is returned: "the result".
std::string place(const std::vector<Wanted>& row, std::size_t i) {
  return row.size() == 1 ? "the result" : fmt::format("result {}", i);
}

std::string a_number(const std::string& kind) {
  if (kind == "nan" || kind == "inf" || kind == "-inf") { return kind; }
  if (kind == "zero") { return "0"; }
  return fmt::format("a {} number", kind);
}

Finding wrong_number(const Case& one, const std::string& where, const Wanted& wanted,
                     const Number& got) {
  const std::string is = outcome_class(got.value, got.format);
  const std::string should = outcome_class(wanted, got.format);
  std::string words = fmt::format("{}: got {}", where, short_digits(got.value, got.format));
  if (got.unwritten) { return finding(one, "unwritten", where + " was never written"); }
  if (is != should) {
    return finding(one, fmt::format("{} where {} is wanted", is, should),
                   fmt::format("{}, where {} is wanted", words, a_number(should)));
  }
  if (wanted.exact) { return finding(one, "another number", words + ", which is not it"); }
  return finding(
      one, "inaccurate",
      fmt::format("{}, off by {} ulp, where {} are allowed", words,
                  error_in_ulp(wanted, got.value, got.format), allowed_ulp(wanted, got.format)));
}

std::optional<Finding> wrong_row(const Case& one, const std::vector<Wanted>& wanted,
                                 const Value& got) {
  if (size(got) != wanted.size()) {
    return finding(
        one, "another size",
        fmt::format("{} numbers came back, where {} are wanted", size(got), wanted.size()));
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const Number number = number_at(got, i);
    if (number.unwritten || !accepts(wanted[i], number.value, number.format)) {
      return wrong_number(one, place(wanted, i), wanted[i], number);
    }
  }
  return std::nullopt;
}

std::optional<Finding> wrong_ending(const Case& one, const Response& response) {
  if (one.refused) {
    if (response.ending == CallEnding::invalid_argument) {
      return one.untouched && response.wrote_and_threw
                 ? std::optional(finding(one, "wrote and threw",
                                         "it wrote to the results before it refused the call"))
                 : std::nullopt;
    }
    return finding(one, "not refused",
                   response.ending == CallEnding::returned
                       ? "it returned, where std::invalid_argument must be thrown"
                       : "it threw something else than std::invalid_argument");
  }
  if (response.ending == CallEnding::returned) { return std::nullopt; }
  return finding(
      one, "threw",
      fmt::format("it threw {}{}, where a result is wanted",
                  response.ending == CallEnding::invalid_argument ? "std::invalid_argument " : "",
                  quotation(response.what)));
}

std::optional<Finding> wrong(const Case& one, const Response& response) {
  if (response.wrote_outside) {
    return finding(one, "wrote outside", "it wrote before or behind an output");
  }
  if (response.changed_input) { return finding(one, "changed input", "it changed its input"); }
  if (auto found = wrong_ending(one, response)) { return found; }
  if (one.refused) { return std::nullopt; }
  if (response.results.size() != one.results.size()) {
    return finding(one, "another size", "as many results as the contract has did not come back");
  }
  for (std::size_t k = 0; k < one.results.size(); ++k) {
    if (auto found = wrong_row(one, one.results[k], response.results[k])) { return found; }
  }
  return std::nullopt;
}

std::optional<Finding> wrong(const Case& one, const Observed& observed, Verdict& verdict) {
  if (const auto* stop = std::get_if<Stop>(&observed)) {
    verdict = stop->verdict;
    return finding(one, std::string(name(stop->verdict)), stop->words);
  }
  return wrong(one, std::get<Response>(observed));
}

/// The stage at which the numbers of a softmax left its trace; empty of anything else.
std::string stage(const Case& one, const Observed& observed) {
  const auto* response = std::get_if<Response>(&observed);
  // What came back may hold no result at all: nothing of it is trusted.
  if (!one.softmax || response == nullptr || response->results.empty()) { return ""; }
  const auto* shares = std::get_if<std::vector<float>>(&response->results.front());
  const bool whole = shares != nullptr && shares->size() == one.softmax->logits.size();
  return whole ? stage_left(*one.softmax, *shares) : "";
}

/// An output shows only where its size may be what is refused.
std::string shown(const Case& one, const Value& argument) {
  if (!is_output(argument)) { return text(argument); }
  return one.refused ? fmt::format("{} results", size(argument)) : "";
}

}  // namespace

Judged judge(const Check& check, std::span<const Observed> observed) {
  Judged judged;
  for (std::size_t i = 0; i < check.cases.size(); ++i) {
    Verdict verdict = Verdict::wrong;
    const Observed missing = Stop{Verdict::protocol, "no response came"};
    const Observed& seen = i < observed.size() ? observed[i] : missing;
    if (const std::optional<Finding> found = wrong(check.cases[i], seen, verdict)) {
      if (judged.failed.empty()) {
        judged.first = *found;
        judged.first.stage = stage(check.cases[i], seen);
        judged.verdict = verdict;
      }
      judged.failed.push_back(i);
    }
    if (std::holds_alternative<Stop>(seen)) { break; }
  }
  return judged;
}

std::string shown(const Case& one) {
  std::string arguments;
  for (const Value& argument : one.arguments) {
    const std::string words = shown(one, argument);
    if (!words.empty()) { arguments += (arguments.empty() ? "" : ", ") + words; }
  }
  return fmt::format("{}({})", one.call, arguments);
}

}  // namespace softmax::grader
