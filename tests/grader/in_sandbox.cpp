#include "tests/grader/in_sandbox.hpp"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <cstdlib>
#include <stdexcept>

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// A program where any user can run it: a build may lie below a folder that is its owner's alone.
std::string in_the_open(const std::string& program) {
  static const Folder folder;
  const fs::path copy = folder.path / fs::path(program).filename();
  if (!fs::exists(copy)) { fs::copy_file(program, copy); }
  return copy;
}

std::vector<Tier> granted(const std::vector<Tier>& tiers) {
  std::vector<Tier> all;
  for (const Tier tier : tiers) {
    if (why_not(tier).empty()) { all.push_back(tier); }
  }
  return all;
}

Command command_of(const std::string& built) {
  const std::string program = in_the_open(built);
  Command command;
  command.arguments = {program};
  command.mounts = {{program}};
  command.limits.cpu = 5;
  command.limits.wall = 10;
  command.limits.memory = 256 * mebibyte;
  return command;
}

}  // namespace

void skip_unless_granted(Tier tier) {
  if (const std::string& why = why_not(tier); !why.empty()) {
    SKIP("tier " << int(tier) << " is not to be had here: " << why);
  }
}

Tier any_tier() {
  return GENERATE(from_range(granted({Tier::namespaces, Tier::container, Tier::bare})));
}

Tier any_filtered_tier() {
  const std::vector<Tier> tiers = granted({Tier::namespaces, Tier::container});
  if (tiers.empty()) { skip_unless_granted(Tier::namespaces); }
  return GENERATE_COPY(from_range(tiers));
}

Command subject(const std::string& verb, const std::string& argument) {
  Command command = command_of(SANDBOX_SUBJECT);
  command.arguments.push_back(verb);
  command.arguments.push_back(argument);
  return command;
}

Command loading(const std::string& verb, const std::string& argument) {
  Command command = command_of(SANDBOX_LOADING);
  command.arguments.push_back(verb);
  command.arguments.push_back(argument);
  command.calls = Calls::loads;
  for (const Mount& mount : system_mounts()) { command.mounts.push_back(mount); }
  return command;
}

Command large() { return command_of(SANDBOX_LARGE); }

Ending ending_of(const Command& command, Tier tier) {
  Child child = start(command, tier);
  const Ending ending = child.wait();
  UNSCOPED_INFO("tier " << int(tier) << ": it " << words(ending) << "; it said: " << ending.said);
  return ending;
}

Ending ending_without(Command command, Layer layer, Tier tier) {
  command.layers = command.layers.without(layer);
  return ending_of(command, tier);
}

Folder::Folder(bool hidden) {
  std::string name = fs::temp_directory_path() / "sandbox-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) { throw std::runtime_error("no temporary folder"); }
  root_ = name;
  path = root_ / "folder";
  fs::create_directory(path);
  fs::permissions(path, fs::perms(0755));
  fs::permissions(root_, fs::perms(hidden ? 0700 : 0755));
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

}  // namespace softmax::grader
