#pragma once
/// A page taken apart into what is read at one go: up to a question, or to the end of an idea.

#include <memory>
#include <string>
#include <vector>

#include "lessons/page/page.hpp"

namespace softmax::terminal {

/// The parts of a lesson that are no ideas, by the ids under which a place in them is kept.
inline constexpr const char* opening_part = "";
inline constexpr const char* closing_part = "remember";
inline constexpr const char* quiz_part = "quiz";
inline constexpr const char* ending_part = "end";

struct ReadingStep {
  std::string idea;  ///< its id, or one of those above
  std::string title;
  std::vector<const page::Block*> blocks;  ///< but for the question and the speaker's notes
  std::vector<const page::SpeakerNote*> notes;
  const page::Question* question = nullptr;
};

/// The steps of one page. What they point to is the page's own, or is kept here.
class Steps {
 public:
  /// Domain: the page outlives the steps.
  explicit Steps(const page::Page& page, bool quiz_alone = false);

  [[nodiscard]] std::size_t size() const { return steps_.size(); }
  const ReadingStep& operator[](std::size_t i) const { return steps_[i]; }

  /// Computes: the first step of the idea; 0 where there is none of that id.
  [[nodiscard]] std::size_t first_of(const std::string& idea) const;

 private:
  void add_opening(const page::Page& page);
  void add_idea(const page::Idea& idea);
  void add_closing(const page::Page& page);
  void add_quiz(const page::Page& page);
  void add_prose(ReadingStep& step, std::string markdown);

  std::vector<ReadingStep> steps_;
  std::vector<std::unique_ptr<page::Block>> own_;  ///< what no page has: it never moves
};

}  // namespace softmax::terminal
