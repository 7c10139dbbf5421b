#include "app/whole_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>

#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file) {
  throw std::runtime_error(fmt::format("{} cannot be written: {}", printable(file.string()),
                                       std::generic_category().message(errno)));
}

bool written(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t now = ::write(file, text.data(), text.size());
    if (now < 0 && errno == EINTR) { continue; }
    if (now < 0) { return false; }
    text.remove_prefix(static_cast<std::size_t>(now));
  }
  return ::fsync(file) == 0;
}

}  // namespace

void require_place_for(const fs::path& file) {
  std::error_code absent;
  const fs::path folder = fs::absolute(file).parent_path();
  if (!fs::is_directory(folder, absent)) {
    throw std::invalid_argument(quotation(folder.string()) + " is no folder to write into");
  }
  const fs::file_status status = fs::status(file, absent);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    throw std::invalid_argument(quotation(file.string()) + " is something else than a file");
  }
}

void write_whole(const fs::path& file, std::string_view text) {
  const fs::path fresh = file.string() + ".new";
  const int open =
      ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (open < 0) { refuse(fresh); }
  const bool all = written(open, text);
  if (::close(open) != 0 || !all) { refuse(fresh); }
  if (std::rename(fresh.c_str(), file.c_str()) != 0) { refuse(file); }
}

}  // namespace softmax::app
