#include "engine/alike.hpp"

#include <bit>

namespace softmax {
namespace {

/// A table of the first element of every number, found by the number's pattern.
class FirstOfEach {
 public:
  explicit FirstOfEach(std::span<const double> row)
      : row_(row),
        shift_(std::countl_zero(std::uint64_t{row.size()})),
        places_(place_count(shift_), none) {}

  /// Computes: the first element that is the same number as element i, which may be i itself.
  std::uint32_t of(std::uint32_t i) {
    const std::uint64_t pattern = pattern_of(i);
    auto place =
        static_cast<std::size_t>((pattern * golden_ratio) >> static_cast<unsigned>(shift_ - 1));
    while (places_[place] != none && pattern_of(places_[place]) != pattern) {
      place = (place + 1) % places_.size();
    }
    if (places_[place] == none) { places_[place] = i; }
    return places_[place];
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::uint64_t golden_ratio = 0x9e3779b97f4a7c15;  // of 2^64: Knuth's hash

  /// Twice as many as elements at least, so that a free one is always near.
  static std::size_t place_count(int zeros) {
    return std::size_t{1} << static_cast<unsigned>(65 - zeros);
  }
  [[nodiscard]] std::uint64_t pattern_of(std::uint32_t i) const {
    return std::bit_cast<std::uint64_t>(row_[i]);
  }

  std::span<const double> row_;
  int shift_;
  std::vector<std::uint32_t> places_;
};

}  // namespace

Alike::Alike(std::span<const double> row) {
  if (row.size() < shortest || row.size() >= ~std::uint32_t{0}) { return; }
  FirstOfEach first_of_each(row);
  std::vector<std::uint32_t> first(row.size());
  std::vector<std::uint32_t> place(row.size());  // of a first element, its group
  std::vector<Group> groups;
  for (std::uint32_t i = 0; i < row.size(); ++i) {
    first[i] = first_of_each.of(i);
    if (first[i] == i) {
      if (groups.size() >= row.size() / 2) { return; }
      place[i] = static_cast<std::uint32_t>(groups.size());
      groups.push_back({i, 0});
    }
    ++groups[place[first[i]]].times;
  }
  first_ = std::move(first);
  groups_ = std::move(groups);
}

}  // namespace softmax
