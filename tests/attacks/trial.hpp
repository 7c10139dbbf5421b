#pragma once
/// What becomes of an attack: as every answer is marked, and with that which holds it away.

#include <functional>
#include <optional>
#include <string>

#include "grader/build.hpp"
#include "grader/subject_process.hpp"
#include "tests/attacks/attack.hpp"
#include "tests/attacks/field.hpp"

namespace softmax::grader {

/// What is seen of a program that was asked everything.
struct Trial {
  std::vector<Verdict> checks;
  std::string said;  ///< by the program, or by its compiler

  /// Of the first check that did not pass.
  [[nodiscard]] Verdict verdict() const;
};

/// The solution, which is marked while somebody attacks.
class Neighbour {
 public:
  Neighbour(const Field& field, Tier tier);
  /// Does: asks it everything. Returns: whether all of it passed.
  [[nodiscard]] bool passes() const;

 private:
  std::filesystem::path program_;
  Tier tier_;
};

/// Computes: the program of a handed-in file, behind these layers.
Built built(const Field& field, const std::filesystem::path& handed_in, Tier tier,
            const Allowance& allowance, const std::filesystem::path& folder);

/// Computes: what comes of asking the program everything.
Trial tried(const std::filesystem::path& program, Tier tier, const Allowance& allowance);

/// Computes: what comes of it in a grader that is one process (one_process/).
Trial tried_in_one_process(const Field& field, const std::filesystem::path& handed_in);

/// Computes: whether the attack came through, as its line "success" says.
bool succeeded(const Attack& attack, const Trial& trial, Field& field);

}  // namespace softmax::grader
