#include "grader/class/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "engine/quotation.hpp"
#include "grader/class/refused.hpp"

namespace softmax::grader {
namespace {

using Answers = std::map<std::string, std::string>;

struct Close {
  void operator()(archive* open) const { archive_read_free(open); }
};
using Open = std::unique_ptr<archive, Close>;

constexpr std::size_t block = 65536;

/// No format but these two, and no compression that needs another program. A zip is read by its
/// directory alone, which says the size of each entry before it is unpacked.
Open opened(int file) {
  Open open(archive_read_new());
  if (!open) { throw std::bad_alloc(); }
  archive_read_support_format_zip_seekable(open.get());
  archive_read_support_format_tar(open.get());
  archive_read_support_filter_gzip(open.get());
  archive_read_support_filter_bzip2(open.get());
  archive_read_support_filter_xz(open.get());
  archive_read_support_filter_lzma(open.get());
  archive_read_support_filter_zstd(open.get());
  archive_read_support_filter_lz4(open.get());
  archive_read_support_filter_compress(open.get());
  if (archive_read_open_fd(open.get(), file, block) != ARCHIVE_OK) {
    throw Refused("it is no zip or tar archive");
  }
  return open;
}

/// The parts of a path; some programs write a backslash between them.
std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts(1);
  for (const char c : path) {
    if (c == '/' || c == '\\') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  std::erase(parts, ".");
  return parts;
}

void require_inside(const std::string& path, const std::vector<std::string>& parts) {
  const bool absolute = parts.size() > 1 && parts[0].empty();
  const bool drive = path.size() > 1 && path[1] == ':';
  if (absolute || drive || std::ranges::find(parts, "..") != parts.end()) {
    throw Refused(fmt::format("its entry {} leads out of it", quotation(path)));
  }
}

void require_plain(archive_entry* entry, const std::string& path) {
  const auto type = archive_entry_filetype(entry);
  const bool link = type == AE_IFLNK || archive_entry_hardlink(entry) != nullptr ||
                    archive_entry_symlink(entry) != nullptr;
  if (link) { throw Refused(fmt::format("its entry {} is a link", quotation(path))); }
  if (type != AE_IFREG && type != AE_IFDIR) {
    throw Refused(fmt::format("its entry {} is neither a file nor a folder", quotation(path)));
  }
}

std::string path_of(archive_entry* entry) {
  const char* path = archive_entry_pathname(entry);
  if (path == nullptr) { path = archive_entry_pathname_utf8(entry); }
  return path == nullptr ? "" : path;  // no name that can be said is no answer's
}

/// What has been unpacked so far, or would be, against the limits.
class Budget {
 public:
  Budget(const ArchiveLimits& limits, std::uint64_t packed) : limits_(limits), packed_(packed) {}

  void entry() {
    if (++entries_ > limits_.entries) {
      throw Refused(fmt::format("it has more than {} entries", limits_.entries));
    }
  }
  void spend(std::uint64_t bytes) {
    require(bytes <= limits_.bytes - spent_);
    spent_ += bytes;
    require_ratio(spent_);
  }
  /// A stream unpacks more than its entries: long names, gaps.
  void streamed(std::uint64_t bytes) const {
    require(bytes <= limits_.bytes);
    require_ratio(bytes);
  }

 private:
  void require(bool within) const {
    if (!within) {
      throw Refused(fmt::format("it has more than {} MiB unpacked", limits_.bytes >> 20U));
    }
  }
  void require_ratio(std::uint64_t unpacked) const {
    if (unpacked > limits_.unpacked_free && unpacked / limits_.ratio >= packed_) {
      throw Refused(fmt::format("it unpacks to more than {} times its size", limits_.ratio));
    }
  }

  const ArchiveLimits& limits_;
  std::uint64_t packed_;
  std::uint64_t entries_ = 0;
  std::uint64_t spent_ = 0;
};

/// Its size may be a lie: what comes is counted.
std::string text_of(archive* open, const std::string& path) {
  std::string text;
  std::array<char, block> buffer{};
  for (;;) {
    const la_ssize_t got = archive_read_data(open, buffer.data(), buffer.size());
    if (got < 0) {
      throw Refused(fmt::format("its entry {} is damaged, or locked", quotation(path)));
    }
    if (got == 0) { return text; }
    text.append(buffer.data(), static_cast<std::size_t>(got));
    if (text.size() > largest_answer) {
      throw Refused(
          fmt::format("its entry {} has more than {} KiB", quotation(path), largest_answer >> 10U));
    }
  }
}

/// The exercise whose answer lies at that path.
std::optional<std::string> exercise_of(const std::vector<std::string>& parts,
                                       const std::set<std::string>& names) {
  const std::size_t n = parts.size();
  if (n < 2 || parts[n - 1] != "answer.cpp" || !names.contains(parts[n - 2])) {
    return std::nullopt;
  }
  return parts[n - 2];
}

/// The answers that were found: of a whole workbook those in answers/ alone, for it has skeletons
/// and solutions too.
class Taken {
 public:
  void add(const std::string& exercise, bool own, std::string text) {
    Place& place = own ? in_answers_ : elsewhere_;
    if (!place.answers.emplace(exercise, std::move(text)).second) { place.twice = exercise; }
  }
  Answers result() && {
    Place& place = in_answers_.answers.empty() ? elsewhere_ : in_answers_;
    if (!place.twice.empty()) {
      throw Refused(fmt::format("it has {}/answer.cpp twice", place.twice));
    }
    return std::move(place.answers);
  }

 private:
  struct Place {
    Answers answers;
    std::string twice;
  };
  Place in_answers_;
  Place elsewhere_;
};

/// The next entry; nothing at the end.
archive_entry* next(archive* open) {
  archive_entry* entry = nullptr;
  const int code = archive_read_next_header(open, &entry);
  if (code == ARCHIVE_EOF) { return nullptr; }
  if (code != ARCHIVE_OK && code != ARCHIVE_WARN) {
    throw Refused("it is no zip or tar archive, or a damaged one");
  }
  return entry;
}

std::uint64_t size_of(int file) {
  struct stat status{};
  return ::fstat(file, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace

Answers answers_in(int file, const std::set<std::string>& names, const ArchiveLimits& limits) {
  Budget budget(limits, size_of(file));
  const Open open = opened(file);
  Taken taken;
  while (archive_entry* entry = next(open.get())) {
    budget.entry();
    budget.streamed(static_cast<std::uint64_t>(archive_filter_bytes(open.get(), 0)));
    const std::string path = path_of(entry);
    const std::vector<std::string> parts = parts_of(path);
    require_inside(path, parts);
    require_plain(entry, path);
    budget.spend(static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(entry))));
    const auto exercise = exercise_of(parts, names);
    if (!exercise || archive_entry_filetype(entry) != AE_IFREG) { continue; }
    const bool own = parts.size() > 2 && parts[parts.size() - 3] == "answers";
    taken.add(*exercise, own, text_of(open.get(), path));
  }
  return std::move(taken).result();
}

}  // namespace softmax::grader
