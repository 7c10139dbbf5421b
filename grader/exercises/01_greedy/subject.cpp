#include "exercises/01_greedy/answer.hpp"

#include "grader/subject/bind.hpp"

std::vector<softmax::grader::Binding> softmax::grader::bindings() {
  return {bind<&answer::greedy>("greedy"), bind<&answer::relative_odds>("relative_odds")};
}
