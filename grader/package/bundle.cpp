#include "grader/package/bundle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax::grader {

std::string exercise_lines(const std::vector<Exercise>& exercises) {
  std::string lines;
  for (const Exercise& exercise : exercises) { lines += exercise.folder + "\n"; }
  return lines;
}

std::vector<PackedFile> gradescope_files(const BundlePlan& plan) {
  std::vector<PackedFile> files = workbook_sources(plan.root);
  for (const char* name : {"setup.sh", "run_autograder", "README.md"}) {
    files.push_back(packed(plan.root, fmt::format("grader/package/gradescope/{}", name), name));
  }
  files.push_back({"exercises.txt", exercise_lines(plan.exercises)});
  return files;
}

std::span<const BundleFormat> bundle_formats() {
  static constexpr std::array<BundleFormat, 2> all = {{
      {"gradescope", gradescope_files, false},
      {"prairielearn", prairielearn_files, true},
  }};
  return all;
}

const BundleFormat& bundle_format(const std::string& name) {
  const auto all = bundle_formats();
  const auto found = std::ranges::find(all, name, &BundleFormat::name);
  if (found != all.end()) { return *found; }
  std::vector<std::string> names;
  for (const BundleFormat& format : all) { names.emplace_back(format.name); }
  throw std::invalid_argument(fmt::format("there is no package for {}{}; there are {}",
                                          quotation(name), did_you_mean(name, names),
                                          joined(names)));
}

}  // namespace softmax::grader
