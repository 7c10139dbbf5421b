#pragma once
/// A file that is replaced as a whole: whoever reads it, and whenever the program or the machine
/// stops, it is the old one or the new one.
///
///     const std::filesystem::path file = followed("/home/ada/progress.json");
///     const FileLock lock(file);  // the other writers wait
///     const std::string text = bytes_of(file).value_or("");
///     replace_file(file, text + "more");
///
/// Every error is a std::runtime_error of one line: what cannot be done, where, why, and how to
/// mend it.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace softmax::progress {

/// A thousand times the progress of all lessons, and a bound on what a wrong file can cost.
constexpr std::size_t largest_file = std::size_t{64} << 20U;

/// An open file; its number is below 0 where there is none.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// One writer at a time, among all processes and threads: the second waits. The lock lies in a file
/// of its own beside the other, FILE.lock, for that one changes its identity whenever it is
/// replaced. It ends with the object, or with the process, however that ends.
class FileLock {
 public:
  /// Throws: std::runtime_error.
  explicit FileLock(const std::filesystem::path& file);

 private:
  Descriptor lock_;
};

/// Computes: the file that a path means, absolute: where it is a symbolic link, what that leads to,
/// whether or not it is there yet. Throws: std::runtime_error for links in a circle.
std::filesystem::path followed(const std::filesystem::path& link);

/// Computes: whether there is anything of that name. Throws: std::runtime_error if nobody may know.
bool is_there(const std::filesystem::path& path);

/// Reads: all bytes of a regular file; nothing if it is not there.
/// Throws: std::runtime_error, also for a directory, and for a file over largest_file.
std::optional<std::string> bytes_of(const std::filesystem::path& file);

/// Does: the directory, and those above it that are missing, with permissions 0700.
/// Throws: std::runtime_error.
void make_directories(const std::filesystem::path& directory);

/// Does: the file holds this text, with permissions 0600. It is written to FILE.new, brought to the
/// disk, and renamed. The caller holds the lock.
/// Throws: std::runtime_error. The file is the old one then, unless what failed was to bring its
/// directory to the disk.
void replace_file(const std::filesystem::path& file, std::string_view text);

/// Does: renames the file to FILE.suffix, or if that is there FILE.suffix-2, -3 and so on.
/// The caller holds the lock. Returns: its new name. Throws: std::runtime_error.
std::filesystem::path move_aside(const std::filesystem::path& file, std::string_view suffix);

}  // namespace softmax::progress
