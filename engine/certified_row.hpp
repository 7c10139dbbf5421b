#pragma once
/// The exact values of one stage, as certified numbers that are made when they are asked for.
///
///     row.reference[i];            // 128 bits
///     row.reference.witness(i);    // 168 bits, by another library: what else is like it
///
/// A row of a hundred thousand logits would need 64 bytes for each certified number of each stage;
/// to make one again takes less than a tenth of a microsecond. A trace therefore keeps none.
/// Cost: of an element, that of the stage; of the first witness of an algorithm, a row of its exps.
/// Not to be shared among threads: the first witness is kept.

#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

#include "engine/certified.hpp"

namespace softmax {

/// Where the values come from.
class ExactValues {
 public:
  ExactValues() = default;
  ExactValues(const ExactValues&) = delete;
  ExactValues(ExactValues&&) = delete;
  ExactValues& operator=(const ExactValues&) = delete;
  ExactValues& operator=(ExactValues&&) = delete;
  virtual ~ExactValues() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  [[nodiscard]] virtual Certified certified(std::size_t i) const = 0;
  [[nodiscard]] virtual Witness witness(std::size_t i) const = 0;
  /// Whether certified(i) is finite, where that can be told without it.
  [[nodiscard]] virtual bool finite(std::size_t i) const { return certified(i).finite(); }
  /// Whether the value is, by how it comes about, the reference's own.
  [[nodiscard]] virtual bool is_reference(std::size_t /*i*/) const { return false; }
};

class CertifiedRow {
 public:
  CertifiedRow() : CertifiedRow(std::vector<Certified>{}) {}
  /// Values that are known already.
  CertifiedRow(std::vector<Certified> values);  // NOLINT(google-explicit-constructor)
  explicit CertifiedRow(std::shared_ptr<const ExactValues> values) : values_(std::move(values)) {}

  /// All of them at once.
  operator std::vector<Certified>() const {  // NOLINT(google-explicit-constructor)
    return {begin(), end()};
  }

  [[nodiscard]] std::size_t size() const { return values_->size(); }
  Certified operator[](std::size_t i) const { return values_->certified(i); }
  [[nodiscard]] Certified front() const { return values_->certified(0); }
  [[nodiscard]] Certified back() const { return values_->certified(size() - 1); }
  [[nodiscard]] Witness witness(std::size_t i) const { return values_->witness(i); }

  /// Computes: (*this)[i].finite(), sooner.
  [[nodiscard]] bool finite(std::size_t i) const { return values_->finite(i); }

  /// Whether element i is that of the reference, and not only as large.
  [[nodiscard]] bool repeats(const CertifiedRow& reference, std::size_t i) const {
    return values_ == reference.values_ || values_->is_reference(i);
  }

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Certified;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Certified;
    Iterator(const CertifiedRow* row, std::size_t i) : row_(row), i_(i) {}
    Certified operator*() const { return (*row_)[i_]; }
    Iterator& operator++() {
      ++i_;
      return *this;
    }
    Iterator operator++(int) { return {row_, i_++}; }
    bool operator==(const Iterator&) const = default;

   private:
    const CertifiedRow* row_;
    std::size_t i_;
  };
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size()}; }

 private:
  std::shared_ptr<const ExactValues> values_;
};

/// Computes: row[i], or row.witness(i), by the kind of number.
template <class Number>
Number value_in(const CertifiedRow& row, std::size_t i);
template <>
inline Certified value_in<Certified>(const CertifiedRow& row, std::size_t i) {
  return row[i];
}
template <>
inline Witness value_in<Witness>(const CertifiedRow& row, std::size_t i) {
  return row.witness(i);
}

}  // namespace softmax
