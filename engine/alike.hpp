#pragma once
/// Which elements of a row are one number. A narrow format holds a vocabulary of 128,000 logits in
/// a few hundred numbers, and what depends on a number alone need be made once for each of them.
///
///     const Alike alike(held);
///     alike.groups(n);          // how many distinct numbers the n elements are
///     alike.group(0, n).times;  // how often the first of them is there
///
/// It saves time and changes no number that is computed. Of exact sums it changes the radius: that
/// of equals is a product. It looks at long rows alone, and finds nothing where fewer than half of
/// the elements would be saved.
/// Cost: 2 to 20 nanoseconds an element; it keeps 4 bytes of each and 16 of each group.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/shared_row.hpp"

namespace softmax {

class Alike {
 public:
  /// Shorter rows are not looked at.
  static constexpr std::size_t shortest = 1024;

  struct Group {
    std::size_t first;  ///< the first of the elements that are one number
    std::size_t times;  ///< how many there are
  };

  /// Nothing was found: every element is a group of its own.
  Alike() = default;
  explicit Alike(std::span<const double> row);

  /// How many groups a row of `count` elements has, and the k-th; a row of another length than was
  /// looked at has none but single elements.
  [[nodiscard]] std::size_t groups(std::size_t count) const {
    return found(count) ? groups_.size() : count;
  }
  [[nodiscard]] Group group(std::size_t k, std::size_t count) const {
    return found(count) ? groups_[k] : Group{k, 1};
  }

  /// Computes: f(0) to f(count - 1), where f(i) depends on the number i alone.
  template <class Function>
  auto map(std::size_t count, Function&& f) const {
    std::vector<decltype(f(count))> result;
    result.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t first = found(count) ? first_[i] : i;
      result.push_back(first == i ? f(i) : result[first]);
    }
    return result;
  }

 private:
  [[nodiscard]] bool found(std::size_t count) const { return first_.size() == count && count > 0; }

  SharedRow<std::uint32_t> first_;  ///< of each element, the first that is the same number
  SharedRow<Group> groups_;
};

}  // namespace softmax
