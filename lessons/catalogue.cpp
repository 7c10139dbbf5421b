#include "lessons/catalogue.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax::lessons {
namespace {

constexpr std::array catalogue = {
    Lesson{1, "logits", "Scores, not probabilities", 15, logits, logits_quiz},
    Lesson{2, "exponentiate", "Why exponentials", 14, exponentiate, exponentiate_quiz},
    Lesson{3, "normalize", "Sum and divide", 12, normalize, normalize_quiz},
    Lesson{4, "spread", "Gaps and crowds", 15, spread, spread_quiz},
    Lesson{5, "temperature", "Temperature", 15, temperature, temperature_quiz},
    Lesson{6, "overflow", "What a float can hold", 14, overflow, overflow_quiz},
    Lesson{7, "max_subtract", "Subtract the maximum", 15, max_subtract, max_subtract_quiz},
    Lesson{8, "rounding", "Where the digits go", 15, rounding, rounding_quiz},
    Lesson{9, "decoding", "From shares to a token", 14, decoding, decoding_quiz},
    Lesson{10, "attention", "The same softmax over keys", 15, attention, attention_quiz},
    Lesson{11, "online", "In one pass, and in blocks", 13, online, online_quiz},
    Lesson{12, "runtime", "Softmax in a runtime", 15, runtime, runtime_quiz},
    Lesson{13, "museum", "A museum of real bugs", 15, museum, museum_quiz},
};

/// What is written after reading: exercises/, by their folders.
struct Written {
  std::string_view lesson;
  std::string_view folder;
  std::string_view title;
};
constexpr std::array exercises = {
    Written{"logits", "01_greedy", "Greedy choice and relative odds"},
    Written{"exponentiate", "02_exponentiate", "Exponentiate"},
    Written{"normalize", "03_normalize", "Sum and divide"},
    Written{"normalize", "04_softmax", "Softmax from its stages"},
    Written{"spread", "05_spread", "A gap and a crowd"},
    Written{"temperature", "06_temperature", "Temperature and its limits"},
    Written{"overflow", "07_overflow", "How far does the formula carry?"},
    Written{"max_subtract", "08_max_subtract", "Subtract the maximum, mind the mask"},
    Written{"max_subtract", "09_log_softmax", "The logarithm of a share"},
    Written{"rounding", "10_ulp", "Counted in gaps"},
    Written{"rounding", "11_sum", "Nothing lost"},
    Written{"decoding", "12_nucleus", "Top-k and top-p"},
    Written{"decoding", "13_sampling", "A token by chance"},
    Written{"attention", "14_attention", "One row of attention"},
    Written{"online", "15_online", "In one pass, and in blocks"},
    Written{"runtime", "16_fast", "Right, then fast"},
    Written{"museum", "17_repair", "Three bugs of the museum"},
};

/// "03_normalize" and "normalize" are one, and so are "3" and "03".
bool is_called(const Lesson& lesson, std::string_view text) {
  return text == lesson.id || text == std::to_string(lesson.number) ||
         text == fmt::format("{:02}", lesson.number) || text == folder(lesson);
}

std::vector<page::Exercise> exercises_of(const Lesson& lesson) {
  std::vector<page::Exercise> found;
  for (const Written& one : exercises) {
    if (one.lesson != lesson.id) { continue; }
    found.push_back(
        {std::string(one.folder), fmt::format("[Exercise {}](../../exercises/{}/README.md): {}",
                                              one.folder.substr(0, 2), one.folder, one.title)});
  }
  return found;
}

}  // namespace

std::span<const Lesson> all() { return catalogue; }

std::string folder(const Lesson& lesson) {
  return fmt::format("{:02}_{}", lesson.number, lesson.id);
}

const Lesson& find(std::string_view text) {
  std::vector<std::string> names;
  for (const Lesson& lesson : catalogue) {
    if (is_called(lesson, text)) { return lesson; }
    names.emplace_back(lesson.id);
  }
  throw std::invalid_argument(fmt::format(
      "no lesson {}{}: they are numbered {} to {} (see ./workbook lesson)", quotation(text),
      did_you_mean(text, names), catalogue.front().number, catalogue.back().number));
}

page::Page page_of(const Lesson& lesson) {
  page::Page page{lesson.number,  std::string(lesson.id), std::string(lesson.title),
                  lesson.minutes, lesson.content(),       lesson.quiz()};
  page.content.exercises = exercises_of(lesson);
  return page;
}

}  // namespace softmax::lessons
