#pragma once
/// A number in three libraries at once: the ball, its witness, and an interval of MPFI. What is
/// done to one is done to all; arguments are built so, and need not be doubles.

#include <utility>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax::oracle {

struct Three {
  Certified ball;
  Witness witness;
  Interval real;

  /// Domain: finite.
  explicit Three(double x) : ball(x), witness(x), real(x) {}
  Three(Certified b, Witness w, Interval r) : ball(b), witness(std::move(w)), real(std::move(r)) {}

  friend Three operator+(const Three& a, const Three& b) {
    return {a.ball + b.ball, a.witness + b.witness, a.real + b.real};
  }
  friend Three operator-(const Three& a, const Three& b) {
    return {a.ball - b.ball, a.witness - b.witness, a.real - b.real};
  }
  friend Three operator*(const Three& a, const Three& b) {
    return {a.ball * b.ball, a.witness * b.witness, a.real * b.real};
  }
  friend Three operator/(const Three& a, const Three& b) {
    return {a.ball / b.ball, a.witness / b.witness, a.real / b.real};
  }
  friend Three exp(const Three& x) { return {exp(x.ball), exp(x.witness), exp(x.real)}; }
  friend Three log(const Three& x) { return {log(x.ball), log(x.witness), log(x.real)}; }
};

struct Pair {
  Three first;
  Three second;
};

/// Computes: argument number i for exp, up to 2.3e8 in size and of both signs: each binade from
/// 2^-1100 up; multiples of ln 2 / 4096 and of ln 2, as doubles and in 128 bits, and their
/// neighbours; quotients and differences, which carry a radius.
Three exp_argument(int i, Random& random);

/// Computes: argument number i for log: each binade from 2^-1100 to 2^1100; 1 and 2^(k/4096), and
/// their neighbours in 53 and 128 bits; 1 +- 2^-7, where the algorithm changes; quotients; powers
/// of e beyond the doubles.
Three log_argument(int i, Random& random);

/// Computes: operands number i: of every size; within 130 binades of each other; of 128 bits;
/// equal but for the last bits; quotients, which carry a radius. Neither is zero.
Pair operands(int i, Random& random);

}  // namespace softmax::oracle
