#include "app/exercise/saved.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace softmax::app {

Saved::Saved(const std::filesystem::path& file)
    : name_(file.filename().string()), watch_(inotify_init1(IN_CLOEXEC)) {
  const std::string folder = file.parent_path().empty() ? "." : file.parent_path().string();
  if (watch_ < 0 || inotify_add_watch(watch_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO) < 0) {
    const std::string why = std::strerror(errno);
    if (watch_ >= 0) { close(watch_); }
    throw std::runtime_error(folder + " cannot be watched: " + why +
                             "; ./workbook check does the same once");
  }
}

Saved::~Saved() { close(watch_); }

void Saved::wait() {
  while (!names_the_file()) {}
  while (more_within(20)) { names_the_file(); }
}

bool Saved::names_the_file() {
  alignas(inotify_event) std::array<char, 4096> events{};
  const ssize_t got = read(watch_, events.data(), events.size());
  if (got < 0 && errno != EINTR) { throw std::runtime_error("the folder is no longer watched"); }
  bool named = false;
  for (std::size_t at = 0; got > 0 && at < static_cast<std::size_t>(got);) {
    inotify_event event{};
    std::memcpy(&event, events.data() + at, sizeof event);
    const std::string_view name(events.data() + at + sizeof event, event.len);
    named = named || name.substr(0, name.find('\0')) == name_;
    at += sizeof event + event.len;
  }
  return named;
}

bool Saved::more_within(int milliseconds) const {
  pollfd one{watch_, POLLIN, 0};
  return poll(&one, 1, milliseconds) > 0;
}

}  // namespace softmax::app
