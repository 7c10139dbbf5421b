#pragma once
/// The bytes between the judge and the subject (the process that runs the learner's code).
///
/// A message is its length (8 bytes) and its body; numbers are little-endian, rows of numbers are
/// their bits. The judge sends requests and reads as many responses, in their order. Nothing that
/// comes back is trusted: decode_response refuses what is no response, and the judge says
/// "protocol" then. A request that names no call is answered by its arguments.
///
///     fd write end <- framed(encode(Request{"normalize", {...}}))
///     decode_response(body)   ->   Response, or nothing

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grader/value.hpp"

namespace softmax::grader {

/// One call. An output parameter is a row of its size; what it holds is overwritten by the harness.
struct Request {
  std::string call;
  std::vector<Value> arguments;
  bool operator==(const Request&) const = default;
};

/// How a call ended (how a process did: sandbox/ending.hpp).
enum class CallEnding : std::uint8_t { returned, invalid_argument, exception };

/// What came of a call: its output parameters, then what it returned; neither where it threw.
struct Response {
  CallEnding ending = CallEnding::returned;
  bool wrote_outside = false;  ///< before or behind an output
  bool changed_input = false;  ///< a const_cast
  std::string what;            ///< of the exception
  std::vector<Value> results;
  bool wrote_and_threw = false;  ///< an output was written to, and then it threw
  bool operator==(const Response&) const = default;
};

std::string encode(const Request& request);
std::string encode(const Response& response);

/// Computes: the message that the body says. Empty if it says none, or more than one.
std::optional<Request> decode_request(std::string_view body);
std::optional<Response> decode_response(std::string_view body);

/// Computes: the length, then the body.
std::string framed(std::string_view body);

/// Computes: the length that the first 8 bytes say.
std::uint64_t framed_length(std::string_view bytes);

}  // namespace softmax::grader
