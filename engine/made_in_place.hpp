#pragma once
/// What a function returns, made where it is wanted: for numbers too large to be copied about.
///
///     row.emplace_back(MadeInPlace{[&] { return exp(x); }});

namespace softmax {

template <class Make>
struct MadeInPlace {
  Make make;
  operator decltype(make())() const { return make(); }  // NOLINT(google-explicit-constructor)
};
template <class Make>
MadeInPlace(Make) -> MadeInPlace<Make>;

}  // namespace softmax
