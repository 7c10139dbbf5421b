#include "lessons/terminal/steps.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lessons/page/parts.hpp"

namespace softmax::terminal {

using page::Block;
using page::Idea;
using page::Page;

Steps::Steps(const Page& page, bool quiz_alone) {
  if (!quiz_alone) {
    add_opening(page);
    for (const Idea& idea : page.content.ideas) { add_idea(idea); }
    add_closing(page);
  }
  add_quiz(page);
  steps_.push_back({ending_part, page::title_of(page), {}, {}, nullptr});
}

std::size_t Steps::first_of(const std::string& idea) const {
  const auto found = std::find_if(steps_.begin(), steps_.end(),
                                  [&](const ReadingStep& step) { return step.idea == idea; });
  return found == steps_.end() ? 0 : static_cast<std::size_t>(found - steps_.begin());
}

void Steps::add_prose(ReadingStep& step, std::string markdown) {
  own_.push_back(std::make_unique<Block>(page::Prose{std::move(markdown)}));
  step.blocks.push_back(own_.back().get());
}

void Steps::add_opening(const Page& page) {
  ReadingStep step{opening_part, page::title_of(page), {}, {}, nullptr};
  add_prose(step, fmt::format("**{}**\n\n{} minutes, {} questions on the way and {} at the end. "
                              "The last line has the keys: type one, then Enter.",
                              page.content.question, page.minutes,
                              page::questions(page).size() - page.quiz.size(), page.quiz.size()));
  std::string list;
  for (std::size_t i = 0; i < page.content.ideas.size(); ++i) {
    list += fmt::format("- {}: {}\n", i + 1, page.content.ideas[i].title);
  }
  list += fmt::format("- {}: {}\n- {}: {}\n", page.content.ideas.size() + 1, page::remember_heading,
                      page.content.ideas.size() + 2, page::quiz_heading);
  add_prose(step, list);
  steps_.push_back(std::move(step));
}

/// A question ends a step: what follows may give it away.
void Steps::add_idea(const Idea& idea) {
  steps_.push_back({idea.id, idea.title, {}, {}, nullptr});
  bool asked = false;
  for (const Block& block : idea.blocks) {
    if (const auto* note = std::get_if<page::SpeakerNote>(&block)) {
      steps_.back().notes.push_back(note);
      continue;
    }
    if (asked) { steps_.push_back({idea.id, idea.title, {}, {}, nullptr}); }
    const auto* question = std::get_if<page::Question>(&block);
    asked = question != nullptr;
    if (asked) {
      steps_.back().question = question;
    } else {
      steps_.back().blocks.push_back(&block);
    }
  }
}

void Steps::add_closing(const Page& page) {
  ReadingStep step{closing_part, page::remember_heading, {}, {}, nullptr};
  add_prose(step, page::remember_list(page));
  std::string more;  // one piece: it is not taken apart by the end of a screen
  for (const page::Try& one : page.content.tries) { more += page::text_of_try(one); }
  if (!more.empty()) { more = fmt::format("**{}**\n\n{}\n", page::tries_heading, more); }
  std::string exercises;
  for (const page::Exercise& one : page.content.exercises) { exercises += "- " + one.text + "\n"; }
  if (!exercises.empty()) {
    more += fmt::format("**{}**\n\n{}", page::exercises_heading, exercises);
  }
  if (!more.empty()) { add_prose(step, std::move(more)); }
  steps_.push_back(std::move(step));
}

void Steps::add_quiz(const Page& page) {
  for (std::size_t i = 0; i < page.quiz.size(); ++i) {
    steps_.push_back({quiz_part,
                      fmt::format("{}, {} of {}", page::quiz_heading, i + 1, page.quiz.size()),
                      {},
                      {},
                      &page.quiz[i]});
  }
}

}  // namespace softmax::terminal
