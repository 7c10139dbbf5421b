#include "bench/contender_of.hpp"
#include "engine/certified_arithmetic.hpp"

std::unique_ptr<Contender> ball_contender(std::span<const float> logits) {
  return std::make_unique<ContenderOf<softmax::Certified>>(logits);
}

std::unique_ptr<Contender> witness_contender(std::span<const float> logits) {
  return std::make_unique<ContenderOf<softmax::Witness>>(logits);
}
