#include "app/input/file_bytes.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "app/input/message.hpp"
#include "app/input/row.hpp"

namespace softmax::app {
namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
  throw InputError(fmt::format("cannot read {}: {}", source_name(path), reason));
}

std::string reason_of(int error) { return std::generic_category().message(error); }

/// Before it is read: nobody waits for 256 MiB to hear that the file is larger still.
void require_modest_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) { refuse(path, "it is a directory"); }
  if (!std::filesystem::is_regular_file(path, error)) { return; }
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > largest_file) {
    refuse(path, fmt::format("it has {} MiB, and at most {} are read; save the row that you want",
                             size >> 20U, largest_file >> 20U));
  }
}

/// A pipe has no size: it is read until it ends or is too long.
std::string drain(std::FILE* file, const std::string& path) {
  std::string bytes;
  std::array<char, 65'536> chunk{};
  errno = 0;
  while (std::feof(file) == 0 && std::ferror(file) == 0) {
    bytes.append(chunk.data(), std::fread(chunk.data(), 1, chunk.size(), file));
    if (bytes.size() > largest_file) {
      refuse(path, "it goes on after 256 MiB; save one row of it");
    }
  }
  if (std::ferror(file) != 0) { refuse(path, reason_of(errno)); }
  return bytes;
}

struct Close {
  void operator()(std::FILE* file) const {
    static_cast<void>(std::fclose(file));  // NOLINT(cppcoreguidelines-owning-memory): its owner
  }
};

}  // namespace

std::string file_bytes(const std::string& path) {
  if (path == "-") { return drain(stdin, path); }
  require_modest_file(path);
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) { refuse(path, reason_of(errno)); }
  return drain(file.get(), path);
}

}  // namespace softmax::app
