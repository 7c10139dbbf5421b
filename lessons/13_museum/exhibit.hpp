#pragma once
/// The exhibits of the museum: bugs that public projects really had, each computed anew.
///
///     exhibit(15).wrong;            // "[nan, nan]"
///     exhibits_of(Topic::masks);    // one room
///
/// The wrong result is that of the report's own wrong step, written out in a few lines over the
/// engine's numbers (exhibits_*.cpp). The right one is the engine's.

#include <cstdint>
#include <string>
#include <vector>

namespace softmax::lessons {

/// A room of the museum.
enum class Topic : std::uint8_t {
  entrance,
  temperature,
  normalize,
  overflow,
  masks,
  log_sum_exp,
  sampling,
  attention,
};

/// All its texts are Markdown; `input`, `wrong` and `right` are cells of a table.
struct Exhibit {
  int number = 0;      ///< in the list of reports that the museum is chosen from: for ever
  std::string id;      ///< the mistake in a word: "max_starts_at_zero"
  std::string thread;  ///< owner/repository#number, on GitHub
  std::string date;    ///< when it was reported: "2019-09-02"
  Topic topic{};
  std::string done;  ///< what the code did
  std::string input;
  std::string wrong;
  std::string right;
  std::string lesson;  ///< the id of the lesson that explains it; may be empty
};

/// The exhibits, room by room. Cost: a millisecond, the first time.
const std::vector<Exhibit>& exhibits();

std::vector<Exhibit> exhibits_of(Topic topic);

/// Throws: std::invalid_argument with the number, where there is none.
const Exhibit& exhibit(int number);

// One room each, in a source of its own.
std::vector<Exhibit> exhibits_about_temperature();
std::vector<Exhibit> exhibits_about_normalizing();
std::vector<Exhibit> exhibits_about_overflow();
std::vector<Exhibit> exhibits_about_masks();
std::vector<Exhibit> exhibits_about_log_sum_exp();
std::vector<Exhibit> exhibits_about_sampling();
std::vector<Exhibit> exhibits_about_attention();

}  // namespace softmax::lessons
