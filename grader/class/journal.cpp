#include "grader/class/journal.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

#include "engine/quotation.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

std::string text_of(int file) {
  std::string text;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) { continue; }
    if (got <= 0) { return text; }
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// The name of a new file is on the disk once its folder is.
void sync_folder(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open.number() >= 0) { ::fsync(open.number()); }
}

/// What differs between two settings, in words.
std::string difference(const Setting& kept, const Setting& now) {
  if (kept.seed != now.seed) { return fmt::format("of seed {}, not {}", kept.seed, now.seed); }
  if (kept.grader != now.grader) {
    return fmt::format("of version {}, not {}", quotation(kept.grader), now.grader);
  }
  if (kept.compiler != now.compiler || kept.compiler_version != now.compiler_version) {
    return fmt::format("of the compiler {}, not {}", quotation(kept.compiler_version),
                       now.compiler_version);
  }
  if (kept.exercises != now.exercises) { return "of other exercises"; }
  return fmt::format("of the tier {}, or of other layers", quotation(kept.tier));
}

}  // namespace

Journal::Journal(fs::path file, const Setting& setting)
    : file_(std::move(file)),
      open_(::open(file_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666)) {
  if (open_.number() < 0) { refuse("cannot be opened"); }
  if (::flock(open_.number(), LOCK_EX | LOCK_NB) != 0) {
    refuse("is being written by another run");
  }
  const std::string text = text_of(open_.number());
  const std::size_t whole = text.rfind('\n') + 1;  // 0 where no line is whole
  read(text.substr(0, whole), setting);
  // What follows the last whole line was being written when the program was killed.
  if (whole < text.size() && ::ftruncate(open_.number(), static_cast<off_t>(whole)) != 0) {
    refuse("cannot be mended");
  }
  if (whole == 0) {
    write(head_of(setting));
    sync_folder(file_);
  }
}

void Journal::read(const std::string& text, const Setting& setting) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    take(text.substr(at, end - at), ++number, setting);
    at = end + 1;
  }
}

void Journal::take(const std::string& line, std::size_t number, const Setting& setting) {
  try {
    if (number == 1 || is_head(line)) {
      const Setting kept = setting_of(line);
      if (kept == setting) { return; }
      throw std::invalid_argument(fmt::format("it is {}", difference(kept, setting)));
    }
    Entry entry = entry_of(line);
    if (entry.record.setting != setting) {
      throw std::invalid_argument("its record is of another setting");
    }
    const std::string name = entry.record.submission;
    records_.insert_or_assign(name, std::move(entry.record));
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(fmt::format("the journal {}, line {}: {}; take another file",
                                            printable(file_.string()), number, error.what()));
  }
}

const Record* Journal::find(const std::string& submission, const std::string& digest) const {
  const auto found = records_.find(submission);
  return found != records_.end() && found->second.digest == digest ? &found->second : nullptr;
}

void Journal::append(const Entry& entry) {
  const std::string line = json_of(entry);
  const std::lock_guard lock(writing_);
  write(line);
}

void Journal::write(const std::string& line) {
  const std::string bytes = line + "\n";
  for (std::string_view left = bytes; !left.empty();) {
    const ssize_t now = ::write(open_.number(), left.data(), left.size());
    if (now < 0 && errno == EINTR) { continue; }
    if (now < 0) { refuse("cannot be written"); }
    left.remove_prefix(static_cast<std::size_t>(now));
  }
  if (::fsync(open_.number()) != 0) { refuse("cannot be brought to the disk"); }
}

void Journal::refuse(const char* what) const {
  throw std::runtime_error(fmt::format("the journal {} {}: {}", printable(file_.string()), what,
                                       std::generic_category().message(errno)));
}

}  // namespace softmax::grader
