#pragma once
/// lessons/GLOSSARY.md: the terms and formulas of all lessons on one page.

#include <span>
#include <string>
#include <string_view>

namespace softmax::guide {

struct Term {
  std::string_view name;
  std::string_view meaning;  ///< markdown, one or two sentences
  std::string_view lesson;   ///< the id of the one that explains it
};

/// The terms, in alphabetical order.
std::span<const Term> terms();

/// Computes: the page as Markdown: formulas, what each format can hold, then the terms.
std::string glossary();

}  // namespace softmax::guide
