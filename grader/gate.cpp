#include "grader/gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "grader/diagnosis.hpp"
#include "grader/examination.hpp"
#include "grader/misconception.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/subject_process.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// One answer that was built and seen: what each check made of it.
struct Seen {
  std::string name;
  std::string trouble;  ///< why it could not be built
  Behaviour behaviour;
  std::vector<Judged> judged;
};

class Gate {
 public:
  Gate(const fs::path& root, const Exercise& exercise, const GateSettings& settings)
      : root_(root),
        exercise_(exercise),
        settings_(settings),
        checks_(checks_of(exercise.folder, settings.seed)) {}

  std::vector<std::string> faults() {
    hints();
    checks_match_tasks();
    race();
    if (variants(root_, exercise_.folder).size() < 3) {
      fault("fewer than three unusual right answers");
    }
    skeleton();
    for (const Toolchain& toolchain : settings_.toolchains) { right_answers(toolchain); }
    if (settings_.wrong_answers) {
      wrong_answers();
      every_check_counts();
    }
    return std::move(faults_);
  }

 private:
  template <class... Words>
  void fault(fmt::format_string<Words...> words, Words&&... arguments) {
    faults_.push_back(exercise_.folder + ": " +
                      fmt::format(words, std::forward<Words>(arguments)...));
  }

  void hints() {
    for (const Task& task : exercise_.tasks) {
      if (task.hints.size() < 3) { fault("task {} has fewer than three hints", task.id); }
    }
  }

  void race() {
    if (!exercise_.race) { return; }
    const Race& race = *exercise_.race;
    if (std::ranges::find(checks_, race.check, &Check::id) == checks_.end()) {
      fault("the race: no check {}", race.check);
    }
    const auto all = variants(root_, exercise_.folder);
    const bool found = std::ranges::any_of(
        all, [&](const std::filesystem::path& path) { return path.stem() == race.plain; });
    if (!found) { fault("the race: no variant {}", race.plain); }
  }

  void checks_match_tasks() {
    std::set<std::string> tasks;
    std::set<std::string> ids;
    for (const Task& task : exercise_.tasks) { tasks.insert(task.id); }
    std::set<std::string> checked;
    std::string before;
    for (const Check& check : checks_) {
      if (!tasks.contains(check.task)) { fault("check {}: no task {}", check.id, check.task); }
      if (!ids.insert(check.id).second) { fault("two checks are called {}", check.id); }
      if (!checked.insert(check.task).second && check.task != before) {
        fault("check {} stands apart from the others of its task", check.id);
      }
      before = check.task;
    }
    for (const std::string& task : tasks) {
      if (!checked.contains(task)) { fault("task {} has no check", task); }
    }
  }

  Seen see(const fs::path& answer, const Toolchain& toolchain) {
    const std::string name = answer.parent_path().filename() == exercise_.folder
                                 ? answer.stem().string()
                                 : answer.filename().string();
    settings_.progress(fmt::format("{} {} ({} {})", exercise_.folder, name, toolchain.compiler,
                                   toolchain.optimization));
    Seen seen{name, "", {}, {}};
    const WorkFolder folder;
    const Built built = Builder(root_, root_ / "build/grader", best_tier(), toolchain)
                            .build(exercise_, answer, folder.path());
    if (!built.program) {
      seen.trouble = "it does not compile: " + built.diagnostics.substr(0, 300);
      return seen;
    }
    if (!built.diagnostics.empty()) {
      seen.trouble = "it compiles with warnings: " + built.diagnostics.substr(0, 300);
    }
    SubjectProcess subject(*built.program, {best_tier()});
    for (const Check& check : checks_) {
      seen.behaviour.push_back(subject.observe(check));
      seen.judged.push_back(judge(check, seen.behaviour.back()));
    }
    return seen;
  }

  void skeleton() {
    const Seen seen = see(root_ / "exercises" / exercise_.folder / "answer.cpp", {});
    if (!seen.trouble.empty()) { fault("the skeleton: {}", seen.trouble); }
    std::set<std::string> failed;
    for (std::size_t k = 0; k < seen.judged.size(); ++k) {
      const Verdict verdict = seen.judged[k].verdict;
      if (verdict == Verdict::pass) { continue; }
      failed.insert(checks_[k].task);
      failed_by_[checks_[k].id].insert("the skeleton");
      if (verdict != Verdict::wrong) {
        fault("the skeleton: check {}: {}", checks_[k].id, name(verdict));
      }
    }
    for (const Task& task : exercise_.tasks) {
      if (!seen.judged.empty() && !failed.contains(task.id)) {
        fault("the skeleton passes task {}", task.id);
      }
    }
  }

