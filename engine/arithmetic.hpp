#pragma once
/// The numbers that compute: the machine's, the emulated, and what chooses between them.
///
/// Every stage is one template over a number type that has + - * /, exp, log and comparison.
/// binary32 and binary64 are the hardware's own operations (`Machine`); every other format is a
/// double with a rounding after each operation (`Emulated`); the third kind is `Certified`.
///
///     const Arithmetic half{parse_format("binary16"), ExpSource::correctly_rounded};
///     with_numbers(half, [&](auto lift) { return (lift(1000) + lift(0.3)).held(); });   // 1000.5
///
/// Error: each operation is rounded once, to nearest, ties to even, in its format. For Emulated
/// that is a theorem for p <= 24 (Figueroa 1995: from 53 >= 2p + 2 bits on the second
/// rounding is innocent).

#include <cmath>
#include <cstdint>
#include <string_view>

#include "engine/format.hpp"
#include "engine/rounded.hpp"

#ifdef __FAST_MATH__
#error "-ffast-math changes the numbers that this workbook is about"
#endif

namespace softmax {

/// Who computes exp and log: the engine, correctly rounded, or the machine's libm, observed.
enum class ExpSource : std::uint8_t { correctly_rounded, libm };

constexpr std::string_view name(ExpSource source) {
  return source == ExpSource::libm ? "libm" : "correctly_rounded";
}

struct Arithmetic {
  Format format;
  ExpSource exp = ExpSource::correctly_rounded;
  Ziv ziv{};
};

/// binary32 or binary64 on the hardware's own operations.
template <class Float>
struct Machine {
  Float value = 0;
  const Arithmetic* arithmetic = nullptr;

  Machine() = default;
  explicit Machine(double held, const Arithmetic* in = nullptr)
      : value(static_cast<Float>(held)), arithmetic(in) {}
  [[nodiscard]] double held() const { return static_cast<double>(value); }
  /// The hardware has rounded a Float already; it rounds a double.
  template <class Real>
  static Machine rounded(Real value, const Arithmetic* in) {
    Machine machine;
    machine.value = static_cast<Float>(value);
    machine.arithmetic = in;
    return machine;
  }
};

/// A number of any format of at most 24 bits: a double that is rounded after every operation.
struct Emulated {
  double value = 0;
  const Arithmetic* arithmetic = nullptr;

  Emulated() = default;
  /// Domain: a number of the format. (0 and 1, the stages' only literals, are in every format.)
  explicit Emulated(double held, const Arithmetic* in = nullptr) : value(held), arithmetic(in) {}
  [[nodiscard]] double held() const { return value; }
  static Emulated rounded(double exact, const Arithmetic* in) {
    return Emulated(in == nullptr ? exact : round_to_format(exact, in->format), in);
  }
};

template <class Number>
concept Computed = requires(const Number& x) {
  x.held();
  x.arithmetic;
};

/// A literal 0 or 1 knows no format; its partner does.
template <Computed Number>
const Arithmetic* shared_arithmetic(const Number& a, const Number& b) {
  return a.arithmetic != nullptr ? a.arithmetic : b.arithmetic;
}

template <Computed Number>
Number operator+(const Number& a, const Number& b) {
  return Number::rounded(a.value + b.value, shared_arithmetic(a, b));
}
template <Computed Number>
Number operator-(const Number& a, const Number& b) {
  return Number::rounded(a.value - b.value, shared_arithmetic(a, b));
}
template <Computed Number>
Number operator*(const Number& a, const Number& b) {
  return Number::rounded(a.value * b.value, shared_arithmetic(a, b));
}
template <Computed Number>
Number operator/(const Number& a, const Number& b) {
  return Number::rounded(a.value / b.value, shared_arithmetic(a, b));
}
template <Computed Number>
bool operator<(const Number& a, const Number& b) {
  return a.value < b.value;
}
template <Computed Number>
bool operator>(const Number& a, const Number& b) {
  return b < a;
}
template <Computed Number>
Number abs(const Number& x) {
  return Number(std::fabs(x.held()), x.arithmetic);
}

/// The observed exp of Machine<float> is libm's expf, of all others libm's exp, rounded.
template <Computed Number>
Number exp(const Number& x) {
  const Arithmetic& in = *x.arithmetic;
  const double y = in.exp == ExpSource::libm ? static_cast<double>(std::exp(x.value))
                                             : exp_rounded(x.held(), in.format, in.ziv);
  return Number::rounded(y, x.arithmetic);
}
template <Computed Number>
Number log(const Number& x) {
  const Arithmetic& in = *x.arithmetic;
  const double y = in.exp == ExpSource::libm ? static_cast<double>(std::log(x.value))
                                             : log_rounded(x.held(), in.format, in.ziv);
  return Number::rounded(y, x.arithmetic);
}

/// A mask is a logit of -inf.
template <Computed Number>
bool is_masked(const Number& x) {
  return std::isinf(x.held()) && x.held() < 0;
}

/// Computes: body(lift), where lift(double) makes a number of the arithmetic, rounding if it must.
/// Two hardware formats, and one emulated type for all others.
template <class Body>
auto with_numbers(const Arithmetic& in, Body&& body) {
  const auto lifter = [&in]<class Number>(Number /*kind*/) {
    return [&in](double x) { return Number::rounded(x, &in); };
  };
  if (in.format.name == "binary32") { return body(lifter(Machine<float>{})); }
  if (in.format.name == "binary64") { return body(lifter(Machine<double>{})); }
  return body(lifter(Emulated{}));
}

}  // namespace softmax
