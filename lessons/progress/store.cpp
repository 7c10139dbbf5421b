#include "lessons/progress/store.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

#include "engine/quotation.hpp"
#include "lessons/progress/durable_file.hpp"
#include "lessons/progress/progress_json.hpp"

namespace softmax::progress {
namespace {

namespace fs = std::filesystem;

/// An absolute path out of the environment: others are invalid there, as if unset.
std::optional<fs::path> directory_named_by(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value != '/') { return std::nullopt; }
  return value;
}

/// What a text holds. Throws: Damaged.
Progress parsed(const std::string& text, const fs::path& file) {
  try {
    return parse_progress(text);
  } catch (const OtherVersion& other) {
    throw std::runtime_error(fmt::format(
        "{} is of version {}, and this workbook reads version 1: update the workbook, or begin "
        "anew with ./workbook reset",
        printable(file.string()), other.what()));
  }
}

/// What the file holds, and its text; of a damaged one, none.
struct Contents {
  Reading reading;
  std::string text;
};

/// The caller holds the lock, or else a file that was mended meanwhile might be set aside.
Contents contents(const fs::path& file) {
  const std::optional<std::string> text = bytes_of(file);
  if (!text) { return {}; }
  try {
    return {{parsed(*text, file), std::nullopt}, *text};
  } catch (const Damaged& damage) {
    const fs::path aside = move_aside(file, "damaged");
    const std::string message =
        fmt::format("{} was damaged ({}): it is now {}, and progress begins anew",
                    printable(file.string()), damage.what(), printable(aside.string()));
    return {{{}, message}, ""};
  }
}

}  // namespace

fs::path path() {
  const fs::path file = "softmax-workbook/progress.json";
  if (const auto state = directory_named_by("XDG_STATE_HOME")) { return *state / file; }
  if (const auto home = directory_named_by("HOME")) { return *home / ".local/state" / file; }
  throw std::runtime_error(
      "there is no place to keep progress in: set HOME or XDG_STATE_HOME to a directory, by its "
      "absolute path");
}

Reading read(const fs::path& path) {
  const fs::path file = followed(path);
  const std::optional<std::string> text = bytes_of(file);
  if (!text) { return {}; }
  try {
    return {parsed(*text, file), std::nullopt};
  } catch (const Damaged&) {
    const FileLock lock(file);
    return contents(file).reading;
  }
}

Reading update(const fs::path& path, const std::function<void(Progress&)>& change) {
  const fs::path file = followed(path);
  make_directories(file.parent_path());
  const FileLock lock(file);
  Contents now = contents(file);
  change(now.reading.progress);
  replace_file(file, progress_json(now.reading.progress, now.text));
  return now.reading;
}

std::optional<fs::path> reset(const fs::path& path) {
  const fs::path file = followed(path);
  if (!is_there(file)) { return std::nullopt; }  // there may be no directory for a lock either
  const FileLock lock(file);
  if (!is_there(file)) { return std::nullopt; }
  return move_aside(file, "backup");
}

}  // namespace softmax::progress
