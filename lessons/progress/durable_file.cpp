#include "lessons/progress/durable_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>

#include "engine/quotation.hpp"

namespace softmax::progress {
namespace {

namespace fs = std::filesystem;

std::string remedy_of(int error, const fs::path& path) {
  const std::string directory = printable(path.parent_path().string());
  switch (error) {
    case EACCES:
    case EPERM:
      return fmt::format("make {} and what is in it yours to read and write", directory);
    case EROFS:
      return "set XDG_STATE_HOME to a directory that can be written to";
    case ENOSPC:
    case EDQUOT:
      return "make room on its disk";
    case EFBIG:
      return "raise the limit on the size of files (ulimit -f)";
    case EEXIST:
    case EISDIR:
    case ENOTDIR:
      return "move away what lies in its place";
    default:
      return "mend that, or set XDG_STATE_HOME to another directory";
  }
}

[[noreturn]] void refuse(std::string_view what, const fs::path& path, int error) {
  throw std::runtime_error(fmt::format("cannot {} {}: {}; {}", what, printable(path.string()),
                                       std::generic_category().message(error),
                                       remedy_of(error, path)));
}

/// A call of the system, again if a signal came between.
template <class Call>
auto uninterrupted(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) { result = call(); }
  return result;
}

/// Opens, or throws what could not be done.
int opened(std::string_view what, const fs::path& path, int flags) {
  constexpr mode_t mine = 0600;
  const int number = uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, mine); });
  if (number < 0) { refuse(what, path, errno); }
  return number;
}

/// A name is on the disk once the directory that holds it is.
void sync_directory(const fs::path& directory) {
  const Descriptor open(opened("open", directory, O_RDONLY | O_DIRECTORY));
  const int result = uninterrupted([&] { return ::fsync(open.number()); });
  // Some file systems of networks keep no directory back, and say that the question is invalid.
  if (result != 0 && errno != EINVAL) { refuse("write to the disk", directory, errno); }
}

void require_readable_kind(const Descriptor& open, const fs::path& file) {
  struct stat status{};
  if (::fstat(open.number(), &status) != 0) { refuse("read", file, errno); }
  if (S_ISDIR(status.st_mode)) { refuse("read", file, EISDIR); }
  const std::string name = printable(file.string());
  if (!S_ISREG(status.st_mode)) {
    throw std::runtime_error(
        fmt::format("cannot read {}: it is no regular file; move it away", name));
  }
  if (static_cast<std::size_t>(status.st_size) > largest_file) {
    throw std::runtime_error(
        fmt::format("cannot read {}: it has {} MiB, and at most {} are read; "
                    "move it away",
                    name, status.st_size >> 20, largest_file >> 20U));
  }
}

/// The file FILE.new, until it is renamed: an unfinished one goes when the writing fails.
class NewFile {
 public:
  explicit NewFile(const fs::path& file) : file_(file), path_(file.string() + ".new") {
    ::unlink(path_.c_str());  // what a writer left that was killed; open() tells what is wrong
  }
  ~NewFile() {
    if (!placed_) { ::unlink(path_.c_str()); }
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  NewFile(NewFile&&) = delete;
  NewFile& operator=(NewFile&&) = delete;

  void write(std::string_view text) {
    const Descriptor open(opened("write", path_, O_WRONLY | O_CREAT | O_EXCL));
    while (!text.empty()) {
      const ssize_t written =
          uninterrupted([&] { return ::write(open.number(), text.data(), text.size()); });
      if (written < 0) { refuse("write", path_, errno); }
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (uninterrupted([&] { return ::fsync(open.number()); }) != 0) {
      refuse("write", path_, errno);
    }
  }

  void put_in_place() {
    if (std::rename(path_.c_str(), file_.c_str()) != 0) { refuse("write", file_, errno); }
    placed_ = true;
    sync_directory(file_.parent_path());
  }

 private:
  const fs::path& file_;
  fs::path path_;
  bool placed_ = false;
};

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) { ::close(number_); }
}

FileLock::FileLock(const fs::path& file)
    // Opened for writing: file systems of networks lock nothing else for one alone.
    : lock_(opened("lock", file.string() + ".lock", O_RDWR | O_CREAT)) {
  if (uninterrupted([&] { return ::flock(lock_.number(), LOCK_EX); }) != 0) {
    refuse("lock", file.string() + ".lock", errno);
  }
}

fs::path followed(const fs::path& link) {
  constexpr int most_links = 40;  // as many as the system itself follows
  std::error_code error;
  fs::path path = fs::absolute(link);
  for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
    if (links == most_links) { refuse("follow", path, ELOOP); }
    // A target that is not absolute begins where the link lies.
    path = path.parent_path() / fs::read_symlink(path);
  }
  return path;
}

bool is_there(const fs::path& path) {
  struct stat status{};
  if (::lstat(path.c_str(), &status) == 0) { return true; }
  if (errno != ENOENT) { refuse("look at", path, errno); }
  return false;
}

std::optional<std::string> bytes_of(const fs::path& file) {
  // Without waiting: a pipe in place of the file would have no end.
  const int number =
      uninterrupted([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); });
  if (number < 0 && errno == ENOENT) { return std::nullopt; }
  if (number < 0) { refuse("read", file, errno); }
  const Descriptor open(number);
  require_readable_kind(open, file);
  std::string bytes;
  std::array<char, 65'536> chunk{};
  for (;;) {
    const ssize_t got =
        uninterrupted([&] { return ::read(open.number(), chunk.data(), chunk.size()); });
    if (got < 0) { refuse("read", file, errno); }
    if (got == 0) { return bytes; }
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
}

void make_directories(const fs::path& directory) {
  constexpr mode_t mine = 0700;  // as the XDG specification wants it
  std::error_code none;
  if (fs::is_directory(directory, none)) { return; }
  if (directory.has_relative_path()) { make_directories(directory.parent_path()); }
  if (::mkdir(directory.c_str(), mine) != 0) {
    const int error = errno;
    if (fs::is_directory(directory, none)) { return; }  // another session was quicker
    refuse("make the directory", directory, error);
  }
  sync_directory(directory.parent_path());
}

void replace_file(const fs::path& file, std::string_view text) {
  if (text.size() > largest_file) {
    throw std::runtime_error(fmt::format("cannot write {}: it would have over {} MiB",
                                         printable(file.string()), largest_file >> 20U));
  }
  NewFile fresh(file);
  fresh.write(text);
  fresh.put_in_place();
}

fs::path move_aside(const fs::path& file, std::string_view suffix) {
  const std::string first = fmt::format("{}.{}", file.string(), suffix);
  fs::path name = first;
  for (int number = 2; is_there(name); ++number) { name = fmt::format("{}-{}", first, number); }
  if (std::rename(file.c_str(), name.c_str()) != 0) { refuse("move", file, errno); }
  sync_directory(file.parent_path());
  return name;
}

}  // namespace softmax::progress
