#pragma once
/// Lesson 4 in four sources beside its quiz: lesson.cpp, the tables that need no machine
/// (exact.cpp), a machine's long sum (long_sum.cpp), and what is said of it (machine.cpp).
///
///     percent(share_above(3), 4);   // "99.99 %"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/certified.hpp"
#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons::crowd {

// --- one logit, and all others below it by one gap ---

constexpr std::string_view top_logit = "10";
constexpr std::string_view other_logit = "0";
constexpr std::size_t vocabulary = 128'000;

/// Computes: the gap.
Certified gap();

/// Computes: the certified share 1/(1 + (n - 1) e^-gap) of the top one among n tokens.
Certified share_above(std::size_t n);

/// Computes: that share by the number of tokens.
page::Table by_crowd();

// --- three short rows ---

struct NamedRow {
  std::string_view name;
  std::string_view logits;  ///< the largest first, then the second
};
inline constexpr std::array rows = {
    NamedRow{"A", "5 4 0 0 0 0"},
    NamedRow{"B", "5 2 2 2 2 2"},
    NamedRow{"C", "5 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2"},
};

/// Computes: a row each: the gaps to the second and to the average, and the share of the first.
page::Table two_gaps();
/// Computes: a row each: the gap to the log-sum-exp of all but the first.
page::Table gap_to_the_rest();

// --- a machine's long sum ---

/// Computes: the share of the top one in the vocabulary, its exponential first in the sum.
/// Cost: two milliseconds.
double computed_share(const Settings& settings, Algorithm algorithm);

/// Where a running sum no longer moves, and how many addends it had taken in by then.
struct Stop {
  double at = 0;
  std::size_t after = 0;
};

/// Computes: that of the exponentials of all but the top one; nothing if their sum moves on.
std::optional<Stop> stop_of_the_others(const Format& format);

/// Computes: a row a format each.
page::Table shares_in_six_formats();
page::Table stops_in_six_formats();

// --- the ideas about machines ---

page::Idea identical();
page::Idea six_formats();
page::Idea where_it_stops();

}  // namespace softmax::lessons::crowd
