#pragma once
/// The engine's certified number and those of other libraries, each doing the same work, so that
/// they can be timed beside each other.
///
///     const std::unique_ptr<Contender> arb = arb_contender(logits);
///     arb->softmax();
///
/// Each heavy library is seen by the one source that makes its contender.

#include <memory>
#include <span>

class Contender {
 public:
  Contender() = default;
  Contender(const Contender&) = delete;
  Contender& operator=(const Contender&) = delete;
  virtual ~Contender() = default;

  /// All stages of the shifted softmax of the logits: every stage's row is made, and dropped.
  virtual void softmax() const = 0;
  /// e^x of every shifted logit.
  virtual void exponentials() const = 0;
  /// Every exponential divided by their sum.
  virtual void quotients() const = 0;
};

std::unique_ptr<Contender> ball_contender(std::span<const float> logits);     ///< 128 bits
std::unique_ptr<Contender> witness_contender(std::span<const float> logits);  ///< 168 bits
std::unique_ptr<Contender> boost_contender(std::span<const float> logits);    ///< cpp_bin_float_50
std::unique_ptr<Contender> arb_contender(std::span<const float> logits);      ///< 128 bits
