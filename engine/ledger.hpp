#pragma once
/// Which stage cost what: the change of ln p_j as one stage after the other is computed.
///
/// The hybrid k computes the stages 1 to k in the format and the rest exactly; hybrid 0 is the
/// certified softmax of the held logits, the last hybrid is what was computed. Entry k is
///
///     ln p_j (hybrid k) - ln p_j (hybrid k-1)
///
/// so the entries add up to ln p_j computed less ln p_j certified. Stage 0, read, is apart: what
/// it cost is the difference between the exact softmax of the held logits and of the given ones.
///
///     for (const LedgerEntry& e : ledger(run, trace, j)) { name(e.stage), e.change; }
///
/// Units: natural logarithms: a change of 1e-7 is a relative change of p_j by 1e-7. A run that ends
/// in log-probabilities holds ln p_j itself; of log_sum_exp it is z_j - log_sum_exp.
/// Error: certified. The change is empty from the first hybrid on whose p_j is not finite and
/// positive: past an infinity there is nothing to share out.
/// Cost: an exp a logit and stage.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/trace.hpp"

namespace softmax {

struct LedgerEntry {
  std::size_t stage = 0;  ///< index into run.stages, from 1
  std::optional<Certified> change;
};

/// Computes: an entry for every stage of the run but read.
/// Domain: j below the number of logits.
std::vector<LedgerEntry> ledger(const Run& run, const Trace& trace, std::size_t j);

struct LedgerText {
  std::size_t stage = 0;
  std::string digits;  ///< empty where none is certain, and where there is no change to tell
  bool known = false;  ///< there is a change to tell
};

/// Computes: the same as text, by the witness where 128 bits leave a digit in doubt.
std::vector<LedgerText> ledger_text(const Run& run, const Trace& trace, std::size_t j, int digits);

/// Computes: ln p_j (held) - ln p_j (given), both exact: what rounding the logits and T to the
/// format changed; empty where p_j is zero or undefined. Exactly 0 where nothing was rounded.
std::optional<Certified> cost_of_reading(const Trace& trace, std::size_t j);

/// Computes: the same as text, as above.
std::string cost_of_reading_text(const Trace& trace, std::size_t j, int digits);

}  // namespace softmax
