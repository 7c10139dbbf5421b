#include "grader/exercise.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <limits>
#include <set>
#include <stdexcept>
#include <string_view>

#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// One table of the file: what is missing or of another kind is named, with the file.
class Table {
 public:
  Table(const toml::table& table, std::string where) : table_(table), where_(std::move(where)) {}

  [[nodiscard]] std::string text(const char* key) const {
    const auto found = table_[key].value<std::string>();
    if (!found || found->empty()) { refuse(key, "must be a text"); }
    return *found;
  }
  [[nodiscard]] int whole(const char* key) const {
    // Nothing but an integer: value<int> takes true for 1.
    const auto found = table_[key].value_exact<std::int64_t>();
    if (!found || *found < 1 || *found > std::numeric_limits<int>::max()) {
      refuse(key, "must be a whole number from 1");
    }
    return static_cast<int>(*found);
  }
  [[nodiscard]] std::vector<std::string> texts(const char* key) const {
    const toml::array* found = table_[key].as_array();
    if (found == nullptr) { refuse(key, "must be a list of texts"); }
    std::vector<std::string> result;
    for (const toml::node& node : *found) {
      const auto element = node.value<std::string>();
      if (!element) { refuse(key, "must be a list of texts"); }
      result.push_back(*element);
    }
    return result;
  }
  [[nodiscard]] std::vector<double> rising(const char* key) const {
    std::vector<double> result;
    const toml::array* found = table_[key].as_array();
    for (std::size_t i = 0; found != nullptr && i < found->size(); ++i) {
      result.push_back((*found)[i].value<double>().value_or(0));
    }
    if (result.empty() || result[0] <= 1 || !std::ranges::is_sorted(result)) {
      refuse(key, "must be a list of ratios above 1, the smallest first");
    }
    return result;
  }
  /// A misspelt key would be passed over in silence.
  void only(const std::set<std::string_view>& known) const {
    for (const auto& [key, value] : table_) {
      if (!known.contains(key.str())) { refuse(std::string(key.str()).c_str(), "is unknown"); }
    }
  }

 private:
  [[noreturn]] void refuse(const char* key, const char* what) const {
    throw std::invalid_argument(fmt::format("{}: '{}' {}", where_, key, what));
  }

  const toml::table& table_;
  std::string where_;
};

Task task_of(const toml::table& table, const std::string& where) {
  const Table reading(table, where);
  reading.only({"id", "title", "points", "needs", "hints"});
  return {reading.text("id"), reading.text("title"), reading.whole("points"),
          reading.texts("needs"), reading.texts("hints")};
}

Race race_of(const toml::table& table, const std::string& where) {
  const Table reading(table, where);
  reading.only({"title", "plain", "check", "ratios"});
  return {reading.text("title"), reading.text("plain"), reading.text("check"),
          reading.rising("ratios")};
}

void require_order(const Exercise& exercise, const std::string& where) {
  std::set<std::string> before;
  for (const Task& task : exercise.tasks) {
    for (const std::string& need : task.needs) {
      if (!before.contains(need)) {
        throw std::invalid_argument(fmt::format(
            "{}: task '{}' needs '{}', which is no task before it", where, task.id, need));
      }
    }
    if (!before.insert(task.id).second) {
      throw std::invalid_argument(fmt::format("{}: two tasks are called '{}'", where, task.id));
    }
  }
}

Exercise exercise_of(const toml::table& table, const std::string& folder,
                     const std::string& where) {
  const Table reading(table, where);
  reading.only({"id", "title", "lesson", "minutes", "task", "race"});
  Exercise exercise{folder,
                    reading.text("id"),
                    reading.text("title"),
                    reading.text("lesson"),
                    reading.whole("minutes"),
                    {},
                    std::nullopt};
  const toml::array* tasks = table["task"].as_array();
  if (tasks == nullptr || tasks->empty()) {
    throw std::invalid_argument(where + ": it has no [[task]]");
  }
  for (const toml::node& node : *tasks) {
    if (!node.is_table()) { throw std::invalid_argument(where + ": 'task' must be [[task]]"); }
    exercise.tasks.push_back(task_of(*node.as_table(), where));
  }
  require_order(exercise, where);
  if (const toml::table* race = table["race"].as_table()) { exercise.race = race_of(*race, where); }
  return exercise;
}

}  // namespace

bool is_exercise_folder(std::string_view folder) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789_";
  return folder.size() > 3 &&
         folder.substr(0, 2).find_first_not_of(digits) == std::string_view::npos &&
         folder[2] == '_' && folder[3] >= 'a' && folder[3] <= 'z' &&
         folder.substr(3).find_first_not_of(letters) == std::string_view::npos;
}

Exercise read_exercise(const fs::path& root, const std::string& folder) {
  const std::string where = fmt::format("exercises/{}/exercise.toml", folder);
  std::ifstream file(root / where);
  if (!file) { throw std::invalid_argument(where + " cannot be read"); }
  try {
    return exercise_of(toml::parse(file, where), folder, where);
  } catch (const toml::parse_error& error) {
    throw std::invalid_argument(fmt::format("{}, line {}: {}", where, error.source().begin.line,
                                            std::string(error.description())));
  }
}

std::vector<Exercise> exercises(const fs::path& root) {
  std::vector<std::string> folders;
  std::error_code absent;
  for (const fs::directory_entry& entry : fs::directory_iterator(root / "exercises", absent)) {
    const std::string folder = entry.path().filename().string();
    if (entry.is_directory() && is_exercise_folder(folder)) { folders.push_back(folder); }
  }
  std::ranges::sort(folders);
  std::vector<Exercise> all;
  all.reserve(folders.size());
  for (const std::string& folder : folders) { all.push_back(read_exercise(root, folder)); }
  return all;
}

const Exercise& find(const std::vector<Exercise>& all, std::string_view word) {
  std::vector<std::string> topics;
  for (const Exercise& exercise : all) {
    const std::string topic = exercise.folder.substr(3);
    const std::string padded = word.size() == 1 ? "0" + std::string(word) : std::string(word);
    if (word == exercise.folder || word == topic || padded == number(exercise)) { return exercise; }
    topics.push_back(topic);
  }
  throw std::invalid_argument(
      fmt::format("there is no exercise {}{}", quotation(word), did_you_mean(word, topics)));
}

std::vector<Exercise> chosen(const std::vector<Exercise>& all,
                             const std::vector<std::string>& words) {
  if (words.empty()) { return all; }
  std::vector<std::string> folders;
  folders.reserve(words.size());
  for (const std::string& word : words) { folders.push_back(find(all, word).folder); }
  std::vector<Exercise> result;
  std::ranges::copy_if(all, std::back_inserter(result), [&](const Exercise& exercise) {
    return std::ranges::find(folders, exercise.folder) != folders.end();
  });
  return result;
}

std::string number(const Exercise& exercise) { return exercise.folder.substr(0, 2); }

int points(const Exercise& exercise) {
  int sum = 0;
  for (const Task& task : exercise.tasks) { sum += task.points; }
  return sum;
}

}  // namespace softmax::grader
