#include "app/package_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string_view>

#include "app/whole_file.hpp"
#include "engine/quotation.hpp"
#include "grader/package/bundle.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/terminal/output.hpp"

namespace softmax::app {
namespace {

using grader::BundleFormat;
using grader::BundlePlan;

/// A name that `docker pull` takes: it goes into JSON and into a line of a shell.
void require_image_name(const std::string& name) {
  constexpr std::string_view others = "._-/:@";
  const bool plain = std::ranges::all_of(name, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != std::string_view::npos;
  });
  if (!plain || others.find(name[0]) != std::string_view::npos) {
    throw std::invalid_argument(
        fmt::format("--image {}: write a name as in docker pull, such as school/softmax-workbook:1",
                    quotation(name)));
  }
}

BundlePlan plan_of(const PackageCommand& command, const BundleFormat& format) {
  BundlePlan plan{grader::workbook_root(), {}};
  plan.exercises = grader::chosen(grader::exercises(plan.root), command.exercises);
  if (command.image.empty()) { return plan; }
  if (!format.of_image) {
    throw std::invalid_argument(
        fmt::format("--image: there is none in a package for {}", format.name));
  }
  require_image_name(command.image);
  plan.image = command.image;
  return plan;
}

void tell_written(const std::string& file, bool before, std::size_t exercises, std::size_t files,
                  std::size_t bytes) {
  terminal::write_output(
      fmt::format("{} ({}): {} exercise{}, {} files, {:.1f} MB; README.md in it tells what to do\n",
                  printable(file), before ? "replaced" : "new", exercises,
                  exercises == 1 ? "" : "s", files, static_cast<double>(bytes) / 1e6));
}

}  // namespace

ExitCode run(const PackageCommand& command) {
  const BundleFormat& format = grader::bundle_format(command.system);
  const std::string file =
      command.file.empty() ? fmt::format("softmax_{}.zip", format.name) : command.file;
  if (file != "-") { require_place_for(file); }
  const BundlePlan plan = plan_of(command, format);
  const std::vector<grader::PackedFile> files = format.files(plan);
  const std::string bytes = grader::zip_of(files);
  if (file == "-") {
    terminal::write_output(bytes);
    return ExitCode::done;
  }
  const bool before = std::filesystem::exists(file);
  write_whole(file, bytes);
  tell_written(file, before, plan.exercises.size(), files.size(), bytes.size());
  return ExitCode::done;
}

}  // namespace softmax::app
