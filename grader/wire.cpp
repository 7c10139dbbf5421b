#include "grader/wire.hpp"

#include <array>
#include <cstring>

namespace softmax::grader {
namespace {

template <class Number>
void put(std::string& bytes, Number number) {
  std::array<char, sizeof number> raw{};
  std::memcpy(raw.data(), &number, sizeof number);
  bytes.append(raw.data(), raw.size());
}

void put_text(std::string& bytes, std::string_view text) {
  put(bytes, std::uint64_t{text.size()});
  bytes.append(text);
}

void put_value(std::string& bytes, const Value& value) {
  put(bytes, static_cast<std::uint8_t>(value.index()));
  std::visit(
      [&](const auto& row) {
        put(bytes, std::uint64_t{row.size()});
        const std::size_t at = bytes.size();
        bytes.resize(at + row.size() * sizeof row[0]);
        if (!row.empty()) { std::memcpy(&bytes[at], row.data(), bytes.size() - at); }
      },
      value);
}

void put_values(std::string& bytes, const std::vector<Value>& values) {
  put(bytes, std::uint64_t{values.size()});
  for (const Value& value : values) { put_value(bytes, value); }
}

/// Takes numbers from the front of the bytes; once one is missing, nothing more is right.
class Reading {
 public:
  explicit Reading(std::string_view bytes) : bytes_(bytes) {}

  template <class Number>
  Number number() {
    Number result{};
    const std::string_view raw = take(sizeof result);
    // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): the size is the number's
    if (!raw.empty()) { std::memcpy(&result, raw.data(), sizeof result); }
    return result;
  }

  std::string text() { return std::string(take(number<std::uint64_t>())); }

  template <class Number>
  Value row() {
    const auto count = number<std::uint64_t>();
    if (count > bytes_.size() / sizeof(Number)) { good_ = false; }
    if (!good_) { return {}; }
    std::vector<Number> result(count);
    const std::string_view raw = take(count * sizeof(Number));
    if (count > 0) { std::memcpy(result.data(), raw.data(), raw.size()); }
    return result;
  }

  Value value() {
    switch (number<std::uint8_t>()) {
      case 0:
        return row<float>();
      case 1:
        return row<double>();
      case 2:
        return row<std::uint64_t>();
      case 3:
        return row<std::uint8_t>();
      default:
        good_ = false;
        return {};
    }
  }

  std::vector<Value> values() {
    const auto count = number<std::uint64_t>();
    std::vector<Value> result;
    for (std::uint64_t i = 0; i < count && good_; ++i) { result.push_back(value()); }
    return result;
  }

  void refuse_unless(bool condition) { good_ = good_ && condition; }
  [[nodiscard]] bool complete() const { return good_ && bytes_.empty(); }

 private:
  std::string_view take(std::uint64_t count) {
    if (count > bytes_.size()) { good_ = false; }
    if (!good_) { return {}; }
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace

std::string encode(const Request& request) {
  std::string bytes;
  put_text(bytes, request.call);
  put_values(bytes, request.arguments);
  return bytes;
}

std::string encode(const Response& response) {
  std::string bytes;
  put(bytes, static_cast<std::uint8_t>(response.ending));
  put(bytes, static_cast<std::uint8_t>(response.wrote_outside));
  put(bytes, static_cast<std::uint8_t>(response.changed_input));
  put(bytes, static_cast<std::uint8_t>(response.wrote_and_threw));
  put_text(bytes, response.what);
  put_values(bytes, response.results);
  return bytes;
}

std::optional<Request> decode_request(std::string_view body) {
  Reading reading(body);
  Request request;
  request.call = reading.text();
  request.arguments = reading.values();
  if (!reading.complete()) { return std::nullopt; }
  return request;
}

std::optional<Response> decode_response(std::string_view body) {
  Reading reading(body);
  Response response;
  const auto ending = reading.number<std::uint8_t>();
  const auto outside = reading.number<std::uint8_t>();
  const auto changed = reading.number<std::uint8_t>();
  const auto threw = reading.number<std::uint8_t>();
  reading.refuse_unless(ending <= 2 && outside <= 1 && changed <= 1 && threw <= 1);
  response.ending = static_cast<CallEnding>(ending);
  response.wrote_outside = outside == 1;
  response.changed_input = changed == 1;
  response.wrote_and_threw = threw == 1;
  response.what = reading.text();
  response.results = reading.values();
  if (!reading.complete()) { return std::nullopt; }
  return response;
}

std::string framed(std::string_view body) {
  std::string bytes;
  put_text(bytes, body);
  return bytes;
}

std::uint64_t framed_length(std::string_view bytes) {
  return Reading(bytes).number<std::uint64_t>();
}

}  // namespace softmax::grader
