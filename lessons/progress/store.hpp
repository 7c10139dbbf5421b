#pragma once
/// The one file in which a learner's progress is kept.
///
///     update(path(), [](Progress& progress) {
///       record_answer(progress, "normalize/ratio", "2.718", true);
///     });
///     read(path()).progress.answers.at("normalize/ratio").tries;  // 1, or more
///
/// Two sessions at once lose nothing: an update takes a lock, reads the file anew and changes that.
/// Whenever the program is killed, the file is the one before an update or the one after it; when
/// update() returns, it is on the disk.
///
/// A damaged file is set aside, never overwritten, and progress begins anew. A file of another
/// version is left alone and refused. A symbolic link is followed.
///
/// Every error is a std::runtime_error of one line: what, where, and how to mend it.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "lessons/progress/progress.hpp"

namespace softmax::progress {

struct Reading {
  Progress progress;
  std::optional<std::string> message;  ///< one line: the file was damaged, how, where it is now
};

/// Computes: where the file is: $XDG_STATE_HOME/softmax-workbook/progress.json, or under
/// $HOME/.local/state if that is unset or not an absolute path (XDG Base Directory Specification
/// 0.8). Reads: the environment. Throws: std::runtime_error if HOME is no absolute path either.
std::filesystem::path path();

/// Reads: the file. One that is missing is no progress; a damaged one is renamed to FILE.damaged
/// (-2, -3 and so on if that is there), with a message.
/// Throws: std::runtime_error if it cannot be read or renamed, or is of another version.
Reading read(const std::filesystem::path& path);

/// Does: reads the file, applies the change, and writes it; makes the directory if it is missing.
/// Other updates wait meanwhile, so the change must be quick, and must not call update() or reset()
/// itself. If it throws, nothing is written. Keys of the file that are not known stay.
/// Returns: what is in the file now, and what read() would say.
/// Throws: std::runtime_error; the file is as it was then.
Reading update(const std::filesystem::path& path, const std::function<void(Progress&)>& change);

/// Does: renames what is there, whatever it holds, to FILE.backup (-2, -3 and so on if that is
/// there). Returns: its new name, or nothing if nothing was there. Throws: std::runtime_error.
std::optional<std::filesystem::path> reset(const std::filesystem::path& path);

}  // namespace softmax::progress
