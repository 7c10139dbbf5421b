#include "grader/class/submissions.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "engine/quotation.hpp"
#include "grader/class/archive.hpp"
#include "grader/class/refused.hpp"
#include "grader/sandbox/descriptor.hpp"
#include "grader/stable_hash.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

constexpr const char* answer_file = "answer.cpp";

bool is_archive(const fs::path& path) {
  constexpr std::array<std::string_view, 14> ends = {
      ".zip",    ".tar", ".tar.gz",  ".tgz",      ".tar.bz2", ".tbz",   ".tbz2",
      ".tar.xz", ".txz", ".tar.zst", ".tar.lzma", ".tar.lz4", ".tar.Z", ".tzst"};
  const std::string name = path.filename().string();
  return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

/// Like answers/, or a folder that holds one.
bool is_submission(const fs::path& folder, const std::vector<Exercise>& all) {
  std::error_code absent;
  if (fs::exists(fs::symlink_status(folder / "answers", absent))) { return true; }
  return std::ranges::any_of(all, [&](const Exercise& exercise) {
    std::error_code none;
    return fs::exists(fs::symlink_status(folder / exercise.folder, none));
  });
}

Submission named(const fs::path& path, std::string exercise = "") {
  return {printable(path.filename().string()), path, std::move(exercise)};
}

/// What lies in a folder of submissions. Links are kept: they are refused, and not lost.
void add_class(const fs::path& folder, Found& found) {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const fs::file_status status = entry.symlink_status();
    const fs::path& path = entry.path();
    if (path.filename().string().starts_with('.')) { continue; }
    if (fs::is_directory(status) || fs::is_symlink(status) || is_archive(path)) {
      found.submissions.push_back(named(path));
    } else {
      found.passed_over.push_back(printable(path.filename().string()));
    }
  }
}

void add(const std::string& word, const std::vector<Exercise>& all,
         const std::vector<Exercise>& chosen, Found& found) {
  std::error_code absent;
  const fs::path path = fs::canonical(word, absent);
  if (absent) {
    throw std::invalid_argument(quotation(word) +
                                " is not there (what is graded are folders and archives; exercises "
                                "are chosen by --exercise, one each)");
  }
  if (fs::is_directory(path)) {
    if (is_submission(path, all)) {
      found.submissions.push_back(named(path));
    } else {
      add_class(path, found);
    }
  } else if (path.extension() == ".cpp") {
    if (chosen.size() != 1) {
      throw std::invalid_argument(
          fmt::format("{} answers which exercise? add --exercise NN", quotation(word)));
    }
    found.submissions.push_back(named(path, chosen[0].folder));
  } else {
    found.submissions.push_back(named(path));
  }
}

void require_different_names(const std::vector<Submission>& sorted) {
  const auto twice = std::ranges::adjacent_find(sorted, {}, &Submission::name);
  if (twice == sorted.end()) { return; }
  throw std::invalid_argument(fmt::format("two submissions are called {}: {} and {}",
                                          quotation(twice->name), printable(twice->path.string()),
                                          printable((twice + 1)->path.string())));
}

std::string reason(int error) { return std::generic_category().message(error); }

/// Opens what lies in a folder (or, with AT_FDCWD, anywhere), but no link; below 0 where nothing of
/// that name is there. `what` names it in a refusal.
int opened(int folder, const fs::path& name, int flags, const std::string& what) {
  const int number =
      ::openat(folder, name.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_RDONLY);
  if (number >= 0 || errno == ENOENT) { return number; }
  if (errno == ELOOP) { throw Refused(what + " is a link"); }
  if (errno == ENOTDIR) { throw Refused(what + " is a link, or no folder"); }
  if (errno == ENXIO) { throw Refused(what + " is no regular file"); }
  throw std::runtime_error(fmt::format("{} cannot be read: {}", what, reason(errno)));
}

void require_regular(int file, const std::string& what) {
  struct stat status{};
  if (::fstat(file, &status) != 0) {
    throw std::runtime_error(fmt::format("{} cannot be read: {}", what, reason(errno)));
  }
  if (!S_ISREG(status.st_mode)) { throw Refused(what + " is no regular file"); }
}

std::string text_of(int file, const std::string& what) {
  require_regular(file, what);
  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) { continue; }
    if (got < 0) {
      throw std::runtime_error(fmt::format("{} cannot be read: {}", what, reason(errno)));
    }
    if (got == 0) { return text; }
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > largest_answer) {
      throw Refused(fmt::format("{} has more than {} KiB", what, largest_answer >> 10U));
    }
  }
}

std::map<std::string, std::string> answers_below(int folder, const std::set<std::string>& names) {
  const Descriptor inner(opened(folder, "answers", O_DIRECTORY, "answers"));
  if (inner.number() >= 0) { folder = inner.number(); }
  std::map<std::string, std::string> answers;
  for (const std::string& name : names) {
    const Descriptor topic(opened(folder, name, O_DIRECTORY, name));
    if (topic.number() < 0) { continue; }
    const std::string what = fmt::format("{}/{}", name, answer_file);
    const Descriptor answer(opened(topic.number(), answer_file, 0, what));
    if (answer.number() >= 0) { answers[name] = text_of(answer.number(), what); }
  }
  return answers;
}

std::map<std::string, std::string> answers_of(const Submission& submission,
                                              const std::set<std::string>& names) {
  const Descriptor file(opened(AT_FDCWD, submission.path, 0, "it"));
  if (file.number() < 0) { throw std::runtime_error("it is gone"); }
  struct stat status{};
  if (::fstat(file.number(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return answers_below(file.number(), names);
  }
  if (!submission.exercise.empty()) {
    return {{submission.exercise, text_of(file.number(), answer_file)}};
  }
  require_regular(file.number(), "it");
  return answers_in(file.number(), names);
}

}  // namespace

Found find_submissions(const std::vector<std::string>& paths, const std::vector<Exercise>& all,
                       const std::vector<Exercise>& chosen) {
  Found found;
  for (const std::string& path : paths) { add(path, all, chosen, found); }
  if (found.submissions.empty()) {
    throw std::invalid_argument("nothing was handed in: no folder like answers/, no archive");
  }
  std::ranges::sort(found.submissions, {}, &Submission::name);
  std::ranges::sort(found.passed_over);
  require_different_names(found.submissions);
  return found;
}

HandedIn open_submission(const Submission& submission, const std::set<std::string>& names) {
  try {
    return {answers_of(submission, names), ""};
  } catch (const Refused& refused) { return {{}, refused.what()}; }
}

std::string digest(const HandedIn& handed_in) {
  std::string all = handed_in.refused;
  for (const auto& [name, text] : handed_in.answers) {
    all += fmt::format("\n{} {}\n{}", name, text.size(), text);
  }
  return fmt::format("{:016x}", stable_hash(all));
}

}  // namespace softmax::grader
