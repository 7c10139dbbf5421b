#include "tests/attacks/trial.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "grader/examination.hpp"
#include "grader/process.hpp"
#include "grader/sandbox/tree.hpp"
#include "grader/work_folder.hpp"
#include "grader/workbook_root.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder_of_exercise = "03_normalize";

const std::vector<Check>& checks() {
  static const std::vector<Check> all = checks_of(folder_of_exercise, 1);
  return all;
}

/// Wakes what has stopped itself, so that no test waits for ever.
class Alarm {
 public:
  Alarm() : thread_([this] { run(); }) {}
  Alarm(const Alarm&) = delete;
  Alarm(Alarm&&) = delete;
  Alarm& operator=(Alarm&&) = delete;
  Alarm& operator=(const Alarm&) = delete;
  ~Alarm() {
    over_ = true;
    thread_.join();
  }

 private:
  void run() const {
    constexpr int longer_than_any_limit = 200;
    for (int i = 1; !over_; ++i) {
      ::poll(nullptr, 0, 10);
      if (i % longer_than_any_limit != 0) { continue; }
      for (const pid_t process : descendants(::getpid())) { ::kill(process, SIGCONT); }
    }
  }
  std::atomic<bool> over_ = false;
  std::thread thread_;
};

/// Only where no clock ends what waits.
struct MaybeAlarm {
  explicit MaybeAlarm(Layers layers) {
    if (!layers.has(Layer::wall)) { alarm.emplace(); }
  }
  std::optional<Alarm> alarm;
};

/// What is common to all of them is made once: headers, and the archive with main.
const fs::path& one_process_parts() {
  static const WorkFolder folder;
  static const bool made = [] {
    const fs::path source = workbook_root() / "tests/attacks/one_process";
    const fs::path& to = folder.path();
    fs::copy_file(source / "headers.hpp", to / "headers.hpp");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"g++", "-std=c++20", "-O1", "-xc++-header", "headers.hpp"},
          {"g++", "-std=c++20", "-O1", "-c", (source / "main.cpp").string(), "-o", "main.o"},
          {"ar", "rc", "libmain.a", "main.o"}}) {
      const Finished done = run(words, to);
      if (done.code != 0) { throw std::runtime_error(done.output); }
    }
    return true;
  }();
  static_cast<void>(made);
  return folder.path();
}

fs::path built_in_one_process(const fs::path& handed_in, const fs::path& folder) {
  const fs::path& parts = one_process_parts();
  const fs::path root = workbook_root();
  const char* linker = fs::exists("/usr/bin/mold") ? "-fuse-ld=mold" : "-fuse-ld=bfd";
  const Finished done =
      run({"g++", "-std=c++20", "-O1", "-w", "-I" + parts.string(),
           "-I" + (root / "exercises/03_normalize").string(),
           fmt::format("-DHANDED_IN=\"{}\"", handed_in.string()), "-include", "headers.hpp",
           (root / "tests/attacks/one_process/checks.cpp").string(), "-L" + parts.string(),
           "-lmain", "-static", linker, "-o", "program"},
          folder);
  if (done.code != 0) { throw std::runtime_error(done.output); }
  return folder / "program";
}

std::string all_from(int descriptor) {
  std::string all;
  std::array<char, 4096> chunk{};
  ssize_t got = 0;
  while ((got = ::read(descriptor, chunk.data(), chunk.size())) > 0) {
    all.append(chunk.data(), static_cast<std::size_t>(got));
  }
  return all;
}

}  // namespace

Verdict Trial::verdict() const {
  const auto failed =
      std::ranges::find_if(checks, [](Verdict verdict) { return verdict != Verdict::pass; });
  return failed == checks.end() ? Verdict::pass : *failed;
}

Built built(const Field& field, const fs::path& handed_in, Tier tier, const Allowance& allowance,
            const fs::path& folder) {
  const Exercise exercise = read_exercise(field.root(), folder_of_exercise);
  return Builder(field.root(), field.parts(), tier, {}, allowance)
      .build(exercise, handed_in, folder);
}

Trial tried(const fs::path& program, Tier tier, const Allowance& allowance) {
  const MaybeAlarm alarm(allowance.layers);
  Trial trial;
  SubjectProcess subject(program, {tier, false, allowance});
  for (const Check& check : checks()) {
    const std::vector<Observed> observed = subject.observe(check);
    trial.checks.push_back(judge(check, observed).verdict);
    if (std::holds_alternative<Stop>(observed.back())) { trial.said += subject.said(); }
  }
  if (const std::optional<Stop> stop = subject.finish()) { trial.checks.back() = stop->verdict; }
  trial.said += subject.said();
  return trial;
}

Trial tried_in_one_process(const Field& field, const fs::path& handed_in) {
  const WorkFolder folder;
  Command command;
  command.arguments = {built_in_one_process(handed_in, folder.path())};
  // As it is elsewhere: with the environment of the one who marks.
  command.environment = {"SOFTMAX_SECRET=softmax-secret"};
  command.directory = field.secret();
  Child child = start(command, Tier::bare);
  child.close_requests();
  Trial trial;
  trial.said = all_from(child.responses());
  const Ending& ending = child.wait();
  trial.said += ending.said;
  const bool signalled = ending.how == Ending::How::signalled;
  const bool good = ending.how == Ending::How::exited && ending.code == 0;
  trial.checks = {good ? Verdict::pass : Verdict::wrong};
  if (signalled) { trial.checks = {Verdict::crash}; }
  return trial;
}

Neighbour::Neighbour(const Field& field, Tier tier) : tier_(tier) {
  const fs::path folder = field.neighbour() / std::to_string(static_cast<int>(tier));
  fs::create_directories(folder);
  const fs::path solution = field.root() / "solutions/03_normalize/answer.cpp";
  const Built one = built(field, solution, tier, {}, folder);
  if (!one.program) { throw std::runtime_error("the solution does not compile"); }
  program_ = *one.program;
}

bool Neighbour::passes() const { return tried(program_, tier_, {}).verdict() == Verdict::pass; }

bool succeeded(const Attack& attack, const Trial& trial, Field& field) {
  const std::string& success = attack.success;
  const auto says = [&](const std::string& words) {
    return trial.said.find(words) != std::string::npos;
  };
  if (success == "passed") { return says("passed\n") || trial.verdict() == Verdict::pass; }
  if (success == "no report") {
    return trial.verdict() == Verdict::crash && !says("passed") && !says("failed");
  }
  if (success == "verdict pass") { return trial.verdict() == Verdict::pass; }
  if (success == "a process") { return field.processes_left(); }
  if (success == "victim ended") { return field.victim_ended(); }
  if (success.starts_with("said ")) { return says(success.substr(5)); }
  if (success.starts_with("left ")) {
    std::error_code absent;
    const auto size = fs::file_size(field.filled_in(success.substr(5)), absent);
    return !absent && size > 0;
  }
  throw std::invalid_argument(success + " is no success");
}

}  // namespace softmax::grader
