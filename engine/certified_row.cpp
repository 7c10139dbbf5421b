#include "engine/certified_row.hpp"

namespace softmax {
namespace {

class KnownValues final : public ExactValues {
 public:
  explicit KnownValues(std::vector<Certified> values) : values_(std::move(values)) {}
  [[nodiscard]] std::size_t size() const override { return values_.size(); }
  [[nodiscard]] Certified certified(std::size_t i) const override { return values_[i]; }
  [[nodiscard]] Witness witness(std::size_t i) const override {
    return Witness(widened(values_[i].ball()), values_[i].kind());
  }

 private:
  std::vector<Certified> values_;
};

}  // namespace

CertifiedRow::CertifiedRow(std::vector<Certified> values)
    : values_(std::make_shared<const KnownValues>(std::move(values))) {}

}  // namespace softmax
