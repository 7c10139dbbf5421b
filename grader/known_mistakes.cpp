#include "grader/known_mistakes.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "grader/fresh_name.hpp"
#include "grader/misconception.hpp"
#include "grader/stable_hash.hpp"
#include "grader/subject_process.hpp"
#include "grader/wire.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// All that a behaviour depends on. The cases are their requests: what is wanted of them is not
/// asked of a misconception.
std::string cause_of(const fs::path& root, const Toolchain& toolchain, const Exercise& exercise,
                     std::span<const Check> checks, const Misconception& one) {
  std::string cause = toolchain.compiler + toolchain.optimization;
  for (const fs::path& source :
       {one.source, root / "exercises" / exercise.folder / "answer.hpp",
        root / "grader/exercises" / exercise.folder / "subject.cpp", root / "grader/wire.cpp",
        root / "grader/subject/bind.hpp", root / "grader/subject/main.cpp"}) {
    cause += bytes_of(source) + '\0';
  }
  for (const Check& check : checks) {
    for (const Case& one_case : check.cases) {
      cause += framed(encode(Request{one_case.call, one_case.arguments}));
    }
    cause += '\0';
  }
  return cause;
}

/// A stop travels as a response that no subject gives: it has no results and its verdict's number.
std::string text_of(const Behaviour& behaviour) {
  std::string bytes;
  for (const std::vector<Observed>& row : behaviour) {
    std::string body;
    for (const Observed& observed : row) {
      const auto* stop = std::get_if<Stop>(&observed);
      const std::string inner = stop == nullptr
                                    ? "r" + encode(std::get<Response>(observed))
                                    : fmt::format("s{}", static_cast<int>(stop->verdict));
      body += framed(inner);
    }
    bytes += framed(body);
  }
  return bytes;
}

/// Takes the messages of a text, one after the other.
std::vector<std::string> messages(const std::string& bytes) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at + 8 <= bytes.size();) {
    const std::uint64_t length = framed_length(std::string_view(bytes).substr(at));
    found.push_back(bytes.substr(at + 8, length));
    at += 8 + length;
  }
  return found;
}

std::optional<Observed> observed_of(const std::string& inner) {
  if (inner.starts_with('s')) { return Stop{static_cast<Verdict>(std::stoi(inner.substr(1))), ""}; }
  std::optional<Response> response = decode_response(std::string_view(inner).substr(1));
  if (!response) { return std::nullopt; }
  return *std::move(response);
}

std::optional<Behaviour> kept(const fs::path& file) {
  std::error_code absent;
  if (!fs::exists(file, absent)) { return std::nullopt; }
  Behaviour behaviour;
  for (const std::string& body : messages(bytes_of(file))) {
    std::vector<Observed> row;
    for (const std::string& inner : messages(body)) {
      std::optional<Observed> observed = observed_of(inner);
      if (!observed) { return std::nullopt; }
      row.push_back(*std::move(observed));
    }
    behaviour.push_back(std::move(row));
  }
  return behaviour;
}

void keep(const fs::path& file, const Behaviour& behaviour) {
  fs::create_directories(file.parent_path());
  const fs::path next = fresh_name(file);
  std::ofstream(next, std::ios::binary) << text_of(behaviour);
  fs::rename(next, file);
}

Behaviour seen(const fs::path& root, const fs::path& parts, Tier tier, const Toolchain& toolchain,
               const Exercise& exercise, std::span<const Check> checks, const Misconception& one) {
  const WorkFolder folder;
  const Built built =
      Builder(root, parts, tier, toolchain).build(exercise, one.source, folder.path());
  if (!built.program) {
    throw std::runtime_error(one.source.string() + " does not compile:\n" + built.diagnostics);
  }
  SubjectProcess subject(*built.program, {tier, toolchain.sanitizers});
  Behaviour behaviour;
  for (const Check& check : checks) { behaviour.push_back(subject.observe(check)); }
  return behaviour;
}

}  // namespace

std::optional<Mistake> mistake_of(const fs::path& root, const fs::path& parts, Tier tier,
                                  const Toolchain& toolchain, const Exercise& exercise,
                                  std::span<const Check> checks, const Behaviour& behaviour) {
  std::vector<Misconception> candidates;
  std::vector<Behaviour> known;
  for (const Misconception& one : misconceptions(root, exercise.folder)) {
    if (one.task != checks[0].task) { continue; }
    const fs::path file =
        parts / "known" /
        fmt::format("{}-{:016x}", one.name,
                    stable_hash(cause_of(root, toolchain, exercise, checks, one)));
    std::optional<Behaviour> found = kept(file);
    if (!found || found->size() != checks.size()) {
      found = seen(root, parts, tier, toolchain, exercise, checks, one);
      keep(file, *found);
    }
    candidates.push_back(one);
    known.push_back(*std::move(found));
  }
  const int at = diagnosed(checks, behaviour, known);
  if (at < 0) { return std::nullopt; }
  const Misconception& one = candidates[static_cast<std::size_t>(at)];
  return Mistake{one.name, one.sentence, one.thread};
}

}  // namespace softmax::grader
