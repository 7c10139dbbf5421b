#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/mark.hpp"
#include "grader/stable_hash.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

/// A folder of the system's temporary one is anybody's to make first: it must be ours.
void require_ours(const fs::path& folder) {
  struct stat status{};
  const bool ours = ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
                    status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
  if (!ours) {
    throw std::runtime_error(
        fmt::format("{} is not a folder of this user alone: remove it", folder.string()));
  }
}

}  // namespace

fs::path parts_for(const fs::path& root, Tier tier) {
  if (tier != Tier::container) { return root / "build/grader"; }
  const std::uint64_t name = stable_hash(fs::absolute(root).string());
  const fs::path parts = fs::temp_directory_path() / fmt::format("softmax-workbook-{:016x}", name);
  fs::create_directories(parts);
  require_ours(parts);
  return parts;
}

void require_hidden(const fs::path& root, Tier tier) {
  if (tier != Tier::container) { return; }
  for (const fs::directory_entry& entry : fs::directory_iterator(root / "solutions")) {
    if (readable_by_others(entry.path() / "answer.cpp")) {
      throw std::runtime_error(fmt::format(
          "here a program runs as another user, and could read the solutions: chmod 700 {}",
          root.string()));
    }
  }
}

}  // namespace softmax::grader
