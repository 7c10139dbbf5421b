#include "lessons/guide/glossary.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"
#include "lessons/page/prose.hpp"

namespace softmax::guide {
namespace {

constexpr std::array all_terms = {
    Term{"attention weights", "Softmax over the scores of one query with all keys.", "attention"},
    Term{"birthplace", "The first stage and element at which a run holds an infinity or a NaN.",
         "overflow"},
    Term{"certified", "Known to within a radius that is proved; every printed digit is right.",
         "rounding"},
    Term{"exponentials", "e to each logit, or to each shifted logit.", "exponentiate"},
    Term{"format", "Which numbers a machine's type can hold: its bits of precision and its range.",
         "overflow"},
    Term{"greedy", "Taking the largest logit; of equals the first.", "decoding"},
    Term{"held logits", "The logits as the format holds them, each rounded once.", "rounding"},
    Term{"inherited error", "What a stage's inputs had wrong already.", "rounding"},
    Term{"ledger", "By how much each stage changed the logarithm of one probability.", "rounding"},
    Term{"local error", "What a stage itself rounded away, on the inputs that it got.", "rounding"},
    Term{"log-probabilities", "The logarithms of the probabilities; they are logits too.",
         "runtime"},
    Term{"logits", "Scores, one a token; any real numbers. Only their differences count.",
         "logits"},
    Term{"mask", "A logit of minus infinity: its probability is 0.", "attention"},
    Term{"max_logit", "The largest logit that is not masked.", "max_subtract"},
    Term{"normalizer", "Z, the sum of the exponentials (the partition function).", "normalize"},
    Term{"online", "Maximum and normalizer in one pass over the row.", "online"},
    Term{"outcome", "What became of a value in its own stage: exact, rounded, overflow, ...",
         "overflow"},
    Term{"overflow",
         "A result beyond the largest number of the format: infinite, or NaN in e4m3fn.",
         "overflow"},
    Term{"reference", "The real number that the same stage would hold in exact arithmetic.",
         "rounding"},
    Term{"shifted logits", "The logits less the largest of them: 0 at most.", "max_subtract"},
    Term{"silent zero", "A probability of 0 that should not be: x/inf, or an underflow.",
         "overflow"},
    Term{"stall", "A running sum so large that adding one more number changes nothing.", "spread"},
    Term{"subnormal", "A number below the normal range, with fewer bits.", "overflow"},
    Term{"temperature", "T, which divides the logits: below 1 sharper, above 1 flatter.",
         "temperature"},
    Term{"top-k, top-p", "Keeping the k largest, or the fewest that together reach p.", "decoding"},
    Term{"ulp", "Unit in the last place: the spacing of a format's numbers at a value.",
         "rounding"},
    Term{"underflow", "A result nearer to 0 than to any number of the format.", "overflow"},
    Term{"unit roundoff", "u, half the spacing at 1: the largest relative error of one rounding.",
         "rounding"},
};

std::string formulas() {
  return R"(
$$
p_i = \frac{e^{z_i/T}}{\sum_j e^{z_j/T}}
    = \frac{e^{(z_i-m)/T}}{\sum_j e^{(z_j-m)/T}}, \qquad m = \max_j z_j
$$

$$
\frac{p_i}{p_j} = e^{(z_i-z_j)/T}, \qquad
\ln p_i = z_i - m - \ln \sum_j e^{z_j-m}, \qquad
\mathrm{softmax}(z + c) = \mathrm{softmax}(z)
$$
)";
}

std::string row_of(const Format& format) {
  using page::decimals;
  const page::NumberLine line = page::exp_line("", format, {});
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", format.name, format.precision,
                     page::digits(format.largest, format), line.zones[0].text, line.zones[2].text,
                     page::rounded(unit_roundoff(format), 3));
}

std::string formats() {
  std::string out =
      "\n| format | bits of precision | largest number | e^z is 0 below | e^z overflows above | "
      "unit "
      "roundoff u |\n| --- | ---: | ---: | ---: | ---: | ---: |\n";
  for (const Format& format : builtin_formats()) { out += row_of(format); }
  return out;
}

}  // namespace

std::span<const Term> terms() { return all_terms; }

std::string glossary() {
  std::string out = "# Softmax on one page\n\n" +
                    page::prose_lines(
                        "What `./workbook glossary` prints. T is the temperature, m "
                        "the largest logit.");
  out += formulas() + formats() + "\n";
  for (const Term& term : terms()) {
    const lessons::Lesson& lesson = lessons::find(term.lesson);
    out += page::prose_lines(
        fmt::format("- **{}**: {} (lesson {})", term.name, term.meaning, lesson.number));
  }
  return out;
}

}  // namespace softmax::guide
