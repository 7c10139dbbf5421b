#include "grader/sandbox/tier.hpp"

#include <exception>
#include <filesystem>

#include "grader/sandbox/child.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

/// sandbox_launch itself is the program that is tried: without a judge it ends with this code.
constexpr int launched_by_nobody = 2;

std::string tried(Tier tier, const std::string& program) {
  Command command;
  command.arguments = {program};
  command.mounts = {{program}};
  Child child = start(command, tier);
  const Ending& ending = child.wait();
  if (ending.how == Ending::How::infrastructure) { return ending.why; }
  const bool ran = ending.how == Ending::How::exited && ending.code == launched_by_nobody;
  return ran ? "" : "a command that was tried " + words(ending);
}

/// A copy of it, for the workbook is closed to the other user (require_hidden()).
std::string tried_as_another_user() {
  try {
    const WorkFolder folder;
    const std::filesystem::path program = folder.path() / "sandbox_launch";
    std::filesystem::copy_file(SANDBOX_LAUNCH, program);
    return tried(Tier::container, program);
  } catch (const std::exception& error) { return error.what(); }
}

}  // namespace

const std::string& why_not(Tier tier) {
  switch (tier) {
    case Tier::namespaces: {
      static const std::string why = tried(Tier::namespaces, SANDBOX_LAUNCH);
      return why;
    }
    case Tier::container: {
      static const std::string why = tried_as_another_user();
      return why;
    }
    case Tier::bare:
      break;
  }
  static const std::string why = tried(Tier::bare, SANDBOX_LAUNCH);
  return why;
}

Tier best_tier() {
  for (const Tier tier : {Tier::namespaces, Tier::container}) {
    if (why_not(tier).empty()) { return tier; }
  }
  return Tier::bare;
}

}  // namespace softmax::grader
