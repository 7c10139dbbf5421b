#pragma once
/// From a function of a contract to one that takes a request and gives a response.
///
///     std::vector<Binding> bindings() {
///       return {
///           bind<&answer::normalizer>("normalizer"),
///           bind<&answer::normalize>("normalize"),
///       };
///     }
///
/// Each argument gets fresh memory of its own size, an output between two guards and filled with a
/// NaN of a pattern of its own (`unwritten`), so that the judge sees what was never written, was
/// written outside, or was given and changed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "grader/unwritten.hpp"
#include "grader/value.hpp"
#include "grader/wire.hpp"

namespace softmax::grader {

/// How a number of the contract travels.
template <class Number>
struct Travels {
  using As = Number;
};
template <>
struct Travels<std::size_t> {
  using As = std::uint64_t;
};
template <>
struct Travels<bool> {
  using As = std::uint8_t;
};

/// A parameter by value, or a struct of floats.
template <class Parameter>
class Argument {
 public:
  static constexpr bool is_output = false;
  explicit Argument(const Value& value) {
    if constexpr (std::is_class_v<Parameter>) {
      const auto& row = std::get<std::vector<float>>(value);
      static_assert(std::is_trivially_copyable_v<Parameter>);
      if (row.size() * sizeof(float) == sizeof held_) {
        std::memcpy(&held_, row.data(), sizeof held_);
      }
    } else {
      held_ = static_cast<Parameter>(
          std::get<std::vector<typename Travels<Parameter>::As>>(value).at(0));
    }
  }
  Parameter pass() { return held_; }
  [[nodiscard]] bool changed() const { return false; }

 private:
  Parameter held_{};
};

/// An input row.
template <class Number>
class Argument<std::span<const Number>> {
 public:
  static constexpr bool is_output = false;
  explicit Argument(const Value& value) {
    const auto& row = std::get<std::vector<typename Travels<Number>::As>>(value);
    size_ = row.size();
    // No std::vector<bool>: it has no memory that a span could see.
    held_ = std::make_unique<Number[]>(size_);
    given_ = std::make_unique<Number[]>(size_);
    for (std::size_t i = 0; i < size_; ++i) { held_[i] = given_[i] = static_cast<Number>(row[i]); }
  }
  std::span<const Number> pass() { return {held_.get(), size_}; }
  [[nodiscard]] bool changed() const {
    return std::memcmp(held_.get(), given_.get(), size_ * sizeof(Number)) != 0;
  }

 private:
  std::unique_ptr<Number[]> held_;
  std::unique_ptr<Number[]> given_;
  std::size_t size_ = 0;
};

/// An output row, between guards.
template <class Number>
  requires(!std::is_const_v<Number>)
class Argument<std::span<Number>> {
 public:
  static constexpr bool is_output = true;
  explicit Argument(const Value& value) : memory_(size(value) + 2 * guard, unwritten<Number>()) {}
  std::span<Number> pass() { return std::span(memory_).subspan(guard, memory_.size() - 2 * guard); }
  [[nodiscard]] bool changed() const {
    const Number untouched = unwritten<Number>();
    for (std::size_t i = 0; i < guard; ++i) {
      for (const Number& seen : {memory_[i], memory_[memory_.size() - 1 - i]}) {
        if (std::memcmp(&seen, &untouched, sizeof seen) != 0) { return true; }
      }
    }
    return false;
  }
  [[nodiscard]] bool written() {
    const Number untouched = unwritten<Number>();
    for (const Number& seen : pass()) {
      if (std::memcmp(&seen, &untouched, sizeof seen) != 0) { return true; }
    }
    return false;
  }
  Value result() {
    const std::span<Number> row = pass();
    return std::vector<typename Travels<Number>::As>(row.begin(), row.end());
  }

 private:
  static constexpr std::size_t guard = 16;
  std::vector<Number> memory_;
};

template <class Result>
Value as_value(const Result& result) {
  if constexpr (std::is_class_v<Result>) {
    static_assert(std::is_trivially_copyable_v<Result> && sizeof(Result) % sizeof(float) == 0);
    std::vector<float> row(sizeof(Result) / sizeof(float));
    std::memcpy(row.data(), &result, sizeof result);
    return row;
  } else {
    using As = typename Travels<Result>::As;
    return std::vector<As>{static_cast<As>(result)};
  }
}

/// Computes: the response of a call that threw. To be called while the exception is handled.
inline Response what_was_thrown() {
  try {
    throw;
  } catch (const std::invalid_argument& error) {
    return {.ending = CallEnding::invalid_argument, .what = error.what(), .results = {}};
  } catch (const std::exception& error) {
    return {.ending = CallEnding::exception, .what = error.what(), .results = {}};
  } catch (...) {
    const char* const words = "what was thrown is no std::exception";
    return {.ending = CallEnding::exception, .what = words, .results = {}};
  }
}

struct Binding {
  std::string name;
  Response (*call)(const std::vector<Value>&);
};

template <class Result, class... Parameters>
struct Bound {
  using Arguments = std::tuple<Argument<Parameters>...>;

  template <std::size_t... i>
  static Response call(Result (*function)(Parameters...), const std::vector<Value>& values,
                       std::index_sequence<i...> /*positions*/) {
    Arguments arguments{Argument<Parameters>(values.at(i))...};
    Response response;
    std::vector<Value> returned;
    try {
      if constexpr (std::is_void_v<Result>) {
        function(std::get<i>(arguments).pass()...);
      } else {
        returned.push_back(as_value(function(std::get<i>(arguments).pass()...)));
      }
    } catch (...) {
      response = what_was_thrown();
      response.wrote_and_threw = (written(std::get<i>(arguments)) || ...);
      return response;
    }
    (collect(std::get<i>(arguments), response), ...);
    response.results.insert(response.results.end(), returned.begin(), returned.end());
    return response;
  }

  template <class One>
  static bool written([[maybe_unused]] One& argument) {
    if constexpr (One::is_output) {
      return argument.written();
    } else {
      return false;
    }
  }

  template <class One>
  static void collect(One& argument, Response& response) {
    if constexpr (One::is_output) {
      response.wrote_outside |= argument.changed();
      response.results.push_back(argument.result());
    } else {
      response.changed_input |= argument.changed();
    }
  }
};

template <class Result, class... Parameters>
Bound<Result, Parameters...> bound_of(Result (*)(Parameters...));
template <class Result, class... Parameters>
constexpr std::size_t arity_of(Result (* /*function*/)(Parameters...)) {
  return sizeof...(Parameters);
}

/// Computes: the binding of a function. Its name is what requests call it by.
template <auto function>
Binding bind(const char* name) {
  return {name, [](const std::vector<Value>& values) {
            return decltype(bound_of(function))::call(
                function, values, std::make_index_sequence<arity_of(function)>());
          }};
}

/// The functions of an exercise's contract: each exercise's subject.cpp defines them.
std::vector<Binding> bindings();

}  // namespace softmax::grader
