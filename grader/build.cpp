#include "grader/build.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "grader/fresh_name.hpp"
#include "grader/process.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// Newer than its source, and whole: parts are put in place by a rename.
bool is_fresh(const fs::path& made, const fs::path& source) {
  std::error_code absent;
  const auto time = fs::last_write_time(made, absent);
  return !absent && time > fs::last_write_time(source);
}

void add(std::vector<std::string>& words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
}

bool have_mold() {
  static const bool found = fs::exists("/usr/bin/mold");
  return found;
}

}  // namespace

Builder::Builder(fs::path root, fs::path parts, Toolchain toolchain)
    : root_(std::move(root)), parts_(std::move(parts)), toolchain_(std::move(toolchain)) {
  parts_ /= fmt::format("{}{}{}", toolchain_.compiler, toolchain_.optimization,
                        toolchain_.sanitizers ? "-sanitizers" : "");
  fs::create_directories(parts_);
}

std::vector<std::string> Builder::flags() const {
  std::vector<std::string> words = {toolchain_.compiler, "-std=c++20", toolchain_.optimization,
                                    "-ffp-contract=off", "-I" + root_.string()};
  if (toolchain_.sanitizers) {
    add(words, {"-g1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"});
  }
  return words;
}

/// Makes an object of the workbook's own, unless it is newer than its source.
fs::path Builder::part(const fs::path& source, const std::string& name) const {
  const fs::path made = parts_ / name;
  if (is_fresh(made, source)) { return made; }
  const fs::path next = fresh_name(made);
  std::vector<std::string> words = flags();
  const bool header = source.extension() == ".hpp";
  add(words, {header ? "-xc++-header" : "-c", source.string(), "-o", next.string()});
  const Finished done = run(words, parts_);
  if (done.code != 0) {
    throw std::runtime_error(
        fmt::format("{} could not be compiled:\n{}", source.string(), done.output));
  }
  fs::rename(next, made);
  return made;
}

/// The name that -include takes: the compiled header lies beside it.
fs::path Builder::headers() const {
  const fs::path source = root_ / "grader/subject/answer_headers.hpp";
  const bool clang = toolchain_.compiler.starts_with("clang");
  const fs::path compiled =
      part(source, clang ? "answer_headers.hpp.pch" : "answer_headers.hpp.gch");
  const fs::path plain = compiled.parent_path() / "answer_headers.hpp";
  if (!fs::exists(plain)) {
    const fs::path next = fresh_name(plain);
    fs::copy_file(source, next);
    fs::rename(next, plain);
  }
  return plain;
}

Built Builder::build(const Exercise& exercise, const fs::path& answer,
                     const fs::path& folder) const {
  const fs::path program = folder / "subject";
  fs::copy_file(answer, folder / "answer.cpp", fs::copy_options::overwrite_existing);
  std::vector<std::string> words = flags();
  add(words,
      {"-Wall", "-Wextra", "-fdiagnostics-color=never",
       "-I" + (root_ / "exercises" / exercise.folder).string(), "-include", headers().string(),
       "answer.cpp",
       part(root_ / "grader/exercises" / exercise.folder / "subject.cpp", exercise.folder + ".o")
           .string(),
       part(root_ / "grader/subject/main.cpp", "main.o").string(),
       part(root_ / "grader/wire.cpp", "wire.o").string(), "-o", program.string()});
  if (have_mold()) { words.emplace_back("-fuse-ld=mold"); }
  const Finished done = run(words, folder);
  Built built{std::nullopt, done.output};
  if (done.code == 0) { built.program = program; }
  return built;
}

}  // namespace softmax::grader
