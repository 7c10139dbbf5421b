#pragma once
/// A wrong answer that people really give, and the sentence that explains it.
///
/// It is a whole answer.cpp in grader/misconceptions/NN_topic/, right but for one task. Its first
/// lines are comments:
///
///     // task: softmax
///     // The logits are divided by T twice: at T = 1 nobody sees it.
///     // thread: owner/repository#123           (where it was met; may be absent)

#include <filesystem>
#include <string>
#include <vector>

namespace softmax::grader {

struct Misconception {
  std::string name;  ///< of its file: "temperature_squared"
  std::string task;
  std::string sentence;
  std::string thread;  ///< may be empty
  std::filesystem::path source;
};

/// Computes: those of the exercise in that folder, by name.
/// Throws: std::invalid_argument with the file that does not begin as above.
std::vector<Misconception> misconceptions(const std::filesystem::path& root,
                                          const std::string& folder);

/// Computes: the right but unusual answers of grader/variants/NN_topic/, by name.
std::vector<std::filesystem::path> variants(const std::filesystem::path& root,
                                            const std::string& folder);

}  // namespace softmax::grader
