#include "exercises/11_sum/answer.hpp"

#include "grader/subject/bind.hpp"

std::vector<softmax::grader::Binding> softmax::grader::bindings() {
  return {bind<&answer::rounding_error>("rounding_error"),
          bind<&answer::accurate_sum>("accurate_sum")};
}
