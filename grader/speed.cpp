#include "grader/speed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <stdexcept>

#include "grader/examination.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"
#include "grader/subject_process.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t turns = 9;

fs::path built(const Marking& marking, const Exercise& exercise, const fs::path& answer,
               const fs::path& folder) {
  const Builder builder(marking.root, marking.parts, marking.tier, marking.toolchain,
                        marking.allowance);
  const Built made = builder.build(exercise, answer, folder);
  if (!made.program) { throw std::runtime_error(answer.string() + " does not compile"); }
  return *made.program;
}

/// Of an answer of our own: built once for a whole class.
fs::path ours(const Marking& marking, const Exercise& exercise, const fs::path& answer) {
  static std::mutex building;
  static std::map<std::pair<fs::path, Tier>, std::pair<WorkFolder, fs::path>> all;
  const std::scoped_lock lock(building);
  const auto one = all.try_emplace({answer, marking.tier}).first;
  auto& [folder, program] = one->second;
  if (program.empty()) { program = built(marking, exercise, answer, folder.path()); }
  return program;
}

using Shares = std::vector<float>;

/// A program that is called again and again, and the least time that a call took.
class Runner {
 public:
  Runner(const Marking& marking, fs::path program)
      : subject_(std::move(program), {marking.tier, false, marking.allowance}) {}

  /// Returns: the shares that came back, if they did.
  std::optional<Shares> run(const Check& check) {
    const double start = subject_.cpu();
    const std::vector<Observed> observed = subject_.observe(check);
    least_ = std::min(least_, subject_.cpu() - start);
    const auto* response = std::get_if<Response>(&observed.back());
    if (response == nullptr || response->results.empty()) { return std::nullopt; }
    const auto* shares = std::get_if<Shares>(&response->results.front());
    return shares == nullptr ? std::nullopt : std::optional(*shares);
  }
  [[nodiscard]] double least() const { return least_; }
  void forget() { least_ = std::numeric_limits<double>::infinity(); }

 private:
  SubjectProcess subject_;
  double least_ = std::numeric_limits<double>::infinity();
};

/// The first case of the race's check, its logits drawn by chance.
Check timed(const Exercise& exercise, Seed seed) {
  for (const Check& one : checks_of(exercise.folder, seed)) {
    if (one.id != exercise.race->check) { continue; }
    Check check{one.id, one.task, one.sentence, {one.cases.front()}};
    auto& row = std::get<std::vector<float>>(check.cases[0].arguments.at(0));
    row = Chance(seed, "race").row(row.size(), -12, 4);
    return check;
  }
  throw std::runtime_error(exercise.folder + " has no check '" + exercise.race->check + "'");
}

/// The same numbers in another order: no answer has seen this row.
const std::vector<float>& turned(Case& one) {
  auto& row = std::get<std::vector<float>>(one.arguments.at(0));
  std::ranges::rotate(row, row.begin() + 1);
  return row;
}

/// Whether both did the work. Each right share is off by t p at most (reference.hpp), so that two
/// are apart by 2 t p, which is below 3 t of the larger one, as t < 1/3; and by some steps of the
/// subnormal numbers.
bool same(const Shares& a, const Shares& b, const std::vector<float>& logits) {
  if (a.size() != logits.size() || b.size() != logits.size()) { return false; }
  const std::vector<double> t = softmax_tolerances(logits);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const auto larger = double{std::max(a[i], b[i])};
    if (!(std::abs(double{a[i]} - double{b[i]}) <= 3 * t[i] * larger + 0x1p-145)) { return false; }
  }
  return true;
}

}  // namespace

std::string speed_text(const Speed& speed) {
  return fmt::format("{:.2f} times as quick as the plain answer: {} of {} points (measured)",
                     speed.ratio, speed.points, speed.most);
}

int steps_reached(std::span<const double> steps, double ratio) {
  return static_cast<int>(
      std::ranges::count_if(steps, [&](double step) { return ratio >= guard * step; }));
}

std::optional<Speed> speed_of(const Marking& marking, const Exercise& exercise,
                              const fs::path& answer) {
  if (!exercise.race) { return std::nullopt; }
  const Race& race = *exercise.race;
  Marking racing = marking;
  racing.toolchain.sanitizers = false;
  racing.toolchain.optimization = "-O3";  // loops over several numbers at once, where they allow it
  const fs::path variants = marking.root / "grader/variants" / exercise.folder;
  const fs::path skeleton = marking.root / "exercises" / exercise.folder / "answer.cpp";
  const WorkFolder folder;
  Runner plain(racing, ours(racing, exercise, variants / (race.plain + ".cpp")));
  Runner nothing(racing, ours(racing, exercise, skeleton));
  Runner mine(racing, built(racing, exercise, answer, folder.path()));
  Check check = timed(exercise, marking.seed);
  for (std::size_t i = 0; i <= turns; ++i) {
    if (i == 1) {  // the first turn started the processes
      for (Runner* each : {&plain, &nothing, &mine}) { each->forget(); }
    }
    const std::vector<float>& logits = turned(check.cases[0]);
    const std::optional<Shares> right = plain.run(check);
    nothing.run(check);
    const std::optional<Shares> got = mine.run(check);
    if (!right || !got || !same(*got, *right, logits)) { return std::nullopt; }
  }
  // An answer as quick as one that does nothing would be infinitely quick: the clock's own error.
  const double on_its_way = nothing.least();
  const double least = std::max(mine.least() - on_its_way, (plain.least() - on_its_way) / 100);
  const double ratio = (plain.least() - on_its_way) / least;
  return Speed{exercise.folder, race.title, ratio, steps_reached(race.ratios, ratio),
               static_cast<int>(race.ratios.size())};
}

}  // namespace softmax::grader
