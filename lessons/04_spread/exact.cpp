// What lesson 4 needs no machine for: its certified tables.
#include <string>

#include "lessons/04_spread/parts.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::crowd {
namespace {

using namespace page;

/// The first logit and what it competes with.
struct Contest {
  Certified first;
  Certified second;
  Certified average;  ///< of all
  Certified rest;     ///< ln of the sum of e^z over all but the first
  Certified share;    ///< of the first
};

Contest contest(std::string_view logits) {
  const Trace t = traced(logits, {Algorithm::shifted});
  const Certified first = t.logits[0].value();
  Certified total = first;
  Certified rest;
  for (std::size_t i = 1; i < t.logits.size(); ++i) {
    total = total + t.logits[i].value();
    rest = rest + exp(t.logits[i].value());
  }
  const Certified n(static_cast<double>(t.logits.size()));
  return {first, t.logits[1].value(), total / n, log(rest), reference(t, 0)};
}

}  // namespace

Certified gap() {
  return Given::from_text(top_logit).value() - Given::from_text(other_logit).value();
}

Certified share_above(std::size_t n) {
  const Certified one(1.0);
  return one / (one + Certified(static_cast<double>(n - 1)) * exp(-gap()));
}

Table by_crowd() {
  Table table{"One logit above all others, by how many tokens there are:",
              {"tokens n", "share of the top one", "share of each other"},
              {}};
  for (const std::size_t n :
       {std::size_t{3}, std::size_t{100}, std::size_t{1'000}, std::size_t{10'000}, vocabulary}) {
    const Certified share = share_above(n);
    const Certified others(static_cast<double>(n - 1));
    table.rows.push_back(
        {count(n), percent(share, 4), percent((Certified(1.0) - share) / others, 3)});
  }
  return table;
}

Table two_gaps() {
  Table table{"The first logit of each row, and its share:",
              {"row", "gap to the second", "gap to the average", "share of the first"},
              {}};
  for (const NamedRow& row : rows) {
    const Contest c = contest(row.logits);
    table.rows.push_back({std::string(row.name), digits(c.first - c.second, 3),
                          digits(c.first - c.average, 3), percent(c.share, 3)});
  }
  return table;
}

Table gap_to_the_rest() {
  Table table{"The same rows, each as a contest of two:",
              {"row", "second logit", "rest L", "gap to L", "share of the first"},
              {}};
  for (const NamedRow& row : rows) {
    const Contest c = contest(row.logits);
    table.rows.push_back({std::string(row.name), digits(c.second, 3), digits(c.rest, 4),
                          digits(c.first - c.rest, 3), percent(c.share, 3)});
  }
  return table;
}

}  // namespace softmax::lessons::crowd
