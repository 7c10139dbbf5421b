#include "tests/attacks/field.hpp"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <vector>

#include "grader/mark.hpp"
#include "grader/sandbox/tree.hpp"
#include "grader/workbook_root.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// With its time, so that parts which were made of the original are not made again.
void put_file(const fs::path& from, const fs::path& to) {
  fs::create_directories(to.parent_path());
  fs::copy_file(from, to);
  fs::last_write_time(to, fs::last_write_time(from));
}

void put(const fs::path& from, const fs::path& to) {
  if (!fs::is_directory(from)) {
    put_file(from, to);
    return;
  }
  for (const auto& entry : fs::directory_iterator(from)) {
    put(entry.path(), to / entry.path().filename());
  }
}

void copy_workbook(const fs::path& to) {
  for (const char* name : {"exercises/03_normalize", "solutions/03_normalize",
                           "grader/exercises/03_normalize", "grader/subject", "grader/value.hpp",
                           "grader/wire.hpp", "grader/wire.cpp", "grader/unwritten.hpp"}) {
    put(workbook_root() / name, to / name);
  }
}

void make_closed(const fs::path& folder) {
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
}

fs::path new_folder() {
  std::string name = (fs::temp_directory_path() / "softmax-attacks-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) { fail("mkdtemp"); }
  fs::permissions(name, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
  ::setenv("TMPDIR", name.c_str(), 1);
  return name;
}

/// A name that begins with NUL is of no file, and of one network namespace alone.
Descriptor line_of(const std::string& name) {
  Descriptor line(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (line.number() < 0) { fail("socket"); }
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::ranges::copy(name, std::next(std::begin(address.sun_path)));
  const std::size_t size = offsetof(sockaddr_un, sun_path) + 1 + name.size();
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): how addresses are passed
  const auto* any = reinterpret_cast<const sockaddr*>(&address);
  if (::bind(line.number(), any, static_cast<socklen_t>(size)) != 0) { fail("bind"); }
  if (::listen(line.number(), 16) != 0) { fail("listen"); }
  return line;
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

std::vector<fs::path> places_of(const std::string& name) {
  return {"/tmp/" + name, "/tmp/" + name + ".lock", "/var/tmp/" + name, "/dev/shm/" + name};
}

}  // namespace

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Allowance small_allowance(Layers layers) {
  Allowance small;
  small.check_seconds = 0.2;
  small.hurried_seconds = 0.05;
  small.wait_seconds = 0.5;
  small.memory = 64 * mebibyte;
  small.compile_seconds = 1;
  small.compile_memory = 208 * mebibyte;
  small.layers = layers;
  return small;
}

Field::Field()
    : parts_(parts_for(workbook_root(), Tier::container)),
      folder_(new_folder()),
      name_(folder_.filename().string() + "-left"),
      line_(line_of(name_)) {
  make_closed(root());
  make_closed(secret());
  fs::create_directories(folder_ / "handed_in");
  fs::create_directories(neighbour());
  copy_workbook(root());
  // What an attack leaves behind is this process's child, then.
  ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  start_victim();
}

Field::~Field() {
  ::kill(victim_, SIGKILL);
  ::waitpid(victim_, nullptr, 0);
  clean_up();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

/// It has no rights, for those that it had would guard it from a program that has none.
void Field::start_victim() {
  victim_ = ::fork();
  if (victim_ < 0) { fail("fork"); }
  if (victim_ > 0) {
    ::usleep(50'000);
    return;
  }
  for (int right = 0; ::prctl(PR_CAPBSET_DROP, right, 0, 0, 0) == 0; ++right) {}
  ::setenv("SOFTMAX_SECRET", "softmax-secret", 1);
  ::execlp("sleep", "sleep", "600", nullptr);
  ::_exit(1);
}

bool Field::victim_ended() {
  if (::waitpid(victim_, nullptr, WNOHANG) == 0) { return false; }
  start_victim();
  return true;
}

std::string Field::filled_in(std::string text) const {
  replace_all(text, "@root@", root());
  replace_all(text, "@secret@", secret());
  replace_all(text, "@name@", name_);
  replace_all(text, "@victim@", std::to_string(victim_));
  return text;
}

fs::path Field::handed_in(const fs::path& file) const {
  const fs::path to = folder_ / "handed_in" / file.filename();
  std::ofstream(to) << filled_in(text_of(file));
  return to;
}

bool Field::processes_left() const {
  const std::vector<pid_t> all = descendants(::getpid());
  return std::ranges::any_of(all, [&](pid_t process) { return process != victim_; });
}

std::string Field::left_behind() const {
  std::string left = processes_left() ? "a process" : "";
  for (const fs::path& place : places_of(name_)) {
    if (fs::exists(place)) { left += " " + place.string(); }
  }
  const std::set<std::string> ours = {"workbook", "secret", "handed_in", "neighbour"};
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename();
    if (!ours.contains(name)) { left += " " + name; }
  }
  if (!fs::is_empty(secret())) { left += " a secret"; }
  if (fs::exists(root() / "answers")) { left += " answers"; }
  return left;
}

void Field::clean_up() const {
  for (const pid_t process : descendants(::getpid())) {
    if (process == victim_) { continue; }
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
  }
  std::error_code ignored;
  for (const fs::path& place : places_of(name_)) { fs::remove(place, ignored); }
  fs::remove(secret() / "report", ignored);
}

}  // namespace softmax::grader
