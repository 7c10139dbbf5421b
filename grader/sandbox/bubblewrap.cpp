#include "grader/sandbox/bubblewrap.hpp"

namespace softmax::grader {
namespace {

using Words = std::vector<std::string>;

constexpr const char* launch_inside = "/.launch";

void add(Words& words, const Words& more) { words.insert(words.end(), more.begin(), more.end()); }

void add_namespaces(Words& words, Layers layers) {
  add(words, {"--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"});
  if (layers.has(Layer::user)) {
    add(words, {"--unshare-user", "--uid", "65534", "--gid", "65534"});
  }
  if (layers.has(Layer::network)) { add(words, {"--unshare-net"}); }
  // As the first process sandbox_launch inherits whatever loses its parent, and no signal from
  // inside reaches it.
  if (layers.has(Layer::processes)) { add(words, {"--unshare-pid", "--as-pid-1"}); }
  add(words, {"--cap-drop", "ALL"});
}

void add_proc(Words& words, Layers layers) {
  // Only in a process namespace of one's own may a new one be mounted.
  if (layers.has(Layer::processes)) {
    add(words, {"--proc", "/proc"});
  } else {
    add(words, {"--ro-bind", "/proc", "/proc"});
  }
}

/// Each mount costs a tenth of a millisecond; a link is there for nothing.
void add_mount(Words& words, const Mount& mount) {
  std::error_code none;
  const std::filesystem::path target = std::filesystem::read_symlink(mount.path, none);
  if (mount.inside.empty() && !none && target.is_relative()) {
    add(words, {"--symlink", target, mount.path});
  } else {
    add(words, {mount.writable ? "--bind" : "--ro-bind", mount.path, mount.seen_as()});
  }
}

void add_files(Words& words, const Command& command, const std::string& launch) {
  if (command.calls != Calls::sealed) {
    add(words, {"--dev-bind", "/dev/null", "/dev/null"});
    add(words, {"--size", std::to_string(command.limits.temporary), "--tmpfs", "/tmp"});
    add_proc(words, command.layers);
  }
  for (const Mount& mount : command.mounts) { add_mount(words, mount); }
  add(words, {"--ro-bind", launch, launch_inside});
  // What lies between the mounts is in memory: nobody fills it.
  add(words, {"--remount-ro", "/"});
}

}  // namespace

std::vector<std::string> bubblewrap_arguments(const Command& command, const std::string& launch) {
  Words words{"bwrap"};
  add_namespaces(words, command.layers);
  if (command.layers.has(Layer::files)) {
    add_files(words, command, launch);
    add(words, {launch_inside});
  } else {
    add(words, {"--dev-bind", "/", "/"});
    add_proc(words, command.layers);
    add(words, {launch});
  }
  return words;
}

}  // namespace softmax::grader
