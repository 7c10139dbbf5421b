#pragma once
/// An attack, as its first lines tell it (tests/attacks/README.md).

#include <filesystem>
#include <string>
#include <vector>

#include "grader/sandbox/layers.hpp"
#include "grader/verdict.hpp"

namespace softmax::grader {

/// What holds it: the layers of the sandbox that it would have to pass, or that which is no layer.
enum class Holder {
  process,          ///< what is wanted, and the report, are in another process
  sandbox,          ///< of the answer that runs
  compile_sandbox,  ///< of the compiler
};

struct Attack {
  std::filesystem::path file;
  std::string name;
  std::string sentence;
  Verdict namespaces = Verdict::pass;  ///< what must become of it
  Verdict container = Verdict::pass;
  Holder holder = Holder::process;
  std::vector<Layer> layers_of_namespaces;
  std::vector<Layer> layers_of_container;
  std::string success;  ///< how one sees that it came through

  [[nodiscard]] Verdict verdict(Tier tier) const {
    return tier == Tier::namespaces ? namespaces : container;
  }
  /// Computes: all layers but those that hold it.
  [[nodiscard]] Layers layers_without(Tier tier) const;
};

/// Computes: the attacks of a folder, by name.
/// Throws: std::invalid_argument where the first lines of one are not as they must be.
std::vector<Attack> attacks_in(const std::filesystem::path& folder);

}  // namespace softmax::grader
