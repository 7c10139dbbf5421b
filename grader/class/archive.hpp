#pragma once
/// Answers out of an archive that somebody else made: zip, or tar in any usual compression.
///
///     answers_in(file, names).at("03_normalize")   // the text of .../03_normalize/answer.cpp
///
/// Nothing is written anywhere: the one kind of file that is taken out is read into memory, and all
/// else is passed over. An archive that tries more is refused whole: an absolute path, a .. in one,
/// a link, a device, or more of anything than an answer needs.

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace softmax::grader {

struct ArchiveLimits {
  std::uint64_t entries = 10'000;
  std::uint64_t bytes = std::uint64_t{256} << 20U;  ///< of all entries together, unpacked
  std::uint64_t ratio = 100;                        ///< unpacked to packed, from `unpacked_free` on
  std::uint64_t unpacked_free = std::uint64_t{1} << 20U;
};

/// An answer.cpp has at most so many bytes: a hundred times a long one.
constexpr std::uint64_t largest_answer = std::uint64_t{256} << 10U;

/// Reads: the archive that is open at `file`, a regular file. Returns: the text of each
/// NN_topic/answer.cpp whose NN_topic is among the names, whatever folders it lies in. Where some
/// lie in a folder `answers`, as in a whole workbook, only those.
/// Throws: Refused, with the entry.
std::map<std::string, std::string> answers_in(int file, const std::set<std::string>& names,
                                              const ArchiveLimits& limits = {});

}  // namespace softmax::grader
