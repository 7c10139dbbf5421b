#include "exercises/02_exponentiate/answer.hpp"

#include "grader/subject/bind.hpp"

std::vector<softmax::grader::Binding> softmax::grader::bindings() {
  return {bind<&answer::exponentiate>("exponentiate"), bind<&answer::lost>("lost")};
}
