#include "lessons/page/page.hpp"

namespace softmax::page {

std::vector<const Question*> questions(const Page& page) {
  std::vector<const Question*> all;
  for (const Idea& idea : page.content.ideas) {
    for (const Block& block : idea.blocks) {
      if (const auto* question = std::get_if<Question>(&block)) { all.push_back(question); }
    }
  }
  for (const Question& question : page.quiz) { all.push_back(&question); }
  return all;
}

}  // namespace softmax::page
