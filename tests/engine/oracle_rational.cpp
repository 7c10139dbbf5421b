#include <cmath>
#include <cstdlib>

#include "tests/engine/oracle.hpp"

namespace softmax::oracle {
namespace {

/// x * 2^exponent.
Rational scaled(const Rational& x, long exponent) {
  Rational result;
  const auto size = static_cast<mp_bitcnt_t>(std::labs(exponent));
  exponent >= 0 ? mpq_mul_2exp(result.get_mpq_t(), x.get_mpq_t(), size)
                : mpq_div_2exp(result.get_mpq_t(), x.get_mpq_t(), size);
  return result;
}

}  // namespace

long floor_log2(const Rational& x) {
  const auto top = static_cast<long>(mpz_sizeinbase(x.get_num_mpz_t(), 2));
  const auto bottom = static_cast<long>(mpz_sizeinbase(x.get_den_mpz_t(), 2));
  const long guess = top - bottom;  // or one more than the logarithm
  Rational power;
  const auto size = static_cast<mp_bitcnt_t>(std::labs(guess));
  guess >= 0 ? mpq_mul_2exp(power.get_mpq_t(), Rational(1).get_mpq_t(), size)
             : mpq_div_2exp(power.get_mpq_t(), Rational(1).get_mpq_t(), size);
  return power <= x ? guess : guess - 1;
}

double nearest(const Rational& exact, const Format& format) {
  if (exact == 0) { return 0; }
  const Rational size = abs(exact);
  const long top = std::max<long>(floor_log2(size), format.emin);
  const long quantum = top - format.precision + 1;
  const Rational units = scaled(size, -quantum);
  mpz_class whole = units.get_num() / units.get_den();
  const Rational rest = units - whole;
  const Rational half(1, 2);
  if (rest > half || (rest == half && whole % 2 != 0)) { whole += 1; }
  const bool negative = exact < 0;
  if (scaled(Rational(whole), quantum) > rational(format.largest)) {
    return overflow_value(format, negative);
  }
  const double rounded = std::ldexp(whole.get_d(), static_cast<int>(quantum));
  return negative ? -rounded : rounded;
}

Rational rational(const std::string& digits, int exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(exponent)));
  const mpz_class number(digits, 10);
  Rational result = exponent >= 0 ? Rational(number * power) : Rational(number, power);
  result.canonicalize();
  return result;
}

Rational rational(double exact) { return Rational(exact); }

}  // namespace softmax::oracle
