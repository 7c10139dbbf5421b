#if __has_include(<flint/arb.h>)  // a part of FLINT since its third version
#include <flint/arb.h>
#else
#include <arb.h>
#endif
#include <benchmark/benchmark.h>

#include <utility>

#include "bench/contender.hpp"

// Arb is used as its manual has it, in place and sums from one end: through the templates its
// numbers would be copied, and it would look slower than it is.

namespace {

constexpr slong bits = 128;

class Row {
 public:
  explicit Row(slong size) : size_(size), elements_(_arb_vec_init(size)) {}
  Row(Row&& other) noexcept
      : size_(other.size_), elements_(std::exchange(other.elements_, nullptr)) {}
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;
  Row& operator=(Row&&) = delete;
  ~Row() {
    if (elements_ != nullptr) { _arb_vec_clear(elements_, size_); }
  }
  [[nodiscard]] slong size() const { return size_; }
  arb_ptr operator[](slong i) { return elements_ + i; }
  arb_srcptr operator[](slong i) const { return elements_ + i; }

 private:
  slong size_;
  arb_ptr elements_;
};

Row held(std::span<const float> logits) {
  Row row(static_cast<slong>(logits.size()));
  for (slong i = 0; i < row.size(); ++i) {
    arb_set_d(row[i], double{logits[static_cast<std::size_t>(i)]});
  }
  return row;
}

Row maximum(const Row& z) {
  Row largest(1);
  arb_srcptr at = z[0];
  for (slong i = 1; i < z.size(); ++i) {
    if (arf_cmp(arb_midref(z[i]), arb_midref(at)) > 0) { at = z[i]; }
  }
  arb_set(largest[0], at);
  return largest;
}

Row shifted(const Row& z, const Row& largest) {
  Row row(z.size());
  for (slong i = 0; i < z.size(); ++i) { arb_sub(row[i], z[i], largest[0], bits); }
  return row;
}

Row exponentials_of(const Row& x) {
  Row row(x.size());
  for (slong i = 0; i < x.size(); ++i) { arb_exp(row[i], x[i], bits); }
  return row;
}

Row sum(const Row& x) {
  Row total(1);
  for (slong i = 0; i < x.size(); ++i) { arb_add(total[0], total[0], x[i], bits); }
  return total;
}

Row quotients_of(const Row& x, const Row& y) {
  Row row(x.size());
  for (slong i = 0; i < x.size(); ++i) { arb_div(row[i], x[i], y[0], bits); }
  return row;
}

class ArbContender final : public Contender {
 public:
  explicit ArbContender(std::span<const float> logits)
      : logits_(held(logits)),
        shifted_(shifted(logits_, maximum(logits_))),
        exponentials_(exponentials_of(shifted_)),
        sum_(sum(exponentials_)) {}

  void softmax() const override {
    const Row largest = maximum(logits_);
    const Row x = shifted(logits_, largest);
    const Row e = exponentials_of(x);
    const Row total = sum(e);
    benchmark::DoNotOptimize(quotients_of(e, total));
  }

  void exponentials() const override {
    Row e(1);
    for (slong i = 0; i < shifted_.size(); ++i) { arb_exp(e[0], shifted_[i], bits); }
  }

  void quotients() const override {
    Row p(1);
    for (slong i = 0; i < exponentials_.size(); ++i) {
      arb_div(p[0], exponentials_[i], sum_[0], bits);
    }
  }

 private:
  Row logits_;
  Row shifted_;
  Row exponentials_;
  Row sum_;
};

}  // namespace

std::unique_ptr<Contender> arb_contender(std::span<const float> logits) {
  return std::make_unique<ArbContender>(logits);
}
