#pragma once
/// A row that does not change any more, and that many may hold at once.
///
/// A trace refers to its computed rows from several places (each stage's exact values are made of
/// the rows that it read); none of them copies one.
///
///     HeldRow row = std::vector<double>{1, 2};     // as a vector, but for writing
///     row[1]; row.size(); for (double x : row) ...

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace softmax {

template <class T>
class SharedRow {
 public:
  SharedRow() : values_(std::make_shared<const std::vector<T>>()) {}
  // A row is made of a vector wherever one is expected.
  SharedRow(std::vector<T> values)  // NOLINT(google-explicit-constructor)
      : values_(std::make_shared<const std::vector<T>>(std::move(values))) {}
  operator const std::vector<T>&() const {
    return *values_;
  }  // NOLINT(google-explicit-constructor)

  [[nodiscard]] std::size_t size() const { return values_->size(); }
  [[nodiscard]] const T* data() const { return values_->data(); }
  [[nodiscard]] auto begin() const { return values_->begin(); }
  [[nodiscard]] auto end() const { return values_->end(); }
  [[nodiscard]] const T& front() const { return values_->front(); }
  [[nodiscard]] const T& back() const { return values_->back(); }
  const T& operator[](std::size_t i) const { return (*values_)[i]; }
  friend bool operator==(const SharedRow& a, const SharedRow& b) {
    return *a.values_ == *b.values_;
  }

 private:
  std::shared_ptr<const std::vector<T>> values_;
};

/// Computed values: numbers of a format.
using HeldRow = SharedRow<double>;

}  // namespace softmax
