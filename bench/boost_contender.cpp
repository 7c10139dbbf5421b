#include <boost/multiprecision/cpp_bin_float.hpp>

#include "bench/contender_of.hpp"

namespace {

using Float = boost::multiprecision::cpp_bin_float_50;

/// The library's number, with what the stage templates ask of one beside it.
struct Number {
  Float value;
  explicit Number(double x) : value(x) {}
  explicit Number(Float x) : value(std::move(x)) {}
};

bool is_masked(const Number& x) { return isinf(x.value) && signbit(x.value); }
bool operator>(const Number& a, const Number& b) { return a.value > b.value; }
bool operator<(const Number& a, const Number& b) { return a.value < b.value; }
Number abs(const Number& x) { return Number(Float(abs(x.value))); }
Number operator+(const Number& a, const Number& b) { return Number(Float(a.value + b.value)); }
Number operator-(const Number& a, const Number& b) { return Number(Float(a.value - b.value)); }
Number operator*(const Number& a, const Number& b) { return Number(Float(a.value * b.value)); }
Number operator/(const Number& a, const Number& b) { return Number(Float(a.value / b.value)); }
Number exp(const Number& x) { return Number(Float(exp(x.value))); }
Number log(const Number& x) { return Number(Float(log(x.value))); }

}  // namespace

std::unique_ptr<Contender> boost_contender(std::span<const float> logits) {
  return std::make_unique<ContenderOf<Number>>(logits);
}
