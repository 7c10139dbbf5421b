#pragma once
/// What every renderer says alike: headings of the parts of a page that are not ideas.

#include <string>

#include "lessons/page/page.hpp"

namespace softmax::page {

inline constexpr const char* remember_heading = "What to remember";
inline constexpr const char* tries_heading = "Try it";
inline constexpr const char* quiz_heading = "Check yourself";
inline constexpr const char* exercises_heading = "Write it yourself";
inline constexpr const char* answers_heading = "Answers";

/// Computes: "Lesson 3: Sum and divide"; of a page that is no lesson, its title.
std::string title_of(const Page& page);

/// Computes: the sentences as a Markdown list.
std::string remember_list(const Page& page);

/// Computes: a Markdown list item for a try: "- `./workbook trace ...`: what to look for".
std::string text_of_try(const Try& one);

}  // namespace softmax::page
