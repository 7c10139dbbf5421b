#include "app/welcome.hpp"

#include "app/output.hpp"
#include "app/trace_command.hpp"

namespace softmax::app {

ExitCode welcome() {
  write_output(
      "Softmax turns scores into probabilities: exponentiate, sum, divide.\n"
      "In floating point e^1000 is infinite, and the division makes it NaN. Subtracting the\n"
      "largest score first cures it. Here is one softmax both ways:\n\n");
  TraceCommand overflow;
  overflow.logits = {"1000", "999", "998"};
  const ExitCode code = run(overflow);
  write_output(
      "\nTry next:\n"
      "  ./workbook trace -140 -141 -142               scores of a real model's size: 0/0\n"
      "  ./workbook trace 2 1 0.1 --format binary16    the same in 16 bits\n"
      "  ./workbook trace 2 1 0.1 --temperature 0.5    a sharper distribution\n"
      "  ./workbook trace 1000 999 998 --step          one value at a time\n"
      "  ./workbook trace --help                       every option\n");
  return code;
}

}  // namespace softmax::app
