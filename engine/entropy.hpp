#pragma once
/// How undecided a distribution is.

#include "engine/certified_row.hpp"

namespace softmax {

/// Computes: the sum of -p ln p, in nats: 0 for a single token, ln n for n alike. A share of
/// exactly 0 adds nothing. Undefined where a share is.
/// Cost: a log a share.
Certified entropy(const CertifiedRow& shares);

}  // namespace softmax
