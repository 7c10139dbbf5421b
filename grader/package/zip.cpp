#include "grader/package/zip.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>

namespace softmax::grader {
namespace {

/// 1979: a zip's own times begin in 1980, in the time zone of whoever makes it. What is older is
/// 1980 everywhere.
constexpr time_t one_time = 283'996'800;

struct EndWriting {
  void operator()(archive* open) const { archive_write_free(open); }
};
struct EndEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Writing = std::unique_ptr<archive, EndWriting>;
using Entry = std::unique_ptr<archive_entry, EndEntry>;

void require_written(archive* open, bool done) {
  if (done) { return; }
  const char* why = archive_error_string(open);
  throw std::runtime_error(fmt::format("no archive could be made: {}", why ? why : "unknown"));
}

la_ssize_t append(archive* open, void* text, const void* bytes, std::size_t size) {
  try {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), size);
  } catch (const std::exception&) {
    archive_set_error(open, ENOMEM, "out of memory");
    return -1;
  }
  return static_cast<la_ssize_t>(size);
}

Entry entry_of(const PackedFile& file) {
  Entry entry(archive_entry_new());
  if (!entry) { throw std::bad_alloc(); }
  archive_entry_set_pathname(entry.get(), file.path.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), file.executable ? 0755 : 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
  archive_entry_set_mtime(entry.get(), one_time, 0);
  return entry;
}

void write(archive* open, const PackedFile& file) {
  const Entry entry = entry_of(file);
  require_written(open, archive_write_header(open, entry.get()) == ARCHIVE_OK);
  const la_ssize_t written = archive_write_data(open, file.bytes.data(), file.bytes.size());
  require_written(open, written == static_cast<la_ssize_t>(file.bytes.size()));
}

}  // namespace

std::string zip_of(std::vector<PackedFile> files) {
  std::ranges::sort(files, {}, &PackedFile::path);
  std::string bytes;
  const Writing open(archive_write_new());
  if (!open) { throw std::bad_alloc(); }
  archive_write_set_format_zip(open.get());
  archive_write_set_bytes_in_last_block(open.get(), 1);
  require_written(open.get(),
                  archive_write_open(open.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK);
  for (const PackedFile& file : files) { write(open.get(), file); }
  require_written(open.get(), archive_write_close(open.get()) == ARCHIVE_OK);
  return bytes;
}

}  // namespace softmax::grader
