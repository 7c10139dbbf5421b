// What an attack costs the others: no more than its limit, and none of their results.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <chrono>
#include <ctime>
#include <fstream>

#include "grader/examination.hpp"
#include "grader/mark.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/work_folder.hpp"
#include "tests/attacks/trial.hpp"

namespace softmax::grader {
namespace {

Field& field() {
  static Field one;
  return one;
}

/// Both, one after the other: the test that calls this is run for each.
Tier granted_tier() {
  const Tier tier = GENERATE(Tier::namespaces, Tier::container);
  if (!why_not(tier).empty()) { SKIP(why_not(tier)); }
  return tier;
}

/// The solution, whose normalizer does this first where its row has one number.
std::filesystem::path solution_that(const std::string& does) {
  std::filesystem::path file = field().secret().parent_path() / "handed_in" / "solution_that.cpp";
  std::ofstream(file)
      << "#include <unistd.h>\n#include <ctime>\n#define normalizer true_normalizer\n"
         "#include \"answer.hpp\"\n"
      << R"(#include <stdexcept>
namespace answer {
float normalizer(std::span<const float> row) {
  if (row.empty()) { throw std::invalid_argument("empty"); }
  float sum = 0;
  for (const float e : row) { sum += e; }
  return sum;
}
#undef normalizer
float normalizer(std::span<const float> row) {
  volatile bool always = row.size() == 1;
  )" << does
      << R"(
  return true_normalizer(row);
}
void normalize(std::span<const float> row, float normalizer, std::span<float> shares) {
  if (row.size() != shares.size()) { throw std::invalid_argument("sizes"); }
  for (std::size_t i = 0; i < row.size(); ++i) { shares[i] = row[i] / normalizer; }
}
}
)";
  return file;
}

Mark marked_in(Tier tier, const std::filesystem::path& handed_in) {
  const Marking marking{.root = field().root(),
                        .parts = field().parts(),
                        .tier = tier,
                        .allowance = small_allowance()};
  return marked(marking, read_exercise(field().root(), "03_normalize"), handed_in);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// How long so much CPU time lasts here and now: no longer, unless the machine is busy.
double lasting(double cpu_seconds) {
  const auto start = std::chrono::steady_clock::now();
  timespec begin{};
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
  do {
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  } while (static_cast<double>(now.tv_sec - begin.tv_sec) +
               1e-9 * static_cast<double>(now.tv_nsec - begin.tv_nsec) <
           cpu_seconds);
  return seconds_since(start);
}

struct Lasted {
  double seconds = 1e9;
  double limit = 0;  ///< the same, of what it may last here and now
};

/// The best of a few, for a busy machine makes some of them long. The limit is one of CPU time or
/// one by the clock on the wall; the other is 0.
Lasted first_check(const std::filesystem::path& program, Tier tier, double cpu, double wall) {
  const int tries = wall > 0 ? 2 : 5;
  const std::vector<Check> checks = checks_of("03_normalize", 1);
  Lasted best;
  for (int i = 0; i < tries; ++i) {
    SubjectProcess subject(program, {tier, false, small_allowance()});
    subject.observe(checks.back());  // it runs
    const auto start = std::chrono::steady_clock::now();
    const std::vector<Observed> observed = subject.observe(checks.front());
    const double took = seconds_since(start);
    REQUIRE(std::get<Stop>(observed.back()).verdict == Verdict::time_out);
    CHECK(observed.size() == 3);  // the two cases before it are kept
    const double limit = std::max(lasting(cpu), wall);
    if (took - limit < best.seconds - best.limit) { best = {took, limit}; }
  }
  return best;
}

/// The other checks passed, and count.
void require_others_kept(const Mark& mark) {
  REQUIRE(mark.tasks.size() == 2);
  const std::vector<CheckMark>& checks = mark.tasks[0].checks;
  CHECK(checks.at(0).verdict == Verdict::time_out);
  CHECK(std::ranges::count(checks, Verdict::pass, &CheckMark::verdict) == 3);
  CHECK(mark.tasks[1].points == mark.tasks[1].most);
}

void show(const char* what, Tier tier, const Lasted& lasted) {
  fmt::print("{} ({}): {:.0f} ms, {:.0f} ms beyond its limit\n", what,
             tier == Tier::namespaces ? "namespaces" : "container", 1e3 * lasted.seconds,
             1e3 * (lasted.seconds - lasted.limit));
}

}  // namespace

