#include "grader/speed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <mutex>
#include <stdexcept>

#include "grader/examination.hpp"
#include "grader/inputs.hpp"
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

/// A program that is called again and again, and the least time that a call took.
class Runner {
 public:
  Runner(const Marking& marking, fs::path program)
      : subject_(std::move(program), {marking.tier, false, marking.allowance}) {}

  /// Returns: whether it came back.
  bool run(const Check& check) {
    const double start = subject_.cpu();
    const std::vector<Observed> observed = subject_.observe(check);
    least_ = std::min(least_, subject_.cpu() - start);
    return std::holds_alternative<Response>(observed.back());
  }
  [[nodiscard]] double least() const { return least_; }
  void forget() { least_ = std::numeric_limits<double>::infinity(); }

 private:
  SubjectProcess subject_;
  double least_ = std::numeric_limits<double>::infinity();
};

/// The first case of the race's check, its logits drawn by chance. Nobody judges what comes.
Check timed(const Exercise& exercise, Seed seed) {
  for (Check& check : checks_of(exercise.folder, seed)) {
    if (check.id != exercise.race->check) { continue; }
    check.cases.resize(1);
    auto& row = std::get<std::vector<float>>(check.cases[0].arguments.at(0));
    row = Chance(seed, "race").row(row.size(), -12, 4);
    return check;
  }
  throw std::runtime_error(exercise.folder + " has no check '" + exercise.race->check + "'");
}

/// The same numbers in another order: no answer has seen this row.
void turn(Case& one) {
  auto& row = std::get<std::vector<float>>(one.arguments.at(0));
  std::ranges::rotate(row, row.begin() + 1);
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
    turn(check.cases[0]);
    plain.run(check);
    nothing.run(check);
    if (!mine.run(check)) { return std::nullopt; }
  }
  // An answer as quick as one that does nothing would be infinitely quick: the clock's own error.
  const double on_its_way = nothing.least();
  const double least = std::max(mine.least() - on_its_way, (plain.least() - on_its_way) / 100);
  const double ratio = (plain.least() - on_its_way) / least;
  return Speed{exercise.folder, race.title, ratio, steps_reached(race.ratios, ratio),
               static_cast<int>(race.ratios.size())};
}

}  // namespace softmax::grader
