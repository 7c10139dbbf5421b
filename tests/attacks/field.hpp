#pragma once
/// The field on which attacks are tried: a workbook that is closed to others, secrets that no
/// answer may read, a process that is to be left in peace, and a line that nobody may call.

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "grader/allowance.hpp"
#include "grader/sandbox/descriptor.hpp"

namespace softmax::grader {

class Field {
 public:
  /// Does: makes it in a new folder, which is from now on the one for temporary files.
  Field();
  Field(const Field&) = delete;
  Field& operator=(const Field&) = delete;
  ~Field();

  /// A copy of what exercise 3 is marked with, closed as a real workbook must be.
  [[nodiscard]] std::filesystem::path root() const { return folder_ / "workbook"; }
  [[nodiscard]] const std::filesystem::path& parts() const { return parts_; }
  [[nodiscard]] std::filesystem::path secret() const { return folder_ / "secret"; }
  /// Where the answer of somebody else is.
  [[nodiscard]] std::filesystem::path neighbour() const { return folder_ / "neighbour"; }

  /// Computes: the text with @root@, @secret@, @name@ and @victim@ filled in: an attacker knows
  /// them. @name@ is a name that nobody else gives to a file.
  [[nodiscard]] std::string filled_in(std::string text) const;
  /// Does: writes a file that is handed in, filled in. Returns: its path.
  [[nodiscard]] std::filesystem::path handed_in(const std::filesystem::path& file) const;

  /// Computes: what is left behind: processes and files, by name; empty if nothing is.
  [[nodiscard]] std::string left_behind() const;
  [[nodiscard]] bool processes_left() const;
  /// Does: removes that.
  void clean_up() const;

  /// Whether the process has ended that was to be left in peace. If so, there is another one.
  bool victim_ended();

 private:
  void start_victim();

  std::filesystem::path parts_;
  std::filesystem::path folder_;
  std::string name_;
  pid_t victim_ = -1;
  Descriptor line_;
};

/// Reads: all of a file.
std::string text_of(const std::filesystem::path& file);

/// Computes: limits that are reached soon.
Allowance small_allowance(Layers layers = Layers::all());

}  // namespace softmax::grader
