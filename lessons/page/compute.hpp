#pragma once
/// What lessons compute, in one line: a trace, a figure of it, a number in digits.
///
///     const Trace t = traced("2 1 0.1", {Algorithm::shifted});
///     fmt::format("{} of it", percent(result(t, 0), 3));    // "65.9 % of it"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/certified.hpp"
#include "engine/trace.hpp"
#include "lessons/page/page.hpp"

namespace softmax::page {

/// Computes: the numbers, written with blanks between: "2 1 0.1".
std::vector<Given> given(std::string_view numbers);

/// Computes: the default settings, all in one format.
Settings in(std::string_view format, std::string_view temperature = "1");

/// Computes: the trace of each algorithm on the logits.
Trace traced(std::string_view logits, const std::vector<Algorithm>& algorithms,
             const Settings& settings = {});

/// Computes: the logits as they were given: "2, 1, 0.1".
std::string listed(const Trace& trace);

/// Computes: the figure of a trace, and the command line that prints the same trace.
TraceFigure figure(std::string caption, Trace trace, std::size_t shown = 0);

/// Computes: the probabilities in every way that is computed alone, without references: what a row
/// of 128,000 wants.
std::vector<double> probabilities(std::span<const double> held, const Settings& settings,
                                  Algorithm algorithm = Algorithm::shifted);

/// Computes: the sum of the values as the settings add: the stage sum alone.
double summed(std::span<const double> values, const Settings& settings);

/// Computes: the last row of that stage of a run. Throws: std::invalid_argument if it has none.
const StageRow& stage(const Run& run, Stage wanted);

/// Computes: element i of a run's last stage, as computed, and its certified reference.
double result(const Trace& trace, std::size_t i, std::size_t run = 0);
Certified reference(const Trace& trace, std::size_t i, std::size_t run = 0);

/// Computes: a share in real arithmetic, with numbers in its formula:
/// "e^0.7 / (e^0.7 + e^0.2 + e^0.1) = 2.014 / 4.340".
std::string share_in_numbers(const Trace& trace, std::size_t i);

/// Computes: bars of the last row of a run, labelled by the logits as they were given.
Bars bars(std::string caption, const Trace& trace, std::size_t run = 0);

/// Computes: bars of numbers that somebody else computed.
Bars bars(std::string caption, const std::vector<std::string>& labels,
          std::span<const double> shares);

/// Computes: where e^z becomes 0, subnormal, normal and infinite in the format, and the marks.
NumberLine exp_line(std::string caption, const Format& format, std::vector<Mark> marks);

// --- digits ---

/// Computes: all digits that tell the number from its neighbours in the format.
std::string digits(double held, const Format& format);
/// Computes: the certified number to at most `most` digits, all of them right.
std::string digits(const Certified& x, int most);
/// Computes: x to so many significant digits; "inf", "-inf" or "nan".
std::string rounded(double x, int significant);
/// Computes: x to so many decimals: "1.000".
std::string decimals(double x, int places);
/// Computes: "65.9 %", the share to so many significant digits.
std::string percent(double share, int significant);
std::string percent(const Certified& share, int significant);
/// Computes: "128,000".
std::string count(std::size_t n);

}  // namespace softmax::page
