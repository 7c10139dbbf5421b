#include "grader/known_mistakes.hpp"

#include <fmt/format.h>

#include <fstream>

#include "grader/bytes_of.hpp"
#include "grader/fresh_name.hpp"
#include "grader/misconception.hpp"
#include "grader/stable_hash.hpp"
#include "grader/subject_process.hpp"
#include "grader/wire.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// All that the behaviours of an exercise's misconceptions depend on, but for their own text. The
/// cases are their requests: what is wanted of them is not asked of a misconception.
std::string common_cause(const fs::path& root, const Toolchain& toolchain, const Exercise& exercise,
                         std::span<const Check> checks) {
  std::string cause = toolchain.compiler + toolchain.optimization +
                      (toolchain.sanitizers ? " with the sanitizers" : "");
  for (const fs::path& source :
       {root / "exercises" / exercise.folder / "answer.hpp",
        root / "grader/exercises" / exercise.folder / "subject.cpp", root / "grader/wire.cpp",
        root / "grader/subject/bind.hpp", root / "grader/subject/main.cpp"}) {
    cause += bytes_of(source) + '\0';
  }
  for (const Check& check : checks) {
    for (const Case& one : check.cases) {
      cause += framed(encode(Request{one.call, one.arguments}));
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

/// Takes the messages of a text, one after the other; nothing if they do not end where it does.
std::optional<std::vector<std::string>> messages(const std::string& bytes) {
  std::vector<std::string> found;
  for (std::string_view rest = bytes; !rest.empty();) {
    const std::uint64_t length = framed_length(rest);
    if (rest.size() < 8 || rest.size() - 8 < length) { return std::nullopt; }
    found.emplace_back(rest.substr(8, length));
    rest.remove_prefix(8 + length);
  }
  return found;
}

std::optional<Stop> stop_of(const std::string& inner) {
  for (int i = 0; i <= static_cast<int>(Verdict::infrastructure); ++i) {
    if (inner == fmt::format("s{}", i)) { return Stop{static_cast<Verdict>(i), ""}; }
  }
  return std::nullopt;
}

std::optional<Observed> observed_of(const std::string& inner) {
  if (const std::optional<Stop> stop = stop_of(inner)) { return *stop; }
  if (!inner.starts_with('r')) { return std::nullopt; }
  std::optional<Response> response = decode_response(std::string_view(inner).substr(1));
  if (!response) { return std::nullopt; }
  return *std::move(response);
}

std::optional<std::vector<Observed>> row_of(const std::string& body) {
  const auto inners = messages(body);
  if (!inners) { return std::nullopt; }
  std::vector<Observed> row;
  for (const std::string& inner : *inners) {
    std::optional<Observed> observed = observed_of(inner);
    if (!observed) { return std::nullopt; }
    row.push_back(*std::move(observed));
  }
  return row;
}

/// What the file holds, if it is whole: a row for each check, none longer than its cases.
std::optional<Behaviour> kept(const fs::path& file, std::span<const Check> checks) {
  if (!fs::exists(file)) { return std::nullopt; }
  const auto bodies = messages(bytes_of(file));
  if (!bodies || bodies->size() != checks.size()) { return std::nullopt; }
  Behaviour behaviour;
  for (std::size_t k = 0; k < checks.size(); ++k) {
    std::optional<std::vector<Observed>> row = row_of((*bodies)[k]);
    if (!row || row->size() > checks[k].cases.size()) { return std::nullopt; }
    behaviour.push_back(*std::move(row));
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
  const std::uint64_t common = stable_hash(common_cause(root, toolchain, exercise, checks));
  for (const Misconception& one : misconceptions(root, exercise.folder)) {
    if (one.task != checks[0].task) { continue; }
    const fs::path file =
        parts / "known" /
        fmt::format("{}-{:016x}", one.name,
                    stable_hash(fmt::format("{:016x}", common) + bytes_of(one.source)));
    std::optional<Behaviour> found = kept(file, checks);
    if (!found) {
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
