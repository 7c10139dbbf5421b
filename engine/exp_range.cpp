#include "engine/exp_range.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/json_text.hpp"

namespace softmax {
namespace {

constexpr int printed_digits = 30;

std::string digits(const Certified& x) { return quoted(x.decimal(printed_digits).digits); }

}  // namespace

ExpRange exp_range(const Format& format) {
  const Certified half(0.5);
  const Certified largest(format.largest);
  return {log(Certified(smallest_subnormal(format)) * half),
          log(Certified(smallest_normal(format))), log(largest + ulp(largest, format) * half)};
}

std::string format_json(const Format& format) {
  const ExpRange exp = exp_range(format);
  std::string out = "{\n  \"schema\": \"softmax-workbook/format/1\",\n";
  out += fmt::format(R"(  "format": {}, "bits": {}, "precision": {}, )", quoted(format.name),
                     encoding_bits(format), format.precision);
  out += fmt::format("\"emin\": {}, \"emax\": {}, \"overflow\": {},\n", format.emin, format.emax,
                     quoted(computed_text(overflow_value(format, false))));
  out +=
      fmt::format("  \"unit_roundoff\": {}, \"smallest_subnormal\": {},\n",
                  computed_text(unit_roundoff(format)), computed_text(smallest_subnormal(format)));
  out += fmt::format("  \"smallest_normal\": {}, \"largest\": {},\n",
                     computed_text(smallest_normal(format)), computed_text(format.largest));
  return out + fmt::format(
                   "  \"exp\": {{\"zero_below\": {}, \"subnormal_below\": {}, "
                   "\"overflow_above\": {}}}\n}}\n",
                   digits(exp.zero), digits(exp.subnormal), digits(exp.overflow));
}

}  // namespace softmax
