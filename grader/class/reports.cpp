#include "grader/class/reports.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax::grader {

std::span<const ReportFormat> report_formats() {
  static constexpr std::array<ReportFormat, 6> all = {{
      {"json", json_report, false},
      {"csv", csv_report, false},
      {"junit", junit_report, false},
      {"gradescope", gradescope_report, true},
      {"prairielearn", prairielearn_report, true},
      {"html", html_report, false},
  }};
  return all;
}

const ReportFormat& report_format(const std::string& name) {
  const auto all = report_formats();
  const auto found = std::ranges::find(all, name, &ReportFormat::name);
  if (found != all.end()) { return *found; }
  std::vector<std::string> names;
  for (const ReportFormat& format : all) { names.emplace_back(format.name); }
  throw std::invalid_argument(fmt::format("there is no report {}{}; there are {}", quotation(name),
                                          did_you_mean(name, names), joined(names)));
}

}  // namespace softmax::grader
