#include "exercises/10_ulp/answer.hpp"

#include "grader/subject/bind.hpp"

std::vector<softmax::grader::Binding> softmax::grader::bindings() {
  return {bind<&answer::ulp_distance>("ulp_distance"), bind<&answer::error_ulp>("error_ulp")};
}
