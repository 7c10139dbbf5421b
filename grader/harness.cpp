#include "grader/harness.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "grader/fresh_name.hpp"
#include "grader/process.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// What a static program begins and ends with. The first of them has no part in the linking
/// beforehand: it marks where the tables for exceptions begin.
constexpr std::array start_files = {"crtbeginT.o", "crtend.o", "crtn.o"};

/// Functions that answers often call, and the harness itself does not.
constexpr std::array often_called = {
    "exp",   "expf",  "expm1",     "expm1f",     "exp2",
    "exp2f", "log",   "logf",      "log1p",      "log1pf",
    "log2",  "log2f", "pow",       "powf",       "sqrt",
    "sqrtf", "fma",   "fmaf",      "ldexp",      "ldexpf",
    "fmax",  "fmaxf", "nextafter", "nextafterf", "_ZSt20__throw_length_errorPKc"};

const std::vector<std::string> libraries = {
    "-Wl,--start-group", "-lstdc++", "-lm", "-lgcc", "-lgcc_eh", "-lc", "-Wl,--end-group"};

/// The linker that reads the libraries of a static program in the least time, or the system's own.
std::string quick_linker() {
  const std::string gold = "/usr/bin/ld.gold";
  return fs::exists(gold) ? gold : "/usr/bin/ld";
}

/// A time that no package can set back, as it can that of the last writing.
fs::file_time_type last_change(const fs::path& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) { return fs::file_time_type::max(); }
  const std::chrono::sys_time<std::chrono::nanoseconds> time{
      std::chrono::seconds(status.st_ctim.tv_sec) +
      std::chrono::nanoseconds(status.st_ctim.tv_nsec)};
  return std::chrono::time_point_cast<fs::file_time_type::duration>(
      std::chrono::file_clock::from_sys(time));
}

void append(std::vector<std::string>& words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
}

/// Does: what the command says, in the folder. Returns: what it said.
std::string done(const std::vector<std::string>& words, const fs::path& folder,
                 const std::string& what) {
  const Finished finished = run(words, folder);
  if (finished.code != 0) {
    throw std::runtime_error(fmt::format("{} could not be made:\n{}", what, finished.output));
  }
  return finished.output;
}

/// Does: lets an answer define what a library has, as it may where the library is searched: of the
/// object only the harness insists on its own names, and on what it wants of the answer.
void give_way(const fs::path& object) {
  done({"objcopy", "--strip-unneeded", "--wildcard", "--weaken-symbol=!_ZN6answer*",
        "--weaken-symbol=!_ZN7softmax*", "--weaken-symbol=!main", "--weaken-symbol=!_start",
        "--weaken-symbol=*", object.string()},
       object.parent_path(), object.filename().string());
}

/// The compiler's own way to the linker takes longer than linking: a program in between, and a list
/// of folders that are all read through.
std::string link_specs(const std::vector<fs::path>& folders) {
  std::string words = quick_linker() + " -static -s -o %{o*:%*}";
  for (const fs::path& folder : folders) { words += " -L" + folder.string(); }
  return fmt::format("*link_command:\n%{{!fsyntax-only:%{{!c:%{{!S:%{{!E:{} %o}}}}}}}}\n", words);
}

/// An answer that uses strings, or a header that is made of them.
bool uses_strings(std::string_view answer) {
  constexpr std::array<std::string_view, 5> words = {"string", "stream", "sto", "literals",
                                                     "locale"};
  return std::ranges::any_of(
      words, [&](std::string_view word) { return answer.find(word) != std::string_view::npos; });
}

}  // namespace

Harness::Harness(fs::path root, const fs::path& parts, Toolchain toolchain)
    : root_(std::move(root)),
      folder_(parts / fmt::format("{}{}{}", toolchain.compiler, toolchain.optimization,
                                  toolchain.sanitizers ? "-sanitizers" : "")),
      toolchain_(std::move(toolchain)) {
  fs::create_directories(folder_);
}

/// Newer than all that it may have been made from, the compiler too, and whole: parts are put in
/// place by a rename.
bool Harness::is_fresh(const fs::path& made, const std::vector<fs::path>& sources) const {
  std::error_code absent;
  const auto time = fs::last_write_time(made, absent);
  return !absent && time > last_change(toolchain_.command().front()) &&
         std::ranges::all_of(
             sources, [&](const fs::path& source) { return time > fs::last_write_time(source); });
}

/// A part's source, and all else that it may be made of.
std::vector<fs::path> Harness::sources_of(const fs::path& source) const {
  std::vector<fs::path> all = {source};
  for (const char* file :
       {"grader/value.hpp", "grader/wire.hpp", "grader/unwritten.hpp", "grader/subject/bind.hpp",
        "grader/subject/answer_headers.hpp", "grader/subject/whole.ld"}) {
    all.push_back(root_ / file);
  }
  const fs::path contract = root_ / "exercises" / source.parent_path().filename() / "answer.hpp";
  const fs::path how_it_is_made = root_ / "grader/harness.cpp";
  for (const fs::path& more : {contract, how_it_is_made}) {
    if (fs::exists(more)) { all.push_back(more); }
  }
  return all;
}