TEST_CASE("an endless loop ends within its limit and 50 ms, and the other checks are kept") {
  const Tier tier = granted_tier();
  const std::filesystem::path loop = solution_that("while (always) {}");
  const WorkFolder folder;
  const Built one = built(field(), loop, tier, {}, folder.path());
  REQUIRE(one.program);
  const double limit = small_allowance().check_seconds;
  const Lasted lasted = first_check(*one.program, tier, limit, 0);
  show("an endless loop", tier, lasted);
  CHECK(lasted.seconds >= limit);
  CHECK(lasted.seconds <= lasted.limit + 0.05);
  require_others_kept(marked_in(tier, loop));
}

TEST_CASE("endless sleep ends within the wall clock's limit and 50 ms") {
  const Tier tier = granted_tier();
  const std::filesystem::path sleeper = solution_that("while (always) { pause(); }");
  const WorkFolder folder;
  const Built one = built(field(), sleeper, tier, {}, folder.path());
  REQUIRE(one.program);
  const double limit = small_allowance().wall_seconds(small_allowance().check_seconds);
  const Lasted lasted = first_check(*one.program, tier, 0, limit);
  show("endless sleep", tier, lasted);
  CHECK(lasted.seconds >= limit);
  CHECK(lasted.seconds <= limit + 0.05);
  require_others_kept(marked_in(tier, sleeper));
}

TEST_CASE("each check has its own time, though one process answers all") {
  const Tier tier = granted_tier();
  const std::filesystem::path slow = solution_that(R"(
  timespec start{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
  for (timespec now = start; (now.tv_sec - start.tv_sec) * 1'000'000'000 + now.tv_nsec -
       start.tv_nsec < 40'000'000;) { clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now); })");
  const WorkFolder folder;
  const Built one = built(field(), slow, tier, {}, folder.path());
  REQUIRE(one.program);
  Check check = checks_of("03_normalize", 1).at(1);
  check.cases.resize(1);
  SubjectProcess subject(*one.program, {tier, false, small_allowance()});
  for (int i = 0; i < 15; ++i) {
    CHECK(std::holds_alternative<Response>(subject.observe(check).at(0)));
  }
}

TEST_CASE("bytes too many are seen each time, however late they come") {
  const Tier tier = granted_tier();
  // The last is a refusal as the contract wants it, and so is what comes after it.
  for (const char* early : {R"(if (always && write(3, "late", 4) < 0) { return 0; })",
                            R"(if (always && write(3, "\1\0\0\0\0\0\0\0x", 9) < 0) {})",
                            R"(const char refusal[27] = {19, 0, 0, 0, 0, 0, 0, 0, 1};
           if (row.empty() && write(3, refusal, sizeof refusal) < 0) { return 0; })"}) {
    const std::filesystem::path file = solution_that(early);
    for (int i = 0; i < 3; ++i) {
      CHECK(name(marked_in(tier, file).verdict) == name(Verdict::protocol));
    }
  }
}

TEST_CASE("a mark is the same in every run, also of what is stopped") {
  const Tier tier = granted_tier();
  const std::filesystem::path loop = solution_that("while (always) {}");
  const Finding first = marked_in(tier, loop).tasks.at(0).checks.at(0).first;
  CHECK(first.words == "the program was stopped: it may compute for 0.2 s");
  CHECK(marked_in(tier, loop).tasks.at(0).checks.at(0).first.words == first.words);
}

}  // namespace softmax::grader
