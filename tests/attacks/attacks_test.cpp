// Every attack is contained, in both tiers; and each comes through with that away which holds it,
// or it would be none.

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <future>
#include <map>

#include "grader/mark.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/work_folder.hpp"
#include "grader/workbook_root.hpp"
#include "tests/attacks/trial.hpp"

namespace softmax::grader {
namespace {

Field& field() {
  static Field one;
  return one;
}

std::vector<Attack> attacks() { return attacks_in(workbook_root() / "tests/attacks/handed_in"); }

Mark marked_in(Tier tier, const std::filesystem::path& handed_in, Seed seed = 1) {
  const Marking marking{.root = field().root(),
                        .parts = field().parts(),
                        .tier = tier,
                        .seed = seed,
                        .allowance = small_allowance()};
  return marked(marking, read_exercise(field().root(), "03_normalize"), handed_in);
}

/// Marks the attack, and the solution beside it, again and again, until the attack is over.
Mark marked_beside(const Neighbour& neighbour, Tier tier, const std::filesystem::path& file) {
  auto mark = std::async(std::launch::async, [&] { return marked_in(tier, file); });
  do {
    CHECK(neighbour.passes());
  } while (mark.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready);
  return mark.get();
}

void contain_all(Tier tier) {
  if (!why_not(tier).empty()) { SKIP(why_not(tier)); }
  require_hidden(field().root(), tier);
  const Neighbour neighbour(field(), tier);
  for (const Attack& attack : attacks()) {
    INFO(attack.name << ": " << attack.sentence);
    const Mark mark = marked_beside(neighbour, tier, field().handed_in(attack.file));
    INFO(mark.diagnostics.substr(0, 300));
    CHECK(name(mark.verdict) == name(attack.verdict(tier)));
    CHECK((mark.verdict == Verdict::pass) == (mark.points == mark.most));
    if (attack.success.starts_with("said ")) {
      CHECK(mark.diagnostics.find(attack.success.substr(5)) == std::string::npos);
    }
    CHECK_FALSE(field().victim_ended());
    const std::string left = field().left_behind();
    CAPTURE(left);
    CHECK(left.empty());
    field().clean_up();
  }
}

/// Programs are static: one does in both tiers, as long as its text is the same.
std::filesystem::path program_of(const Attack& attack, Tier tier) {
  static std::map<std::string, std::filesystem::path> known;
  const std::filesystem::path file = field().handed_in(attack.file);
  std::filesystem::path& program = known[text_of(file)];
  if (program.empty()) {
    const auto folder = field().neighbour() / std::to_string(known.size());
    std::filesystem::create_directory(folder);
    const Built one = built(field(), file, tier, {}, folder);
    INFO(one.diagnostics);
    REQUIRE(one.program);
    program = *one.program;
  }
  return program;
}

/// The same program behind all layers, and without those that hold it.
void succeed_in_sandbox(const Attack& attack, Tier tier) {
  const std::filesystem::path program = program_of(attack, tier);
  CHECK_FALSE(succeeded(attack, tried(program, tier, small_allowance()), field()));
  Allowance open = small_allowance(attack.layers_without(tier));
  open.check_seconds = Allowance{}.check_seconds;
  const Trial trial = tried(program, tier, open);
  INFO(name(trial.verdict()) << ": " << trial.said.substr(0, 300));
  CHECK(succeeded(attack, trial, field()));
}

void succeed_in_compiler(const Attack& attack, Tier tier) {
  const WorkFolder folder;
  const Allowance open{.layers = attack.layers_without(tier)};
  const Built one = built(field(), field().handed_in(attack.file), tier, open, folder.path());
  Trial trial;
  if (one.program) { trial = tried(*one.program, tier, {}); }
  if (!one.program) { trial.checks = {Verdict::compile_error}; }
  trial.said += one.diagnostics;
  INFO(one.stopped << ": " << one.diagnostics.substr(0, 300));
  CHECK(succeeded(attack, trial, field()));
}

void succeed_all(Tier tier) {
  if (!why_not(tier).empty()) { SKIP(why_not(tier)); }
  for (const Attack& attack : attacks()) {
    INFO(attack.name << ": " << attack.sentence);
    if (attack.holder == Holder::sandbox) { succeed_in_sandbox(attack, tier); }
    if (attack.holder == Holder::compile_sandbox) { succeed_in_compiler(attack, tier); }
    field().clean_up();
  }
}

}  // namespace

TEST_CASE("every attack is contained in the tier of namespaces", "[namespaces]") {
  contain_all(Tier::namespaces);
}

TEST_CASE("every attack is contained in the tier of containers", "[container]") {
  contain_all(Tier::container);
}

TEST_CASE("without its layer each attack succeeds in the tier of namespaces", "[open]") {
  succeed_all(Tier::namespaces);
}

TEST_CASE("without its layer each attack succeeds in the tier of containers", "[open]") {
  succeed_all(Tier::container);
}

TEST_CASE("in a grader that is one process each of the others succeeds", "[one_process]") {
  const auto solution = field().root() / "solutions/03_normalize/answer.cpp";
  const auto skeleton = field().root() / "exercises/03_normalize/answer.cpp";
  CHECK(tried_in_one_process(field(), solution).said == "passed\n");
  CHECK(tried_in_one_process(field(), skeleton).said == "failed\n");
  for (const Attack& attack : attacks()) {
    if (attack.holder != Holder::process) { continue; }
    INFO(attack.name << ": " << attack.sentence);
    const Trial trial = tried_in_one_process(field(), field().handed_in(attack.file));
    INFO(trial.said);
    CHECK(succeeded(attack, trial, field()));
  }
}

}  // namespace softmax::grader
