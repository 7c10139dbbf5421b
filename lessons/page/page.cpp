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

template class std::vector<softmax::page::Option>;
template class std::vector<softmax::page::Slip>;
template class std::vector<softmax::page::Question>;
template class std::vector<softmax::page::Idea>;
template class std::vector<softmax::page::Block>;
template class std::vector<softmax::page::Bar>;
template class std::vector<softmax::page::Mark>;
template class std::vector<softmax::page::Zone>;
template class std::vector<softmax::page::Try>;
template class std::vector<softmax::page::Exercise>;
