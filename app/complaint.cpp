#include "app/complaint.hpp"

#include <cstdio>
#include <stdexcept>

#include "app/input/row.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {

ExitCode complain(const std::string& message, ExitCode code) {
  const std::string line = "workbook: " + printable(message) + "\n";
  static_cast<void>(std::fputs(line.c_str(), stderr));
  return code;
}

ExitCode usage(const std::string& message) { return complain(message, ExitCode::usage); }

ExitCode guarded(const std::function<ExitCode()>& command) {
  try {
    return command();
  } catch (const std::invalid_argument& error) {
    return usage(error.what());
  } catch (const InputError& error) {
    return usage(error.what());
  } catch (const std::exception& error) { return complain(error.what(), ExitCode::infrastructure); }
}

}  // namespace softmax::app
