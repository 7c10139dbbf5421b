#include "grader/class/grading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <thread>

#include "engine/quotation.hpp"
#include "grader/class/signals.hpp"
#include "grader/process.hpp"
#include "grader/sandbox/layers.hpp"
#include "grader/stable_hash.hpp"
#include "grader/version.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string version_of(const std::string& compiler) {
  const Finished done = run({compiler, "--version"}, fs::temp_directory_path());
  if (done.code != 0) { throw std::runtime_error(compiler + " does not say its version"); }
  return printable(first_line(done.output));
}

std::set<std::string> folders(const std::vector<Exercise>& exercises) {
  std::set<std::string> names;
  for (const Exercise& exercise : exercises) { names.insert(exercise.folder); }
  return names;
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) { throw std::runtime_error(file.string() + " cannot be written"); }
}

/// How quick the answer is, which no mark tells, comes into the record beside.
Mark mark_of(const Grading& grading, const Exercise& exercise, const HandedIn& handed_in,
             std::vector<Speed>& speeds) {
  const Seed seed = grading.setting.seed;
  if (!handed_in.refused.empty()) {
    return mark_without_tasks(exercise, seed, Verdict::refused, "");
  }
  const auto answer = handed_in.answers.find(exercise.folder);
  if (answer == handed_in.answers.end()) {
    return mark_without_tasks(exercise, seed, Verdict::missing, "");
  }
  try {
    const WorkFolder folder;
    const fs::path file = folder.path() / "answer.cpp";
    write(file, answer->second);
    Mark mark = marked(grading.marking, exercise, file);
    if (mark.verdict == Verdict::pass) {
      const std::optional<Speed> speed = speed_of(grading.marking, exercise, file);
      if (speed) { speeds.push_back(*speed); }
    }
    return mark;
  } catch (const std::exception& error) {
    return mark_without_tasks(exercise, seed, Verdict::infrastructure, error.what());
  }
}

Record record_of(const Grading& grading, const Submission& submission, const HandedIn& handed_in) {
  Record record{grading.setting, submission.name, digest(handed_in), handed_in.refused, {}};
  for (const Exercise& exercise : grading.exercises) {
    Mark mark = mark_of(grading, exercise, handed_in, record.speeds);
    record.exercises.push_back(portable(std::move(mark), grading.marking));
  }
  return record;
}

/// The submission could not even be read.
Record unread(const Grading& grading, const Submission& submission, const std::string& why) {
  Record record{grading.setting, submission.name, "", "", {}};
  for (const Exercise& exercise : grading.exercises) {
    record.exercises.push_back(
        portable(mark_without_tasks(exercise, grading.setting.seed, Verdict::infrastructure, why),
                 grading.marking));
  }
  return record;
}

/// That of the journal, or a new one, which is written to it.
Record kept_or_graded(const Grading& grading, const Submission& submission) {
  HandedIn handed_in;
  try {
    handed_in = open_submission(submission, folders(grading.exercises));
  } catch (const std::exception& error) { return unread(grading, submission, error.what()); }
  if (grading.journal != nullptr) {
    const Record* kept = grading.journal->find(submission.name, digest(handed_in));
    if (kept != nullptr) { return *kept; }
  }
  const auto start = std::chrono::steady_clock::now();
  Record record = record_of(grading, submission, handed_in);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  if (grading.journal != nullptr && !unmarked(record)) {
    grading.journal->append({record, taken.count()});
  }
  return record;
}

/// Threads that take one submission after the other, until there is none or they are stopped.
class Workers {
 public:
  Workers(const Grading& grading, const std::vector<Submission>& submissions)
      : grading_(grading), submissions_(submissions), records_(submissions.size()) {
    working_ = std::min(std::max<std::size_t>(grading.jobs, 1), submissions.size());
    for (std::size_t i = working_; i > 0; --i) {
      threads_.emplace_back([this] { work(); });
    }
  }
  void stop() { stopped_ = true; }
  [[nodiscard]] bool at_work() const { return working_ > 0; }
  [[nodiscard]] double share() const {
    return static_cast<double>(done_) /
           static_cast<double>(std::max<std::size_t>(records_.size(), 1));
  }

  Graded result() {
    for (std::jthread& thread : threads_) { thread.join(); }
    if (error_) { std::rethrow_exception(error_); }
    Graded graded;
    for (std::optional<Record>& record : records_) {
      if (record) {
        graded.records.push_back(*std::move(record));
      } else {
        ++graded.left;
      }
    }
    return graded;
  }

 private:
  void work() {
    try {
      while (!stopped_) {
        const std::size_t i = next_++;
        if (i >= submissions_.size()) { break; }
        records_[i] = kept_or_graded(grading_, submissions_[i]);
        ++done_;
      }
    } catch (...) {
      // The others end what they have begun.
      if (!failed_.exchange(true)) { error_ = std::current_exception(); }
      stopped_ = true;
    }
    --working_;
  }

  const Grading& grading_;
  const std::vector<Submission>& submissions_;
  std::vector<std::optional<Record>> records_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::size_t> working_ = 0;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> failed_ = false;
  std::exception_ptr error_;
  std::vector<std::jthread> threads_;
};

}  // namespace

std::string tier_name(Tier tier) {
  switch (tier) {
    case Tier::namespaces:
      return "namespaces";
    case Tier::container:
      return "container";
    default:
      return "bare";
  }
}

Setting setting_of(const Marking& marking, const std::vector<Exercise>& exercises) {
  Setting setting{version_at(marking.root),
                  marking.toolchain.compiler + " " + marking.toolchain.optimization,
                  version_of(marking.toolchain.compiler),
                  marking.seed,
                  tier_name(marking.tier),
                  layer_names(marking.tier, marking.allowance.layers),
                  {}};
  for (const Exercise& exercise : exercises) { setting.exercises.push_back(exercise.folder); }
  return setting;
}

std::vector<Submission> in_shard(const std::vector<Submission>& all, const Shard& shard) {
  std::vector<Submission> chosen;
  std::ranges::copy_if(all, std::back_inserter(chosen), [&](const Submission& one) {
    return stable_hash(one.name) % shard.count == shard.index;
  });
  return chosen;
}

Graded grade(const Grading& grading, const std::vector<Submission>& submissions) {
  constexpr long patience = 20;  // milliseconds
  const Signals signals;
  Workers workers(grading, submissions);
  bool asked = false;
  while (workers.at_work()) {
    const int signal = signals.wait(patience);
    if (signal > 0 && asked) { signals.obey(signal); }
    if (signal > 0) {
      asked = true;
      workers.stop();
    }
    grading.progress(std::min(workers.share(), 0.999));
  }
  grading.progress(1);
  return workers.result();
}

}  // namespace softmax::grader