void Harness::copy(const fs::path& source, const std::string& name) const {
  const fs::path made = folder_ / name;
  if (is_fresh(made, {source})) { return; }
  fs::create_directories(made.parent_path());
  const fs::path next = fresh_name(made);
  fs::copy_file(source, next);
  fs::last_write_time(next, fs::file_time_type::clock::now());
  fs::rename(next, made);
}

/// Makes an object, or a precompiled header, unless it is newer than its sources.
std::string Harness::compile(const fs::path& source, const std::string& name) const {
  const fs::path made = folder_ / name;
  if (is_fresh(made, sources_of(source))) { return name; }
  const fs::path next = fresh_name(made);
  std::vector<std::string> words = toolchain_.command();
  const bool header = source.extension() == ".hpp";
  append(words, {"-I" + root_.string(), header ? "-xc++-header" : "-c", source.string(), "-o",
                 next.string()});
  done(words, folder_, source.string());
  fs::rename(next, made);
  return name;
}

/// What g++ makes of it lies beside the name that -include takes. What clang makes of it names the
/// source, which the sandbox does not show: so clang reads the plain one.
std::string Harness::headers(std::string_view answer) const {
  const fs::path sources = root_ / "grader/subject";
  std::string name = "answer_headers.hpp";
  copy(sources / name, name);
  if (uses_strings(answer)) {
    name = "answer_headers_strings.hpp";
    copy(sources / name, name);
  }
  if (!toolchain_.is_clang()) { static_cast<void>(compile(sources / name, name + ".gch")); }
  return name;
}

std::string Harness::contract(const Exercise& exercise) const {
  copy(root_ / "exercises" / exercise.folder / "answer.hpp", exercise.folder + "/answer.hpp");
  return exercise.folder;
}

std::vector<std::string> Harness::objects(const Exercise& exercise) const {
  return {
      compile(root_ / "grader/exercises" / exercise.folder / "subject.cpp", exercise.folder + ".o"),
      compile(root_ / "grader/subject/main.cpp", "main.o"),
      compile(root_ / "grader/wire.cpp", "wire.o")};
}

/// Where the compiler has a file of the libraries.
std::string Harness::library_file(const std::string& name) const {
  const std::string path =
      done({toolchain_.command().front(), "-print-file-name=" + name}, folder_, name);
  return path.substr(0, path.find('\n'));
}

/// How the compiler is to call the linker: the name of a file that says it.
std::string Harness::specs() const {
  const std::string name = "link.specs";
  if (is_fresh(folder_ / name, sources_of(root_ / "grader/subject/whole.ld"))) { return name; }
  const fs::path next = fresh_name(folder_ / name);
  const auto folder_of = [&](const char* file) {
    return fs::path(library_file(file)).parent_path();
  };
  std::ofstream(next) << link_specs({folder_of("libstdc++.a"), folder_of("libc.a")});
  fs::rename(next, folder_ / name);
  return name;
}

/// One object of the start of a static program, the harness, and what they need of the libraries.
std::string Harness::whole(const Exercise& exercise) const {
  const std::vector<std::string> parts = objects(exercise);
  const std::string name = exercise.folder + ".whole.o";
  std::vector<fs::path> sources;
  sources.reserve(parts.size());
  for (const std::string& part : parts) { sources.push_back(folder_ / part); }
  if (is_fresh(folder_ / name, sources)) { return name; }
  for (const char* file : start_files) { copy(library_file(file), file); }
  const fs::path next = fresh_name(folder_ / name);
  std::vector<std::string> words = {toolchain_.command().front(),
                                    "-r",
                                    "-nostdlib",
                                    "-static",
                                    "-Wl,-T," + (root_ / "grader/subject/whole.ld").string(),
                                    "-Wl,--force-group-allocation",
                                    "-o",
                                    next.string(),
                                    library_file("crt1.o"),
                                    library_file("crti.o")};
  append(words, parts);
  for (const char* function : often_called) { words.push_back(fmt::format("-Wl,-u,{}", function)); }
  append(words, libraries);
  done(words, folder_, name);
  give_way(next);
  fs::rename(next, folder_ / name);
  return name;
}

std::vector<std::string> Harness::link_line(const Exercise& exercise, const std::string& folder,
                                            const std::string& answer) const {
  std::vector<std::string> words;
  if (toolchain_.sanitizers || toolchain_.is_clang()) {
    if (fs::exists("/usr/bin/ld.gold")) { words.emplace_back("-fuse-ld=gold"); }
    words.push_back(answer);
    for (const std::string& object : objects(exercise)) {
      words.push_back(fmt::format("{}/{}", folder, object));
    }
    if (!toolchain_.sanitizers) { words.emplace_back("-static"); }
    return words;
  }
  const std::string harness = whole(exercise);
  const auto [begin, end, last] = start_files;
  // Without -nostdlib g++ would put some of the libraries behind the others.
  append(words, {"-nostdlib", "-specs=" + folder + "/" + specs(), folder + "/" + begin,
                 folder + "/" + harness, answer});
  append(words, libraries);
  append(words, {folder + "/" + end, folder + "/" + last});
  return words;
}

}  // namespace softmax::grader
