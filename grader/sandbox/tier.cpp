#include "grader/sandbox/tier.hpp"

#include "grader/sandbox/child.hpp"

namespace softmax::grader {
namespace {

/// sandbox_launch itself is the program that is tried: without a judge it ends with this code.
constexpr int launched_by_nobody = 2;

std::string tried(Tier tier) {
  Command command;
  command.arguments = {SANDBOX_LAUNCH};
  command.mounts = {{SANDBOX_LAUNCH}};
  Child child = start(command, tier);
  const Ending& ending = child.wait();
  if (ending.how == Ending::How::infrastructure) { return ending.why; }
  const bool ran = ending.how == Ending::How::exited && ending.code == launched_by_nobody;
  return ran ? "" : "a command that was tried " + words(ending);
}

}  // namespace

const std::string& why_not(Tier tier) {
  switch (tier) {
    case Tier::namespaces: {
      static const std::string why = tried(Tier::namespaces);
      return why;
    }
    case Tier::container: {
      static const std::string why = tried(Tier::container);
      return why;
    }
    case Tier::bare:
      break;
  }
  static const std::string why = tried(Tier::bare);
  return why;
}

Tier best_tier() {
  for (const Tier tier : {Tier::namespaces, Tier::container}) {
    if (why_not(tier).empty()) { return tier; }
  }
  return Tier::bare;
}

}  // namespace softmax::grader
