#pragma once
/// lessons/INSTRUCTOR.md: what a class can do in the time it has, put together from the lessons.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace softmax::guide {

/// Some lessons for a class of so many minutes; what is left over is for questions.
struct Schedule {
  int minutes;
  std::string_view purpose;
  std::vector<std::string_view> lessons;  ///< their ids
};

std::span<const Schedule> schedules();

/// Computes: what its lessons take together, by their own minutes.
int minutes_of(const Schedule& schedule);

/// Computes: the guide as Markdown: the schedules, and for each lesson what to show, what to say
/// and what learners get wrong. Cost: that of all pages.
std::string instructor_guide();

}  // namespace softmax::guide
