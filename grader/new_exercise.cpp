#include "grader/new_exercise.hpp"

#include <fmt/format.h>

#include <fstream>
#include <random>
#include <stdexcept>

#include "engine/quotation.hpp"
#include "grader/exercise.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

struct File {
  std::string path;  ///< {} is the folder
  std::string text;  ///< @F@ is the folder, @N@ its number, @T@ its topic, @U@ a new UUID
};

// NOLINTNEXTLINE(readability-function-size): it is a table of texts
const std::vector<File>& templates() {
  static const std::vector<File> all = {
      {"exercises/{}/answer.hpp", R"(#pragma once
/// Exercise @N@: what it is about, in a line.
///
///     @T@(2.0F);    // 4

namespace answer {

/// Computes: twice x.
/// Domain: every float.
/// Error: none: a product by 2 is exact, or overflows.
float @T@(float x);

}  // namespace answer
)"},
      {"solutions/{}/answer.cpp", R"(#include "answer.hpp"

namespace answer {

// The reason why it is done so.
float @T@(float x) { return x + x; }

}  // namespace answer
)"},
      {"exercises/{}/answer.cpp",
       R"(// Your answer to exercise @N@. What each function must do is said in answer.hpp.
// To check it: ./workbook check @N@

#include "answer.hpp"

namespace answer {

float @T@(float x) {
  // TODO: so far this is 0, whatever x is.
  static_cast<void>(x);
  return 0.0F;
}

}  // namespace answer
)"},
      {"exercises/{}/exercise.toml", R"(id = "@U@"
title = "@T@"
lesson = "normalize"
minutes = 10

[[task]]
id = "@T@"
title = "What is to be written"
points = 10
needs = []
hints = ["A nudge.", "The idea.", "Nearly the line of code."]
)"},
      {"exercises/{}/README.md", R"(# Exercise @N@: @T@

What to write, why it matters, and an example computed by hand.

    ./workbook check @N@
)"},
      {"grader/exercises/{}/subject.cpp", R"(#include "exercises/@F@/answer.hpp"

#include "grader/subject/bind.hpp"

std::vector<softmax::grader::Binding> softmax::grader::bindings() {
  return {bind<&answer::@T@>("@T@")};
}
)"},
      {"grader/exercises/{}/checks.cpp", R"(// What must hold of exercise @N@.
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {

std::vector<Check> checks_@F@(Seed seed) {
  Chance chance(seed, "@T@");
  std::vector<Case> cases;
  for (int i = 0; i < 10; ++i) {
    const float x = chance.between(-10, 10);
    cases.push_back({"@T@", {scalar(x)}, {{exactly(2 * double{x})}}});
  }
  return {{"plain", "@T@", "What must hold, in a sentence.", cases}};
}

}  // namespace softmax::grader
)"},
      {"grader/misconceptions/{}/squared.cpp", R"(// task: @T@
// It squares. That agrees at 0 and at 2, and nowhere else.
#include "answer.hpp"

namespace answer {

float @T@(float x) { return x * x; }

}  // namespace answer
)"},
      {"grader/variants/{}/product.cpp", R"(// A product in the place of a sum.
#include "answer.hpp"

namespace answer {

float @T@(float x) { return 2 * x; }

}  // namespace answer
)"}};
  return all;
}

/// A version 4 UUID (RFC 9562).
std::string new_uuid() {
  std::random_device source;
  const auto word = [&] { return static_cast<std::uint32_t>(source()); };
  const std::uint32_t a = word();
  const std::uint32_t b = word();
  const std::uint32_t c = word();
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:08x}{:04x}", a, b >> 16U, b & 0xfffU,
                     0x8000U | (c & 0x3fffU), word(), c >> 16U);
}

std::string filled(std::string text, const std::string& mark, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += with.size()) {
    text.replace(at, mark.size(), with);
  }
  return text;
}

}  // namespace

std::vector<std::string> make_exercise(const fs::path& root, const std::string& folder) {
  if (!is_exercise_folder(folder)) {
    throw std::invalid_argument(quotation(folder) + " must be two digits, _ and a topic: 18_topic");
  }
  std::vector<std::string> made;
  for (const File& file : templates()) {
    made.push_back(fmt::format(fmt::runtime(file.path), folder));
    const fs::path path = root / made.back();
    if (fs::exists(path.parent_path())) {
      throw std::invalid_argument(path.parent_path().string() + " is there already");
    }
  }
  const std::string id = new_uuid();
  for (std::size_t i = 0; i < made.size(); ++i) {
    fs::create_directories((root / made[i]).parent_path());
    std::string text = filled(templates()[i].text, "@F@", folder);
    text = filled(filled(text, "@N@", folder.substr(0, 2)), "@T@", folder.substr(3));
    std::ofstream(root / made[i]) << filled(text, "@U@", id);
  }
  return made;
}

}  // namespace softmax::grader
