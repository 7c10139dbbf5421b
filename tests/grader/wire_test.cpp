// What goes over the pipe between judge and subject, and what is refused there.

#include "grader/wire.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "engine/decode.hpp"

namespace softmax::grader {
namespace {

/// Every type, with numbers that == does not tell apart.
const std::vector<Value> every_type = {
    std::vector<float>{1.5F, -0.0F, std::numeric_limits<float>::denorm_min(),
                       -std::numeric_limits<float>::infinity()},
    std::vector<double>{1e308, -0.0, std::numeric_limits<double>::infinity()},
    std::vector<std::uint64_t>{0, std::numeric_limits<std::uint64_t>::max()},
    std::vector<std::uint8_t>{1, 0, 1},
    std::vector<float>{},
    std::vector<double>{},
    std::vector<std::uint64_t>{},
    std::vector<std::uint8_t>{}};

Response some_response() {
  return {CallEnding::exception, true, false, std::string("a\0b\xff", 4), every_type};
}

/// The bytes of a body with eight of them replaced by a number.
std::string with_number(std::string body, std::size_t at, std::uint64_t number) {
  for (std::size_t i = 0; i < 8; ++i) { body[at + i] = static_cast<char>(number >> (8 * i)); }
  return body;
}

std::string random_bytes(std::uint64_t seed, std::size_t most) {
  std::uint64_t drawn = 0;
  std::string bytes(static_cast<std::size_t>(uniform(seed, drawn++) * static_cast<double>(most)),
                    '\0');
  for (char& byte : bytes) {
    // Small numbers often: they are what types, flags and lengths look like.
    const double most_byte = uniform(seed, drawn++) < 0.7 ? 5 : 256;
    byte = static_cast<char>(static_cast<int>(uniform(seed, drawn++) * most_byte));
  }
  return bytes;
}

}  // namespace

TEST_CASE("a message that is read is the one that was written, of every type") {
  const Request request{"normalize", every_type};
  CHECK(decode_request(encode(request)) == request);
  CHECK(decode_request(encode(Request{})) == Request{});
  for (const CallEnding ending :
       {CallEnding::returned, CallEnding::invalid_argument, CallEnding::exception}) {
    for (const bool outside : {false, true}) {
      for (const bool changed : {false, true}) {
        for (const bool threw : {false, true}) {
          const Response response{ending, outside, changed, "why", every_type, threw};
          CHECK(decode_response(encode(response)) == response);
        }
      }
    }
  }
  CHECK(decode_response(encode(some_response())) == some_response());
}

TEST_CASE("bits arrive as they were sent: the payload of a NaN, the sign of a zero") {
  for (const std::uint32_t bits :
       {0x7fdead5aU, 0x7fc00000U, 0xffc00001U, 0x7f800001U, 0x80000000U, 0x00000001U}) {
    const Request sent{"f", {std::vector<float>{std::bit_cast<float>(bits)}}};
    const auto read = decode_request(encode(sent));
    REQUIRE(read);
    CHECK(std::bit_cast<std::uint32_t>(std::get<0>(read->arguments[0])[0]) == bits);
  }
  for (const std::uint64_t bits : {0x7ffdead5adead5a5U, 0xfff8000000000001U, 0x7ff0000000000001U}) {
    const Response sent{
        CallEnding::returned, false, false, "", {std::vector<double>{std::bit_cast<double>(bits)}}};
    const auto read = decode_response(encode(sent));
    REQUIRE(read);
    CHECK(std::bit_cast<std::uint64_t>(std::get<1>(read->results[0])[0]) == bits);
  }
}

TEST_CASE("a message that ends too early, or too late, is none") {
  const std::string response = encode(some_response());
  const std::string request = encode(Request{"normalize", every_type});
  for (std::size_t n = 0; n < response.size(); ++n) {
    REQUIRE_FALSE(decode_response(response.substr(0, n)));
  }
  for (std::size_t n = 0; n < request.size(); ++n) {
    REQUIRE_FALSE(decode_request(request.substr(0, n)));
  }
  CHECK_FALSE(decode_response(response + '\0'));
  CHECK_FALSE(decode_request(request + request));
}

TEST_CASE("a length that lies is refused, and no memory is taken for it") {
  const std::string body = encode(Response{
      CallEnding::returned, false, false, "", {std::vector<float>{1, 2}, std::vector<double>{3}}});
  constexpr std::size_t words = 4;  // where the length of the words stands
  constexpr std::size_t rows = words + 8;
  constexpr std::size_t numbers = rows + 8 + 1;  // one byte tells the type
  for (const std::size_t at : {words, rows, numbers}) {
    REQUIRE(decode_response(with_number(body, at, at == words ? 0 : 2)));
    for (const std::uint64_t lie :
         {std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{1} << 32U, std::uint64_t{1} << 62U,
          (std::uint64_t{1} << 62U) + 2, (std::uint64_t{1} << 61U) + 1,
          std::numeric_limits<std::uint64_t>::max()}) {
      CAPTURE(at, lie);
      CHECK_FALSE(decode_response(with_number(body, at, lie)));
    }
  }
}

TEST_CASE("an ending, a flag or a type that there is not is refused") {
  const std::string body =
      encode(Response{CallEnding::returned, false, false, "", {std::vector<float>{}}});
  for (const auto& [at, first_wrong] :
       std::vector<std::pair<std::size_t, int>>{{0, 3}, {1, 2}, {2, 2}, {3, 2}, {20, 4}}) {
    for (int wrong = first_wrong; wrong < 256; ++wrong) {
      std::string bytes = body;
      bytes[at] = static_cast<char>(wrong);
      CAPTURE(at, wrong);
      CHECK_FALSE(decode_response(bytes));
    }
  }
}

TEST_CASE("bytes by chance are read or refused; what is read is written as it came") {
  constexpr std::uint64_t seed = 20260301;
  CAPTURE(seed);
  int read = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const std::string bytes = random_bytes(seed + i, 60);
    if (const auto response = decode_response(bytes)) {
      ++read;
      REQUIRE(encode(*response) == bytes);
    }
    if (const auto request = decode_request(bytes)) { REQUIRE(encode(*request) == bytes); }
  }
  // One byte of a message changed: most of these are messages still.
  const std::string whole = encode(some_response());
  for (std::uint64_t i = 0; i < 20000; ++i) {
    std::string bytes = whole;
    bytes[static_cast<std::size_t>(uniform(seed, 2 * i) * static_cast<double>(whole.size()))] =
        static_cast<char>(static_cast<int>(uniform(seed, 2 * i + 1) * 256));
    if (const auto response = decode_response(bytes)) {
      ++read;
      REQUIRE(encode(*response) == bytes);
    }
  }
  CHECK(read > 100);
}

TEST_CASE("a frame says its length, in eight bytes, the smallest first") {
  CHECK(framed("abc") == std::string("\3\0\0\0\0\0\0\0abc", 11));
  CHECK(framed_length(framed(std::string(70000, 'x'))) == 70000);
  CHECK(framed_length(with_number(framed(""), 0, 0x0102030405060708U)) == 0x0102030405060708U);
}

}  // namespace softmax::grader
