#include "engine/compare_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include "engine/cell.hpp"
#include "engine/compare_groups.hpp"
#include "engine/compare_report_temperature.hpp"
#include "engine/report_theory.hpp"

namespace softmax {
namespace {

std::string plural(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// "probabilities", or "outputs" where they may be more than one thing.
std::string_view what_they_are(const Question& question, const Comparison& answer) {
  if (answer.best.empty()) { return "outputs"; }
  const Output first = output_of(answer.best.front().candidate.algorithm);
  const bool one = std::all_of(answer.best.begin(), answer.best.end(), [&](const Attempt& a) {
    return output_of(a.candidate.algorithm) == first;
  });
  if (!one || (first != Output::log_sum_exp && question.outputs.size() == 1)) { return "outputs"; }
  switch (first) {
    case Output::log_probabilities:
      return "log-probabilities";
    case Output::log_sum_exp:
      return "log-sum-exp";
    case Output::probabilities:
      break;
  }
  return "probabilities";
}

/// "3 probabilities", "1 output", "1 log-sum-exp".
std::string counted(const Question& question, const Comparison& answer) {
  const std::size_t count = question.outputs.size();
  const std::string_view what = what_they_are(question, answer);
  return count == 1 && what == "outputs" ? "1 output" : fmt::format("{} {}", count, what);
}

std::string heading(const Question& question, const Comparison& answer, const Style& style) {
  const int digits = most_digits(question);
  std::string known = question.decimal ? "" : ", known bit for bit";
  if (digits > 0) { known = ", printed to " + plural(static_cast<std::size_t>(digits), "digit"); }
  const std::string temperature = question.temperature ? question.temperature->text() : "1";
  return wrapped(
      fmt::format("comparing {}{}, with the softmax of {} at T = {}: {} tried",
                  counted(question, answer), known, plural(question.logits.size(), "logit"),
                  temperature, plural(answer.tried, "setting")),
      style.width, 10);
}

std::string ulp_text(double ulp) {
  if (ulp == 0 || (ulp >= 0.001 && ulp < 1000)) { return fmt::format("{:.3g}", ulp); }
  return ulp >= 1000 && ulp < 1e6 ? fmt::format("{:.0f}", ulp) : fmt::format("{:.2g}", ulp);
}

std::string formats_and_temperature(const Candidate& candidate) {
  const std::string temperature = candidate.settings.temperature.text();
  return formats_text(candidate) + (temperature == "1" ? "" : ", T = " + temperature);
}

std::string bullet(const std::string& text, const Style& style) {
  return wrapped("  " + text, style.width, 4);
}

/// "element 1 is 0.24, but 0.2424 was computed: 12 ulp".
std::string off_by(const Question& question, const Attempt& attempt) {
  const Difference& d = attempt.difference;
  const std::string where = fmt::format("element {} is {}, but {} was computed", d.element,
                                        question.outputs[d.element].text(),
                                        short_digits(attempt.computed, attempt.candidate.stored));
  if (d.kinds > 0) {
    return fmt::format("{}; NaN and infinity stand elsewhere in {}", where,
                       plural(d.kinds, "element"));
  }
  return fmt::format("{}: {} ulp off", where, ulp_text(d.ulp));
}

std::string allowance_text(const Allowance& allowed) {
  const std::string bound = fmt::format("2 ({}), {}", allowed.formula, allowed.source);
  if (allowed.vacuous) { return "rounding alone may explain anything here: " + bound; }
  return fmt::format("rounding alone explains at most {:.4g} u (an ulp is 1 to 2 u): {}",
                     allowed.in_u, bound);
}

/// "3 digits tell", "1 digit tells".
std::string digits_and_verb(int digits, std::string_view verb) {
  return fmt::format("{} {}{}", plural(static_cast<std::size_t>(digits), "digit"), verb,
                     digits == 1 ? "s" : "");
}

/// Digits that would tell the settings apart, where those that were printed do not.
std::string hint(const Question& question, const Comparison& answer,
                 const std::vector<Group>& groups, const Style& style) {
  const int digits = most_digits(question);
  const int enough = digits_that_name(parse_format("binary32"));
  if (digits == 0 || digits >= enough) { return ""; }
  std::string out;
  const bool many = groups.size() > 1 || groups.front().on(Axis::algorithm).size() > 1 ||
                    groups.front().on(Axis::formats).size() > 1;
  if (many) {
    out += bullet(fmt::format("{} them no further apart: {} digits name every number of "
                              "binary32, {} of binary64",
                              digits_and_verb(digits, "tell"), enough,
                              digits_that_name(parse_format("binary64"))),
                  style);
  }
  const std::string range = temperature_range(answer);
  if (range.empty()) { return out; }
  return out + bullet(fmt::format("{} {}", digits_and_verb(digits, "leave"), range), style);
}

std::string reproduced_text(const Question& question, const Comparison& answer,
                            const Style& style) {
  const char* how = question.decimal ? "REPRODUCED, to the last printed digit, by"
                                     : "REPRODUCED, bit for bit, by";
  const std::vector<Group> groups = grouped(answer.reproduced, question);
  std::string out = paint(style, Colour::good, how) + "\n";
  for (const Group& group : groups) { out += bullet(words(group), style); }
  return out + hint(question, answer, groups, style);
}

void insert_nearest_first(std::vector<Attempt>& attempts, const Attempt& attempt) {
  attempts.insert(std::upper_bound(attempts.begin(), attempts.end(), attempt, nearer), attempt);
}

std::string within_text(const Question& question, const Comparison& answer, const Style& style) {
  std::vector<Attempt> close;
  for (const Attempt& attempt : answer.best) {
    if (attempt.match == Match::within_rounding) { insert_nearest_first(close, attempt); }
  }
  std::string out =
      paint(style, Colour::good, "NOT REPRODUCED, BUT WITHIN ROUNDING of what these give") + "\n";
  constexpr std::size_t most = 3;
  for (const Attempt& attempt : std::span(close).first(std::min(most, close.size()))) {
    out += bullet(fmt::format("{}; {}: {}; {}", name(attempt.candidate.algorithm),
                              formats_and_temperature(attempt.candidate), off_by(question, attempt),
                              allowance_text(*attempt.allowed)),
                  style);
  }
  if (close.size() > most) {
    out += bullet(fmt::format("{} more, marked ~ below", close.size() - most), style);
  }
  return out;
}

std::string no_match_text(const Question& question, const Comparison& answer, const Style& style) {
  std::string out =
      paint(style, Colour::bad, "NO MATCH: nothing that was tried gives these outputs") + "\n";
  const Attempt* nearest = answer.nearest();
  if (nearest == nullptr) { return out; }
  out += bullet(fmt::format("nearest: {}; {}", name(nearest->candidate.algorithm),
                            formats_and_temperature(nearest->candidate)),
                style);
  out += bullet(off_by(question, *nearest), style);
  if (nearest->allowed && nearest->difference.kinds == 0) {
    out += bullet(allowance_text(*nearest->allowed), style);
  }
  return out;
}

std::string origins_text(const Comparison& answer, const Style& style) {
  if (answer.origins.empty()) { return ""; }
  std::string out =
      fmt::format("\nwhere the first {} was born\n", answer.origins.front().nan ? "nan" : "inf");
  for (const Origin& origin : answer.origins) {
    out += bullet(fmt::format("{}, {}: {}", name(origin.candidate.algorithm),
                              formats_text(origin.candidate), origin.sentence),
                  style);
  }
  return out;
}

/// "0", "1.5 ~", "nan/inf (3)".
std::string how_far(const Attempt& attempt) {
  const Difference& d = attempt.difference;
  if (d.kinds > 0) { return fmt::format("nan/inf ({})", d.kinds); }
  return ulp_text(d.ulp) + (attempt.match == Match::within_rounding ? " ~" : "");
}

/// A line of the table: what was tried in one choice of formats, at one T.
struct Line {
  std::string format;
  std::string label;
  std::vector<Attempt> attempts;
};

/// What was stored narrower than computed is shown only where it explains something.
std::vector<Line> lines_of(const Comparison& answer) {
  std::vector<Line> lines;
  for (const Attempt& attempt : answer.best) {
    const Candidate& c = attempt.candidate;
    if (c.stored.name != c.working().name && attempt.match == Match::none) { continue; }
    const std::string label = formats_and_temperature(c);
    if (lines.empty() || lines.back().label != label) {
      lines.push_back({c.working().name, label, {}});
    }
    insert_nearest_first(lines.back().attempts, attempt);
  }
  return lines;
}

/// "0 shifted, online; 1.98 ~ unshifted": the nearest first.
std::string line_text(const Line& line) {
  std::string text;
  std::string last;
  for (const Attempt& attempt : line.attempts) {
    const std::string off = how_far(attempt);
    const std::string_view algorithm = name(attempt.candidate.algorithm);
    if (off == last) {
      text += fmt::format(", {}", algorithm);
    } else {
      text += fmt::format("{}{} {}", text.empty() ? "" : "; ", off, algorithm);
    }
    last = off;
  }
  return text;
}

std::string legend(const std::vector<Line>& lines, const Style& style) {
  bool close = false;
  bool kinds = false;
  bool stored = false;
  bool kept = false;
  for (const Line& line : lines) {
    for (const Attempt& attempt : line.attempts) {
      const Candidate& c = attempt.candidate;
      close = close || attempt.match == Match::within_rounding;
      kinds = kinds || attempt.difference.kinds > 0;
      kept = kept || c.read.name != c.working().name;
      stored = stored || (c.stored.name != c.working().name && c.read.name == c.working().name);
    }
  }
  return (close ? bullet("~ within rounding", style) : "") +
         (kinds ? bullet("nan/inf (k): k elements are nan or inf on one side only", style) : "") +
         (stored ? bullet("stored in: the results are rounded to it", style) : "") +
         (kept ? bullet("kept in: logits and results are rounded to it", style) : "");
}

/// In the order of the question's formats: what was tried in each, or why nothing was.
std::string distances_text(const Question& question, const Comparison& answer, const Style& style) {
  const std::vector<Line> lines = lines_of(answer);
  std::size_t width = 8;
  for (const Line& line : lines) { width = std::max(width, line.label.size()); }
  std::string out =
      "\n" +
      wrapped("how far off, in ulp at the worst element: the best setting of each", style.width, 2);
  const auto row = [&](const std::string& label, const std::string& text) {
    out += wrapped(fmt::format("  {:<{}}  {}", label, width, text), style.width, width + 4);
  };
  for (const Format& format : question.formats) {
    for (const Line& line : lines) {
      if (line.format == format.name) { row(line.label, line_text(line)); }
    }
    for (const Rejection& r : answer.rejected) {
      if (r.format.name == format.name) { row(r.format.name, r.reason); }
    }
  }
  return out + legend(lines, style);
}

}  // namespace

int most_digits(const Question& question) {
  int most = 0;
  for (const Given& output : question.outputs) {
    const Printed p = printed(output, question.decimal);
    if (p.quantum > 0) { most = std::max(most, p.digits); }
  }
  return most;
}

std::string compare_text(const Question& question, const Comparison& answer, const Style& style) {
  std::string out =
      heading(question, answer, style) + temperatures_text(question, answer, style) + "\n";
  switch (answer.verdict) {
    case Match::identical:
      out += reproduced_text(question, answer, style);
      break;
    case Match::within_rounding:
      out += within_text(question, answer, style);
      break;
    case Match::none:
      out += no_match_text(question, answer, style);
      break;
  }
  return out + origins_text(answer, style) + distances_text(question, answer, style);
}

}  // namespace softmax
