#pragma once
/// What was handed in: where it lies, and what it holds.
///
///     for (const Submission& one : find_submissions({"class"}, all, all).submissions) {
///       const HandedIn handed_in = open_submission(one, names);   // reads, and unpacks
///       handed_in.answers.at("03_normalize");          // the text of an answer.cpp
///     }
///
/// A submission is a folder like answers/ (NN_topic/answer.cpp), or one that holds such a folder
/// under the name of `answers`; a zip or tar archive of it; or one file answer.cpp. A folder of
/// submissions is a class. What was handed in is not trusted: no link in it is followed, no file
/// but the answers is read, and those up to a size.

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "grader/exercise.hpp"

namespace softmax::grader {

struct Submission {
  std::string name;            ///< of its folder or file, printable
  std::filesystem::path path;  ///< absolute; a link is no submission
  std::string exercise;        ///< where it is one file: the folder of the exercise it answers
};

struct Found {
  std::vector<Submission> submissions;   ///< by name
  std::vector<std::string> passed_over;  ///< files in a class that are no submissions
};

/// Does: looks into the folders. `all` are the exercises that there are, `chosen` those to grade.
/// Throws: std::invalid_argument: nothing there; nothing handed in; two submissions of one name; a
/// file answer.cpp where not just one exercise was chosen.
Found find_submissions(const std::vector<std::string>& paths, const std::vector<Exercise>& all,
                       const std::vector<Exercise>& chosen);

struct HandedIn {
  std::map<std::string, std::string> answers;  ///< texts, by the exercise's folder
  std::string refused;                         ///< why there are none; else empty
};

/// Reads: the answers to the exercises of these folders.
/// Throws: std::runtime_error where the system does not let it: that is no fault of the submission.
HandedIn open_submission(const Submission& submission, const std::set<std::string>& names);

/// Computes: what tells one content from another, 16 digits.
std::string digest(const HandedIn& handed_in);

}  // namespace softmax::grader
