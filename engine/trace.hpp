#pragma once
/// One softmax, stage by stage: what was computed, and what is certified beside it.
///
///     Settings settings;                 // binary32, T = 1, exp correctly rounded
///     const Trace t = trace({Given::from_text("1000"), Given::from_text("999")}, settings,
///                           {Algorithm::unshifted, Algorithm::shifted});
///     t.runs[0].stages.back().computed[0];                     // nan: inf/inf
///     t.runs[1].stages.back().reference[0].decimal(12).digits; // "0.73105857863"
///
/// A trace is plain data and holds only what cannot be derived. Its reading is beside it:
/// errors.hpp, outcome.hpp, birthplace.hpp, bounds.hpp, ledger.hpp, stepper.hpp.

#include <functional>
#include <span>
#include <vector>

#include "engine/alike.hpp"
#include "engine/arithmetic.hpp"
#include "engine/certified_row.hpp"
#include "engine/given.hpp"
#include "engine/plan.hpp"
#include "engine/shared_row.hpp"
#include "engine/summation.hpp"

namespace softmax {

struct Settings {
  Arithmetic arithmetic{parse_format("binary32")};
  Format accumulator = parse_format("binary32");  ///< what the stage sum adds in
  SumOrder order = SumOrder::sequential;
  Given temperature = Given::from_text("1");
  TemperatureOrder temperature_order = TemperatureOrder::subtract_first;
};

/// One stage of one run. The three rows have one length: n, 1 for max, sum, log and add, 2 for
/// stream (the maximum, the normalizer).
struct StageRow {
  Step step;
  HeldRow computed;        ///< each a number of the format
  CertifiedRow reference;  ///< the same stage of the same algorithm in exact arithmetic
  CertifiedRow local;      ///< the stage's exact values on the inputs it really got
};

struct Run {
  Algorithm algorithm;
  std::vector<StageRow> stages;
  std::size_t undecided = 0;  ///< exps and logs computed that more than 128 bits had to round
};

struct Trace {
  SharedRow<Given> logits;
  Settings settings;
  double temperature = 1;  ///< as held in the format
  Alike alike;  ///< which logits are held as one number (derived, but every reading asks for it)
  std::vector<Run> runs;

  [[nodiscard]] const Format& format() const { return settings.arithmetic.format; }
};

/// Called with the share of the work that is done, 0 to 1.
using Progress = std::function<void(double)>;

/// Computes: the trace of each algorithm on the logits. Logits and T are rounded once to the
/// format (stage read); every later reference is that of the held values. All algorithms share one
/// reference of their last stage: the certified shifted softmax of the held logits.
/// Cost: half a microsecond a logit for two algorithms, nearly all of it exps; 8 bytes a value.
/// Throws: std::invalid_argument: no logits; a NaN or +inf; a mask in a format without infinity; a
/// logit that the format makes infinite; T not positive, not finite, or zero in the format.
Trace trace(std::vector<Given> logits, const Settings& settings,
            std::span<const Algorithm> algorithms, const Progress& progress = {});

/// Computes: how many exps and logs of all runs 128 bits left undecided.
std::size_t undecided_roundings(const Trace& trace);

}  // namespace softmax
