#include "app/trace_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {
namespace {

template <class Value>
Value one_of(const std::string& what, const std::string& text,
             const std::vector<std::pair<std::string, Value>>& choices) {
  std::vector<std::string> names;
  for (const auto& [choice, value] : choices) {
    if (choice == text) { return value; }
    names.push_back(choice);
  }
  throw std::invalid_argument(fmt::format("unknown {} {}{} (one of {})", what, quotation(text),
                                          did_you_mean(text, names), joined(names)));
}

SumOrder parse_order(const std::string& text) {
  return one_of<SumOrder>("sum", text,
                          {{"sequential", SumOrder::sequential},
                           {"reverse", SumOrder::reverse},
                           {"pairwise", SumOrder::pairwise},
                           {"compensated", SumOrder::compensated}});
}

TemperatureOrder parse_temperature_order(const std::string& text) {
  return one_of<TemperatureOrder>("temperature order", text,
                                  {{"subtract_first", TemperatureOrder::subtract_first},
                                   {"scale_first", TemperatureOrder::scale_first}});
}

ExpSource parse_exp(const std::string& text) {
  return one_of<ExpSource>(
      "exp", text,
      {{"correctly_rounded", ExpSource::correctly_rounded}, {"libm", ExpSource::libm}});
}

Given parse_temperature(const std::string& text) {
  if (!Given::is_number(text)) {
    throw std::invalid_argument(
        fmt::format("temperature {} is not a number; write one above 0", quotation(text)));
  }
  return Given::from_text(text);
}

}  // namespace

Settings settings_of(const TraceCommand& command) {
  Settings settings;
  settings.arithmetic = {parse_format(command.format), parse_exp(command.exp)};
  settings.accumulator = parse_format(command.accumulator.value_or(command.format));
  settings.order = parse_order(command.order);
  settings.temperature = parse_temperature(command.temperature);
  settings.temperature_order = parse_temperature_order(command.temperature_order);
  return settings;
}

/// Names with commas between; the parser joins repeated options by line ends.
std::vector<Algorithm> algorithms_of(const TraceCommand& command) {
  std::vector<Algorithm> algorithms;
  bool all = false;
  std::string_view rest = command.algorithms;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",\n"), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (text == "all") {
      all = true;
    } else if (!text.empty()) {
      algorithms.push_back(parse_algorithm(text));
    }
  }
  if (all) { return {all_algorithms.begin(), all_algorithms.end()}; }
  if (algorithms.empty()) {
    throw std::invalid_argument("--algorithm needs a value: a name, several with commas, or all");
  }
  return algorithms;
}

}  // namespace softmax::app
