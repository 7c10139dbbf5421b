#pragma once
/// The lessons, in the order in which they are read.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lessons/page/page.hpp"

namespace softmax::lessons {

struct Lesson {
  int number;
  std::string_view id;  ///< for ever: progress is kept by it
  std::string_view title;
  int minutes;  ///< to read, to guess and to answer
  page::Content (*content)();
  std::vector<page::Question> (*quiz)();
};

std::span<const Lesson> all();

/// Computes: "03_normalize", the lesson's folder.
std::string folder(const Lesson& lesson);

/// Computes: the lesson of that number or id ("3", "03", "normalize", "03_normalize").
/// Throws: std::invalid_argument with the text and the nearest name.
const Lesson& find(std::string_view text);

/// Computes: its page, with all that it shows. Cost: that of its traces, some milliseconds.
page::Page page_of(const Lesson& lesson);

// Each is written in the lesson's own folder, lesson.cpp and quiz.cpp.
page::Content logits();
std::vector<page::Question> logits_quiz();
page::Content exponentiate();
std::vector<page::Question> exponentiate_quiz();
page::Content normalize();
std::vector<page::Question> normalize_quiz();
page::Content spread();
std::vector<page::Question> spread_quiz();
page::Content temperature();
std::vector<page::Question> temperature_quiz();
page::Content overflow();
std::vector<page::Question> overflow_quiz();
page::Content max_subtract();
std::vector<page::Question> max_subtract_quiz();
page::Content rounding();
std::vector<page::Question> rounding_quiz();
page::Content decoding();
std::vector<page::Question> decoding_quiz();
page::Content attention();
std::vector<page::Question> attention_quiz();
page::Content online();
std::vector<page::Question> online_quiz();
page::Content runtime();
std::vector<page::Question> runtime_quiz();
page::Content museum();
std::vector<page::Question> museum_quiz();

}  // namespace softmax::lessons
