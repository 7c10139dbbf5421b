#pragma once
/// The bounds of one run, from the texts of its logits.

#include <array>
#include <string>
#include <vector>

#include "engine/bounds.hpp"

namespace softmax {

inline Trace trace_of(const std::vector<std::string>& logits, Algorithm algorithm,
                      const Settings& settings = {}) {
  std::vector<Given> given;
  for (const std::string& text : logits) { given.push_back(Given::from_text(text)); }
  return trace(given, settings, std::array{algorithm});
}

inline std::vector<Bound> bounds_of(const std::vector<std::string>& logits, Algorithm algorithm,
                                    const Settings& settings = {}) {
  const Trace t = trace_of(logits, algorithm, settings);
  return bounds(t.runs[0], t);
}

}  // namespace softmax
