// The one translation unit of the lessons' progress that sees nlohmann-json.
#include "lessons/progress/progress_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

#include "engine/quotation.hpp"

namespace softmax::progress {
namespace {

using nlohmann::json;

constexpr std::string_view schema_family = "softmax-workbook/progress/";
constexpr std::string_view schema_number = "1";

/// Progress nests three deep, and later workbooks may go deeper; but writing is a recursion.
constexpr int deepest = 64;

/// A value, and what the messages call it.
struct Found {
  const json& value;
  std::string name;
};

void require(bool met, const std::string& otherwise) {
  if (!met) { throw Damaged(otherwise); }
}

Found member(const Found& object, const char* key) {
  const auto at = object.value.find(key);
  require(at != object.value.end(), fmt::format("{} has no \"{}\"", object.name, key));
  return {*at, fmt::format("\"{}\" of {}", key, object.name)};
}

const json& object(const Found& found) {
  require(found.value.is_object(), found.name + " is no object");
  return found.value;
}

std::string text(const Found& found) {
  require(found.value.is_string(), found.name + " is no string");
  return found.value.get<std::string>();
}

bool truth(const Found& found) {
  require(found.value.is_boolean(), found.name + " is neither true nor false");
  return found.value.get<bool>();
}

int count(const Found& found) {
  constexpr int most = std::numeric_limits<int>::max();
  // A number from 0 is held unsigned, whatever its size.
  const bool counts = found.value.is_number_unsigned() && found.value.get<std::uint64_t>() <= most;
  require(counts, fmt::format("{} is not a whole number from 0 to {}", found.name, most));
  return found.value.get<int>();
}

Place place_of(const Found& found) {
  object(found);
  return {text(member(found, "idea")), truth(member(found, "finished"))};
}

Answer answer_of(const Found& found) {
  object(found);
  return {text(member(found, "given")), truth(member(found, "right")),
          count(member(found, "tries")), truth(member(found, "ever_right"))};
}

template <class Entry>
std::map<std::string, Entry> entries_of(const Found& found, Entry (*entry_of)(const Found&)) {
  std::map<std::string, Entry> entries;
  for (const auto& [id, value] : object(found).items()) {
    entries.emplace(id, entry_of({value, fmt::format("{} of {}", quotation(id), found.name)}));
  }
  return entries;
}

Attempts attempts_of(const Found& found) {
  object(found);
  return {count(member(found, "checks")), count(member(found, "points")),
          truth(member(found, "ever_passed")), truth(member(found, "solution_shown")),
          entries_of(member(found, "hints"), count)};
}

/// A file from before there were exercises has none.
std::map<std::string, Attempts> exercises_of(const Found& document) {
  if (!document.value.contains("exercises")) { return {}; }
  return entries_of(member(document, "exercises"), attempts_of);
}

/// The library's text is long: "[json...] parse error at line 1, column 5: syntax error while
/// parsing object - unexpected end of input; last read: ...". This is the place and the reason.
std::string core_of(std::string_view what) {
  what = what.substr(0, what.find("; last read"));
  const std::size_t place = what.find("line ");
  const std::size_t reason = what.find(" - ");
  if (place == std::string_view::npos || reason == std::string_view::npos) {
    return printable(what.substr(what.find("] ") + 2));
  }
  const std::string_view where = what.substr(place, what.find(": ", place) - place);
  return printable(fmt::format("{}: {}", where, what.substr(reason + 3)));
}

json document_of(std::string_view text) {
  require(!text.empty(), "it is empty");
  // The library would take one for the end, and not look at what follows.
  require(text.find('\0') == std::string_view::npos, "not JSON: it holds a byte of 0");
  const auto modest = [](int depth, json::parse_event_t, const json&) {
    require(depth <= deepest, fmt::format("it nests over {} deep", deepest));
    return true;
  };
  try {
    return json::parse(text, modest);
  } catch (const json::exception& error) { throw Damaged("not JSON: " + core_of(error.what())); }
}

void require_version(const Found& document) {
  const std::string schema = text(member(document, "schema"));
  require(
      schema.starts_with(schema_family),
      fmt::format("its schema {} is not {}{}", quotation(schema), schema_family, schema_number));
  const std::string number = schema.substr(schema_family.size());
  if (number != schema_number) { throw OtherVersion(printable(number)); }
}

json json_of(json entry, const Place& place) {
  entry["idea"] = place.idea;
  entry["finished"] = place.finished;
  return entry;
}

json json_of(json entry, const Answer& answer) {
  if (answer.tries < 0) {
    throw std::invalid_argument(fmt::format("{} tries at a question", answer.tries));
  }
  entry["given"] = answer.given;
  entry["right"] = answer.right;
  entry["tries"] = answer.tries;
  entry["ever_right"] = answer.ever_right;
  return entry;
}

json json_of(json entry, const Attempts& attempts) {
  int least = std::min(attempts.checks, attempts.points);
  for (const auto& [task, given] : attempts.hints) { least = std::min(least, given); }
  if (least < 0) { throw std::invalid_argument(fmt::format("{} of an exercise", least)); }
  entry["checks"] = attempts.checks;
  entry["points"] = attempts.points;
  entry["ever_passed"] = attempts.ever_passed;
  entry["solution_shown"] = attempts.solution_shown;
  entry["hints"] = attempts.hints;
  return entry;
}

/// The entries of a map; each begins as the one that it replaces, for the sake of unknown keys.
template <class Entry>
json json_of_all(const std::map<std::string, Entry>& entries, const json& replaced) {
  json all = json::object();
  for (const auto& [id, entry] : entries) {
    all[id] = json_of(replaced.value(id, json::object()), entry);
  }
  return all;
}

}  // namespace

Progress parse_progress(std::string_view text_of_file) {
  const json document = document_of(text_of_file);
  const Found found{document, "the file"};
  object(found);
  require_version(found);
  return {text(member(found, "latest")), entries_of(member(found, "lessons"), place_of),
          entries_of(member(found, "answers"), answer_of), exercises_of(found)};
}

std::string progress_json(const Progress& progress, std::string_view replaced) {
  json document = replaced.empty() ? json::object() : document_of(replaced);
  document["schema"] = fmt::format("{}{}", schema_family, schema_number);
  document["latest"] = progress.latest;
  document["lessons"] = json_of_all(progress.lessons, document.value("lessons", json::object()));
  document["answers"] = json_of_all(progress.answers, document.value("answers", json::object()));
  document["exercises"] =
      json_of_all(progress.exercises, document.value("exercises", json::object()));
  return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace softmax::progress
