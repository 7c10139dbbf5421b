#pragma once
/// The stages of one run as lines of text, and two such blocks side by side.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/outcome.hpp"
#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// The texts of one value's line.
struct TextRow {
  std::string index;
  std::string computed;
  std::string reference;
  std::string ulp;
  Outcome outcome;
};

struct TextSection {
  std::string stage;
  std::vector<TextRow> rows;
};

/// One run, before it is laid out.
struct TextBlock {
  std::string title;
  std::vector<TextSection> sections;
};

/// Computes: the listed elements of every stage of the run.
TextBlock text_block(const Trace& trace, const Run& run, const std::vector<std::size_t>& elements);

/// Computes: the blocks side by side with equal stages on equal lines, if they are two and the
/// style is wide enough; else one below the other. Columns are as wide as their widest text; those
/// that a narrow style has no room for are left out, and named below.
std::string lay_out(const std::vector<TextBlock>& blocks, const Style& style);

}  // namespace softmax
