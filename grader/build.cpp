#include "grader/build.hpp"

#include <stdexcept>

#include "grader/bytes_of.hpp"
#include "grader/compiler_words.hpp"
#include "grader/sandbox/child.hpp"
#include "grader/stop_words.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

void add(std::vector<std::string>& words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
}

/// Two paths of one file or folder: where it lies, and where the compiler sees it.
Mount seen_as(const fs::path& path, const std::string& inside, bool apart, bool writable = false) {
  return {path.string(), apart ? inside : "", writable};
}

Limits compile_limits(const Toolchain& toolchain, const Allowance& allowance) {
  Limits limits;
  limits.cpu = allowance.compile_seconds * (toolchain.sanitizers ? 2 : 1);
  limits.wall = 60;
  limits.memory = allowance.compile_memory;
  limits.file_size = 64 * mebibyte;
  limits.open_files = 64;
  limits.output = mebibyte;
  return limits;
}

/// What an outcome other than the compiler's own exit means.
std::string stopped_by(const Ending& ending, double cpu_seconds) {
  if (ending.how == Ending::How::infrastructure) { throw std::runtime_error(ending.why); }
  return ending.how == Ending::How::exited ? "" : stop_words(ending, cpu_seconds);
}

}  // namespace

Builder::Builder(fs::path root, const fs::path& parts, Tier tier, const Toolchain& toolchain,
                 Allowance allowance)
    : root_(std::move(root)),
      harness_(root_, parts, toolchain),
      tier_(tier),
      toolchain_(toolchain),
      allowance_(allowance) {}

Command Builder::command(const Exercise& exercise, const fs::path& box) const {
  const bool apart = tier_ == Tier::namespaces && allowance_.layers.has(Layer::files);
  const Mount parts = seen_as(harness_.folder(), "/parts", apart);
  const Mount work = seen_as(box, "/box", apart, true);
  const std::string& inside = parts.seen_as();
  Command command;
  command.arguments = toolchain_.command();
  // The first error is what a learner is told, and after it nothing more is looked at.
  add(command.arguments,
      {"-Wall", "-Wextra", "-fdiagnostics-color=never", "-Wfatal-errors",
       "-I" + inside + "/" + harness_.contract(exercise), "-include",
       inside + "/" + harness_.headers(bytes_of(box / "answer.cpp")), "-o", "subject"});
  add(command.arguments, harness_.link_line(exercise, inside, "answer.cpp"));
  command.environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"};
  command.directory = work.seen_as();
  command.mounts = system_mounts();
  command.mounts.insert(command.mounts.end(), {parts, work});
  command.calls = Calls::builds;
  command.limits = compile_limits(toolchain_, allowance_);
  command.layers = allowance_.layers;
  return command;
}

Built Builder::build(const Exercise& exercise, const fs::path& answer,
                     const fs::path& folder) const {
  const fs::path box = folder / "box";
  fs::create_directory(box);
  fs::permissions(box, fs::perms::owner_all);
  fs::copy_file(answer, box / "answer.cpp");
  const Command compile = command(exercise, box);
  Child child = start(compile, tier_);
  const Ending& ending = child.wait();
  // A mark holds these words: they must not tell of this machine, nor of the tier.
  const std::string said =
      without_places(ending.said, {box, harness_.folder(), root_, "/box", "/parts"});
  Built built{std::nullopt, said, stopped_by(ending, compile.limits.cpu)};
  if (ending.how != Ending::How::exited || ending.code != 0) { return built; }
  // The compiler's folder was writable to what it compiled: what is taken out is one plain file.
  const fs::path made = box / "subject";
  if (fs::symlink_status(made).type() != fs::file_type::regular) {
    built.stopped = "left no program";
    return built;
  }
  built.program = folder / "subject";
  fs::rename(made, *built.program);
  fs::permissions(*built.program, fs::perms::owner_all | fs::perms::group_exec |
                                      fs::perms::others_exec | fs::perms::others_read);
  return built;
}

}  // namespace softmax::grader
