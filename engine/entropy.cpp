#include "engine/entropy.hpp"

namespace softmax {
namespace {

/// -p ln p, of a p > 0. One that is kept as e^-x has x > 2.2e8, so that its x e^-x lies between 0
/// and 2^-300,000,000.
Certified term(const Certified& p) {
  if (p.finite()) { return -(p * log(p)); }
  if (p.kind() != CertifiedKind::exponential) { return p; }
  Ball nearly_nothing;
  nearly_nothing.radius = Magnitude::of(1, -300'000'000);
  return Certified(nearly_nothing);
}

}  // namespace

Certified entropy(const CertifiedRow& shares) {
  Certified sum;
  for (const Certified& p : shares) {
    if (!p.zero()) { sum = sum + term(p); }
  }
  return sum;
}

}  // namespace softmax
