#pragma once
/// What the tests of the sandbox share: programs to run in it, and the tiers to run them in.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "grader/sandbox/child.hpp"
#include "grader/sandbox/tier.hpp"

namespace softmax::grader {

using How = Ending::How;

/// Does: skips what follows where the machine does not grant the tier, and says why.
void skip_unless_granted(Tier tier);

/// Returns: each tier that the machine grants, in turn: the test that calls this is run for each.
/// (Of those that it does not, one test says why: "Every tier is tried".)
Tier any_tier();
/// The same, without the tier that has no filter.
Tier any_filtered_tier();

/// tests/grader/programs/sandbox_subject.cpp, statically linked, to do that; of small limits.
Command subject(const std::string& verb, const std::string& argument = "");
/// The same, linked dynamically: it may open files.
Command loading(const std::string& verb, const std::string& argument = "");
/// The one with 1 GiB of static storage.
Command large();

/// Does: runs it to its end.
Ending ending_of(const Command& command, Tier tier);
Ending ending_without(Command command, Layer layer, Tier tier);

/// An empty folder that any user may enter, in a folder that only its owner may if `hidden`; it
/// goes with the object.
class Folder {
 public:
  explicit Folder(bool hidden = false);
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path path;

 private:
  std::filesystem::path root_;
};

}  // namespace softmax::grader

namespace Catch {
template <>
struct StringMaker<softmax::grader::Ending::How> {
  static std::string convert(softmax::grader::Ending::How how) {
    softmax::grader::Ending ending;
    ending.how = how;
    return softmax::grader::words(ending);
  }
};
}  // namespace Catch