  void right_answer(const fs::path& answer, const std::string& kind, const Toolchain& toolchain) {
    const Seen seen = see(answer, toolchain);
    if (!seen.trouble.empty()) { fault("{}: {}", kind, seen.trouble); }
    for (std::size_t k = 0; k < seen.judged.size(); ++k) {
      const Judged& judged = seen.judged[k];
      if (judged.verdict != Verdict::pass) {
        fault("{} ({} {}) fails check {}: {} {}", kind, toolchain.compiler, toolchain.optimization,
              checks_[k].id, judged.first.call, judged.first.words);
      }
    }
  }

  void right_answers(const Toolchain& toolchain) {
    right_answer(root_ / "solutions" / exercise_.folder / "answer.cpp", "the solution", toolchain);
    for (const fs::path& answer : variants(root_, exercise_.folder)) {
      right_answer(answer, "variant " + answer.stem().string(), toolchain);
    }
  }

  void wrong_answers() {
    const std::vector<Misconception> all = misconceptions(root_, exercise_.folder);
    if (all.size() < 8) { fault("fewer than eight misconceptions"); }
    std::vector<Seen> seen;
    seen.reserve(all.size());
    for (const Misconception& one : all) { seen.push_back(see(one.source, {})); }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!seen[i].trouble.empty()) {
        fault("misconception {}: {}", all[i].name, seen[i].trouble);
        continue;
      }
      fails_its_task(all[i], seen[i]);
      is_unlike_the_others(all, seen, i);
    }
  }

  void fails_its_task(const Misconception& one, const Seen& seen) {
    bool failed = false;
    for (std::size_t k = 0; k < checks_.size(); ++k) {
      if (seen.judged[k].verdict == Verdict::pass) { continue; }
      if (skipped_for(one.task, checks_[k].task)) { continue; }
      failed_by_[checks_[k].id].insert(one.name);
      if (checks_[k].task == one.task) {
        failed = true;
      } else {
        fault("misconception {} is of task {} and fails check {} of {}: {} {}", one.name, one.task,
              checks_[k].id, checks_[k].task, seen.judged[k].first.call,
              seen.judged[k].first.words);
      }
    }
    if (!failed) { fault("misconception {} passes", one.name); }
  }

  /// A task is skipped where one that it needs, itself or by another, did not pass.
  [[nodiscard]] bool skipped_for(const std::string& failed, const std::string& id) const {
    for (const Task& task : exercise_.tasks) {
      if (task.id != id) { continue; }
      return std::ranges::any_of(task.needs, [&](const std::string& need) {
        return need == failed || skipped_for(failed, need);
      });
    }
    return false;
  }

  void is_unlike_the_others(const std::vector<Misconception>& all, const std::vector<Seen>& seen,
                            std::size_t i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (all[j].task != all[i].task || !seen[j].trouble.empty()) { continue; }
      if (alike(checks_, seen[i].behaviour, seen[j].behaviour)) {
        fault("misconceptions {} and {} behave alike in every case", all[i].name, all[j].name);
      }
    }
  }

  void every_check_counts() {
    std::map<std::set<std::string>, std::string> failing;
    for (const Check& check : checks_) {
      const std::set<std::string>& by = failed_by_[check.id];
      if (by.empty()) { fault("nothing fails check {}", check.id); }
      const auto [other, is_new] = failing.emplace(by, check.id);
      if (!is_new && !by.empty()) {
        fault("checks {} and {} are failed by exactly the same: {}", check.id, other->second,
              fmt::join(by, ", "));
      }
    }
  }

  const fs::path& root_;
  const Exercise& exercise_;
  const GateSettings& settings_;
  const std::vector<Check>& checks_;
  std::map<std::string, std::set<std::string>> failed_by_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of(const fs::path& root, const Exercise& exercise,
                                   const GateSettings& settings) {
  return Gate(root, exercise, settings).faults();
}

}  // namespace softmax::grader
