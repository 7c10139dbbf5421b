#include "engine/blocks.hpp"

#include <stdexcept>

#include "engine/compute.hpp"
#include "engine/plan.hpp"

namespace softmax {
namespace {

template <class Number>
HeldStream held(const Stream<Number>& stream) {
  return {canonical(stream.max_logit.held()), canonical(stream.normalizer.held())};
}

}  // namespace

HeldStream merged(const HeldStream& a, const HeldStream& b, const Arithmetic& in) {
  return with_numbers(in, [&](auto lift) {
    using Number = decltype(lift(0.0));
    const auto lifted = [&](const HeldStream& stream) {
      return Stream<Number>{lift(stream.max_logit), lift(stream.normalizer)};
    };
    return held(merged(lifted(a), lifted(b), Number(1)));
  });
}

Blocks by_blocks(std::span<const double> logits, std::size_t block_size, const Arithmetic& in) {
  if (logits.empty()) { throw std::invalid_argument("no logits: softmax needs at least one"); }
  if (block_size == 0) { throw std::invalid_argument("blocks of 0 logits"); }
  Blocks blocks = with_numbers(in, [&](auto lift) {
    using Number = decltype(lift(0.0));
    const Row<Number> z = each(logits, lift);
    const Row<Stream<Number>> partials = stream_blocks<Number>(z, block_size);
    return Blocks{
        each(std::span(partials), held<Number>), held(merge_blocks<Number>(partials)), {}};
  });
  const Settings settings{in, in.format};
  const Step last = plan(Algorithm::online, false, settings.temperature_order).back();
  const std::vector<double> all = {blocks.merged.max_logit, blocks.merged.normalizer};
  blocks.probabilities = compute_step(last, logits, all, 1, settings);
  return blocks;
}

}  // namespace softmax
