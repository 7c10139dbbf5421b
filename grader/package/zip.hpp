#pragma once
/// A zip archive of files that are in memory.
///
///     zip_of({{"setup.sh", "#!/bin/sh\n", true}, {"README.md", "..."}})
///
/// The same files make the same bytes: sorted by their paths, all of one time and one owner.

#include <string>
#include <vector>

namespace softmax::grader {

struct PackedFile {
  std::string path;  ///< in the archive, with / between its parts
  std::string bytes;
  bool executable = false;  ///< mode 755, else 644
};

/// Computes: the archive. Throws: std::runtime_error, std::bad_alloc.
std::string zip_of(std::vector<PackedFile> files);

}  // namespace softmax::grader
