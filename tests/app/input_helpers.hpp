#pragma once
/// What the tests of the input readers share.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "app/input/row.hpp"
#include "engine/format.hpp"
#include "engine/given.hpp"

namespace softmax::app {

/// The text of the InputError that the call throws.
template <typename Call>
std::string error_of(const Call& call) {
  try {
    call();
  } catch (const InputError& error) { return error.what(); }
  FAIL("no InputError was thrown");
  return "";
}

inline std::vector<double> in_binary64(const std::vector<Given>& logits) {
  static const Format binary64 = parse_format("binary64");
  std::vector<double> values;
  for (const Given& logit : logits) { values.push_back(logit.held_in(binary64)); }
  return values;
}

inline std::vector<std::string> texts(const std::vector<Given>& logits) {
  std::vector<std::string> all;
  for (const Given& logit : logits) { all.push_back(logit.text()); }
  return all;
}

}  // namespace softmax::app
