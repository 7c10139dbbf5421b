#pragma once
/// What has been graded so far, in a file of JSON lines that outlives the grading.
///
///     Journal journal("class.jsonl", setting);
///     if (journal.find("ada", digest) == nullptr) { journal.append({record, seconds}); }
///
/// Its head says the setting; every other line is an Entry (record_json.hpp). A line is on the disk
/// before append() returns. Whenever the program is killed the journal is whole but for its last
/// line, which is dropped when it is opened again. Several journals of one setting may be put
/// behind one another, as those of shards are: together they are a journal.

#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "grader/class/record_json.hpp"
#include "grader/sandbox/descriptor.hpp"

namespace softmax::grader {

class Journal {
 public:
  /// Does: opens the journal, or begins it. Nobody else may write to it meanwhile.
  /// Throws: std::invalid_argument: it is of another setting, or no journal; std::runtime_error
  /// where the system refuses, or another program writes to it.
  Journal(std::filesystem::path file, const Setting& setting);

  /// Computes: the record of that submission, if it was graded when it held just this.
  [[nodiscard]] const Record* find(const std::string& submission, const std::string& digest) const;

  /// Does: writes the line. Several threads may. Throws: std::runtime_error.
  void append(const Entry& entry);

 private:
  void read(const std::string& text, const Setting& setting);
  void take(const std::string& line, std::size_t number, const Setting& setting);
  void write(const std::string& line);
  [[noreturn]] void refuse(const char* what) const;

  std::filesystem::path file_;
  Descriptor open_;
  std::mutex writing_;
  std::map<std::string, Record> records_;
};

}  // namespace softmax::grader
