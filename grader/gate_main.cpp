// verify_exercises [--clang] [NN ...]: whether the exercises are as their authors promise.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "grader/gate.hpp"
#include "grader/workbook_root.hpp"

namespace {

using namespace softmax::grader;

int verify(const std::vector<std::string>& words) {
  GateSettings settings;
  if (isatty(STDERR_FILENO) != 0) {
    settings.progress = [](const std::string& line) { fmt::print(stderr, "\r\033[K{}", line); };
  }
  std::vector<std::string> faults;
  const std::vector<Exercise> all = exercises(workbook_root());
  std::vector<Exercise> chosen;
  for (const std::string& word : words) {
    if (word == "--clang") {
      settings.toolchains.push_back({"clang++-19", "-O0"});
      settings.toolchains.push_back({"clang++-19", "-O2"});
    } else {
      chosen.push_back(find(all, word));
    }
  }
  for (const Exercise& exercise : chosen.empty() ? all : chosen) {
    for (const std::string& fault : faults_of(workbook_root(), exercise, settings)) {
      fmt::print("{}\n", fault);
      faults.push_back(fault);
    }
  }
  fmt::print("{} faults\n", faults.size());
  return faults.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  try {
    return verify({words + 1, words + count});
  } catch (const std::exception& error) {
    fmt::print(stderr, "verify_exercises: {}\n", error.what());
    return 3;
  }
}
