#include "grader/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "grader/compiler_words.hpp"
#include "grader/fresh_name.hpp"
#include "grader/process.hpp"
#include "grader/sandbox/child.hpp"
#include "grader/stop_words.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// Newer than all that it may have been made from, and whole: parts are put in place by a rename.
bool is_fresh(const fs::path& made, const std::vector<fs::path>& sources) {
  std::error_code absent;
  const auto time = fs::last_write_time(made, absent);
  return !absent && std::ranges::all_of(sources, [&](const fs::path& source) {
    return time > fs::last_write_time(source);
  });
}

void add(std::vector<std::string>& words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
}

/// The linker that reads the libraries of a static program in the least time; mold, which is the
/// quickest of all else, takes twice as long for that. Empty: the compiler's own.
std::string quick_linker() {
  for (const char* name : {"gold", "mold"}) {
    if (fs::exists(std::string("/usr/bin/ld.") + name)) { return name; }
  }
  return "";
}

/// A compiler's absolute path: the sandbox searches no PATH.
std::string path_of(const std::string& compiler) {
  for (const char* folder : {"/usr/local/bin/", "/usr/bin/"}) {
    if (fs::exists(folder + compiler)) { return folder + compiler; }
  }
  throw std::runtime_error(compiler + " is not installed");
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

Builder::Builder(fs::path root, fs::path parts, Tier tier, Toolchain toolchain, Allowance allowance)
    : root_(std::move(root)),
      parts_(std::move(parts)),
      tier_(tier),
      toolchain_(std::move(toolchain)),
      allowance_(allowance) {
  parts_ /= fmt::format("{}{}{}", toolchain_.compiler, toolchain_.optimization,
                        toolchain_.sanitizers ? "-sanitizers" : "");
  fs::create_directories(parts_);
}

std::vector<std::string> Builder::flags() const {
  std::vector<std::string> words = {path_of(toolchain_.compiler), "-std=c++20",
                                    toolchain_.optimization, "-ffp-contract=off"};
  if (toolchain_.sanitizers) {
    add(words, {"-g1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"});
  }
  return words;
}

/// A part's source, and every header that it may include.
std::vector<fs::path> Builder::sources_of(const fs::path& source) const {
  std::vector<fs::path> all = {source};
  for (const char* header :
       {"grader/value.hpp", "grader/wire.hpp", "grader/unwritten.hpp", "grader/subject/bind.hpp"}) {
    all.push_back(root_ / header);
  }
  const fs::path contract = root_ / "exercises" / source.parent_path().filename() / "answer.hpp";
  if (fs::exists(contract)) { all.push_back(contract); }
  return all;
}

/// Makes an object of the workbook's own, unless it is newer than its sources.
fs::path Builder::part(const fs::path& source, const std::string& name) const {
  const fs::path made = parts_ / name;
  if (is_fresh(made, sources_of(source))) { return made; }
  const fs::path next = fresh_name(made);
  std::vector<std::string> words = flags();
  const bool header = source.extension() == ".hpp";
  add(words, {"-I" + root_.string(), header ? "-xc++-header" : "-c", source.string(), "-o",
              next.string()});
  const Finished done = run(words, parts_);
  if (done.code != 0) {
    throw std::runtime_error(
        fmt::format("{} could not be compiled:\n{}", source.string(), done.output));
  }
  fs::rename(next, made);
  return made;
}

/// The name that -include takes. What g++ makes of it lies beside it. What clang makes of it names
/// the source, which the sandbox does not show: so clang reads the plain one.
fs::path Builder::headers() const {
  const fs::path source = root_ / "grader/subject/answer_headers.hpp";
  const fs::path plain = parts_ / "answer_headers.hpp";
  if (!is_fresh(plain, {source})) {
    const fs::path next = fresh_name(plain);
    fs::copy_file(source, next);
    fs::rename(next, plain);
  }
  const bool clang = toolchain_.compiler.starts_with("clang");
  if (!clang) { static_cast<void>(part(source, "answer_headers.hpp.gch")); }
  return plain;
}

/// A folder among the parts that holds the contract and nothing else: an answer may include that,
/// and must not see what lies beside it.
fs::path Builder::contract_of(const Exercise& exercise) const {
  const fs::path folder = parts_ / exercise.folder;
  const fs::path source = root_ / "exercises" / exercise.folder / "answer.hpp";
  if (is_fresh(folder / "answer.hpp", {source})) { return folder; }
  fs::create_directories(folder);
  const fs::path next = fresh_name(folder / "answer.hpp");
  fs::copy_file(source, next);
  fs::rename(next, folder / "answer.hpp");
  return folder;
}

/// All that is linked with the answer.
std::vector<std::string> Builder::objects(const Exercise& exercise) const {
  const fs::path subject = root_ / "grader/exercises" / exercise.folder / "subject.cpp";
  return {part(subject, exercise.folder + ".o").filename().string(),
          part(root_ / "grader/subject/main.cpp", "main.o").filename().string(),
          part(root_ / "grader/wire.cpp", "wire.o").filename().string()};
}

Command Builder::command(const Exercise& exercise, const fs::path& box) const {
  const bool apart = tier_ == Tier::namespaces && allowance_.layers.has(Layer::files);
  const Mount parts = seen_as(parts_, "/parts", apart);
  const fs::path contract = contract_of(exercise);
  const Mount work = seen_as(box, "/box", apart, true);
  Command command;
  command.arguments = flags();
  // The first error is what a learner is told, and after it nothing more is looked at.
  add(command.arguments, {"-Wall", "-Wextra", "-fdiagnostics-color=never", "-Wfatal-errors",
                          "-I" + parts.seen_as() + "/" + contract.filename().string(), "-include",
                          parts.seen_as() + "/" + headers().filename().string(), "answer.cpp"});
  for (const std::string& object : objects(exercise)) {
    command.arguments.push_back(parts.seen_as() + "/" + object);
  }
  add(command.arguments, {"-o", "subject"});
  if (!toolchain_.sanitizers) { command.arguments.emplace_back("-static"); }
  static const std::string linker = quick_linker();
  if (!linker.empty()) { command.arguments.push_back("-fuse-ld=" + linker); }
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
  const std::string said = without_places(ending.said, {box, parts_, root_, "/box", "/parts"});
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
