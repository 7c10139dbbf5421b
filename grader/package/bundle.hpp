#pragma once
/// All that another system needs to grade answers as this workbook does: its sources, which are
/// built there, and the scripts that start them, which lie in the folders beside this.
///
///     zip_of(bundle_format("gradescope").files({workbook_root(), exercises}))

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grader/exercise.hpp"
#include "grader/package/zip.hpp"

namespace softmax::grader {

struct BundlePlan {
  std::filesystem::path root;         ///< of the workbook
  std::vector<Exercise> exercises;    ///< those to grade; the sources are of all
  std::string image = default_image;  ///< PrairieLearn: the name of the image

  static constexpr const char* default_image = "softmax-workbook";
};

/// Reads: what the workbook is built and graded with, as files below softmax_workbook/; nothing
/// that is hidden, or that git ignores: no answers, no builds.
/// Throws: std::runtime_error where a file cannot be read, or is a link.
std::vector<PackedFile> workbook_sources(const std::filesystem::path& root);

/// Reads: a file of the workbook. Throws: std::runtime_error.
PackedFile packed(const std::filesystem::path& root, const std::string& file,
                  const std::string& path_in_archive);

/// Computes: the names of the folders of the exercises, a line each: exercises.txt, which the
/// scripts read.
std::string exercise_lines(const std::vector<Exercise>& exercises);

/// The archive that Gradescope builds an autograder from.
std::vector<PackedFile> gradescope_files(const BundlePlan& plan);

/// A question for each exercise, and what the image is built from that grades them.
std::vector<PackedFile> prairielearn_files(const BundlePlan& plan);

struct BundleFormat {
  std::string_view name;
  std::vector<PackedFile> (*files)(const BundlePlan&);
  bool of_image;  ///< it names an image
};

/// Computes: all of them.
std::span<const BundleFormat> bundle_formats();

/// Computes: the format of that name. Throws: std::invalid_argument, with the nearest name.
const BundleFormat& bundle_format(const std::string& name);

}  // namespace softmax::grader
