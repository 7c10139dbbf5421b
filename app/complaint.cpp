#include "app/complaint.hpp"

#include <cstdio>
#include <stdexcept>

#include "app/input/row.hpp"
#include "engine/quotation.hpp"

namespace softmax::app {

Complaint complaint_of_exception() {
  try {
    throw;
  } catch (const std::invalid_argument& error) {
    return {printable(error.what()), ExitCode::usage};
  } catch (const InputError& error) {
    return {printable(error.what()), ExitCode::usage};
  } catch (const std::exception& error) {
    return {printable(error.what()), ExitCode::infrastructure};
  }
}

ExitCode complain(const std::string& message, ExitCode code) {
  const std::string line = "workbook: " + printable(message) + "\n";
  static_cast<void>(std::fputs(line.c_str(), stderr));
  return code;
}

ExitCode usage(const std::string& message) { return complain(message, ExitCode::usage); }

ExitCode guarded(const std::function<ExitCode()>& command) {
  try {
    return command();
  } catch (const std::exception&) {
    const Complaint complaint = complaint_of_exception();
    return complain(complaint.line, complaint.code);
  }
}

}  // namespace softmax::app
