#include "exercises/05_spread/answer.hpp"

#include "grader/subject/bind.hpp"

std::vector<softmax::grader::Binding> softmax::grader::bindings() {
  return {bind<&answer::top_probability>("top_probability"), bind<&answer::gap_for>("gap_for")};
}
