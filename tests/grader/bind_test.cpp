// What the harness does with a function of a contract: its memory, its guards, its results.

#include "grader/subject/bind.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <span>
#include <stdexcept>

#include "grader/inputs.hpp"

namespace answer {
namespace {

struct Running {
  float max;
  float normalizer;
};

void twice(std::span<const float> row, std::span<float> result) {
  for (std::size_t i = 0; i < row.size(); ++i) { result[i] = 2 * row[i]; }
}
void nothing(std::span<float> floats, std::span<double> doubles, std::span<std::size_t> counts) {
  static_cast<void>(floats);
  static_cast<void>(doubles);
  static_cast<void>(counts);
}
void one_behind(std::span<double> result) { result.data()[result.size()] = 0; }
void one_before(std::span<std::size_t> result) { result.data()[-1] = 7; }
void far_behind(std::span<float> result) { result.data()[result.size() + 15] = 0; }
void own_input(std::span<const float> row) { const_cast<float&>(row[1]) = 5; }
void own_mask(std::span<const bool> mask) { const_cast<bool&>(mask[0]) = false; }
std::size_t trues(std::span<const bool> mask, bool counted) {
  std::size_t n = 0;
  for (const bool flag : mask) { n += flag == counted ? 1 : 0; }
  return n;
}
bool is_larger(double a, float b) { return a > double{b}; }
Running push(Running state, float logit) {
  return {std::fmax(state.max, logit), state.normalizer + 1};
}
std::size_t fill(std::span<std::size_t> kept, std::size_t k) {
  for (std::size_t& one : kept) { one = k; }
  return kept.size();
}
void writes_and_throws(std::span<float> row, std::size_t at) {
  if (at < row.size()) { row[at] = 0; }
  throw 1;
}
float refuses(std::span<const float> row) {
  if (row.empty()) { throw std::invalid_argument("empty"); }
  return row[0];
}

}  // namespace
}  // namespace answer

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

template <auto function>
Response called(const std::vector<Value>& arguments) {
  const Binding binding = bind<function>("its name");
  CHECK(binding.name == "its name");
  return binding.call(arguments);
}

bool clean(const Response& response) {
  return response.ending == CallEnding::returned && !response.wrote_outside &&
         !response.changed_input;
}

}  // namespace

TEST_CASE("outputs come back before what is returned") {
  const Response plain = called<&answer::twice>({Floats{1, 2.5F}, output(2)});
  CHECK(clean(plain));
  CHECK(plain.results == std::vector<Value>{Floats{2, 5}});
  const Response both = called<&answer::fill>({output_of_counts(3), count(9)});
  CHECK(clean(both));
  CHECK(both.results == std::vector<Value>{std::vector<std::uint64_t>{9, 9, 9}, count(3)});
}

TEST_CASE("an output begins as what was never written, of its own size and type") {
  const Response response =
      called<&answer::nothing>({Floats{1, 2, 3}, output_of_doubles(2), output_of_counts(1)});
  CHECK(clean(response));
  REQUIRE(response.results.size() == 3);
  for (std::size_t k = 0; k < 3; ++k) {
    CHECK(size(response.results[k]) == 3 - k);
    CHECK(is_output(response.results[k]));
  }
  CHECK(clean(called<&answer::twice>({Floats{}, output(0)})));
}

TEST_CASE("writing before or behind an output is seen, in every type") {
  CHECK(called<&answer::one_behind>({output_of_doubles(2)}).wrote_outside);
  CHECK(called<&answer::one_before>({output_of_counts(2)}).wrote_outside);
  CHECK(called<&answer::far_behind>({output(2)}).wrote_outside);
  CHECK(called<&answer::far_behind>({output(0)}).wrote_outside);
  CHECK_FALSE(called<&answer::one_behind>({output_of_doubles(2)}).changed_input);
}

TEST_CASE("an input that was changed is seen, and the same bits again are no change") {
  CHECK(called<&answer::own_input>({Floats{1, 2}}).changed_input);
  CHECK_FALSE(called<&answer::own_input>({Floats{1, 5}}).changed_input);
  CHECK(called<&answer::own_mask>({flags({true, true})}).changed_input);
  CHECK_FALSE(called<&answer::own_mask>({flags({true, true})}).wrote_outside);
}

TEST_CASE("masks, truths, counts and doubles arrive and return as what they are") {
  CHECK(called<&answer::trues>({flags({true, false, true}), flags({true})}).results ==
        std::vector<Value>{count(2)});
  CHECK(called<&answer::trues>({flags({true, false, true}), flags({false})}).results ==
        std::vector<Value>{count(1)});
  const double just_above = 1 + 0x1p-52;
  CHECK(called<&answer::is_larger>({scalar(just_above), scalar(1.0F)}).results ==
        std::vector<Value>{flags({true})});
  CHECK(called<&answer::is_larger>({scalar(1.0), scalar(1.0F)}).results ==
        std::vector<Value>{flags({false})});
}

TEST_CASE("a struct of floats is a row of them") {
  CHECK(called<&answer::push>({Floats{-INFINITY, 0}, scalar(2.0F)}).results ==
        std::vector<Value>{Floats{2, 1}});
}

TEST_CASE("what the function throws ends its call, and is told") {
  const Response refused = called<&answer::refuses>({Floats{}});
  CHECK(refused.ending == CallEnding::invalid_argument);
  CHECK(refused.what == "empty");
  CHECK(refused.results.empty());
  CHECK_FALSE(refused.wrote_and_threw);
  CHECK(called<&answer::refuses>({Floats{4}}).results == std::vector<Value>{scalar(4.0F)});
}

TEST_CASE("an output that was written to before the function threw is told") {
  CHECK(called<&answer::writes_and_throws>({output(3), count(0)}).wrote_and_threw);
  CHECK(called<&answer::writes_and_throws>({output(3), count(2)}).wrote_and_threw);
  CHECK_FALSE(called<&answer::writes_and_throws>({output(3), count(3)}).wrote_and_threw);
  CHECK(called<&answer::writes_and_throws>({output(3), count(3)}).ending == CallEnding::exception);
}

TEST_CASE("a request that does not fit the contract is refused, not read beyond its end") {
  CHECK_THROWS(called<&answer::refuses>({}));
  CHECK_THROWS(called<&answer::refuses>({count(1)}));
  CHECK_THROWS(called<&answer::is_larger>({std::vector<double>{}, scalar(1.0F)}));
}

}  // namespace softmax::grader
