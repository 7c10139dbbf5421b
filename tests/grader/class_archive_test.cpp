#include "grader/class/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "engine/decode.hpp"
#include "grader/class/refused.hpp"
#include "grader/sandbox/descriptor.hpp"

namespace softmax::grader {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

const std::set<std::string> names = {"03_normalize", "04_softmax"};

/// The bytes of an archive of these files.
std::string archive_of(const Entries& entries, bool zip, bool gzip = false) {
  archive* out = archive_write_new();
  zip ? archive_write_set_format_zip(out) : archive_write_set_format_pax_restricted(out);
  if (gzip) { archive_write_add_filter_gzip(out); }
  std::string bytes(1 << 20, '\0');
  std::size_t used = 0;
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [path, text] : entries) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, path.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

std::map<std::string, std::string> taken(const std::string& bytes,
                                         const ArchiveLimits& limits = {}) {
  const Descriptor file = memory_file("archive", bytes);
  ::lseek(file.number(), 0, SEEK_SET);
  return answers_in(file.number(), names, limits);
}

std::string refusal(const std::string& bytes, const ArchiveLimits& limits = {}) {
  try {
    taken(bytes, limits);
  } catch (const Refused& refused) { return refused.what(); }
  return "";
}

const Entries two = {{"03_normalize/answer.cpp", "three"}, {"a/04_softmax/answer.cpp", "four"}};

TEST_CASE("the answers come out of a zip and of a tar, and nothing else") {
  Entries entries = two;
  entries.emplace_back("03_normalize/other.cpp", "x");
  entries.emplace_back("05_unknown/answer.cpp", "x");
  entries.emplace_back("answer.cpp", "x");
  entries.emplace_back("04_softmax/answer.cpp/deeper", "x");
  for (const bool zip : {true, false}) {
    const auto answers = taken(archive_of(entries, zip));
    CHECK(answers ==
          std::map<std::string, std::string>{{"03_normalize", "three"}, {"04_softmax", "four"}});
  }
}

TEST_CASE("each limit is held to the last entry and byte") {
  for (const bool zip : {true, false}) {
    const std::string bytes = archive_of(two, zip);
    CHECK(refusal(bytes, {.entries = 2}).empty());
    CHECK(refusal(bytes, {.entries = 1}) == "it has more than 1 entries");
  }
  const Entries zeros = {{"a", std::string(5000, '\0')}, {"b", std::string(5000, '\0')}};
  CHECK(refusal(archive_of(zeros, true), {.bytes = 10'000}).empty());
  CHECK(refusal(archive_of(zeros, true), {.bytes = 9'999}).starts_with("it has more than"));
  const std::string long_answer(largest_answer, 'x');
  CHECK(refusal(archive_of({{"03_normalize/answer.cpp", long_answer}}, true)).empty());
  CHECK(refusal(archive_of({{"03_normalize/answer.cpp", long_answer + "x"}}, true)) ==
        "its entry '03_normalize/answer.cpp' has more than 256 KiB");
}

TEST_CASE("what unpacks to too many times its size is refused") {
  const Entries zeros = {{"zeros", std::string(500'000, '\0')}};
  const ArchiveLimits tight{.ratio = 100, .unpacked_free = 1000};
  CHECK(refusal(archive_of(zeros, true), tight) == "it unpacks to more than 100 times its size");
  CHECK(refusal(archive_of(zeros, false, true), tight) ==
        "it unpacks to more than 100 times its size");
  CHECK(refusal(archive_of(zeros, true), {.unpacked_free = 1'000'000}).empty());
  CHECK(refusal(archive_of(two, true), tight).empty());
}

TEST_CASE("cut off anywhere, an archive is refused or gives the whole of an answer") {
  for (const auto& [zip, gzip] : {std::pair{true, false}, {false, false}, {false, true}}) {
    const std::string whole = archive_of(two, zip, gzip);
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const std::string cut = whole.substr(0, length);
      if (!refusal(cut).empty()) { continue; }
      for (const auto& [name, text] : taken(cut)) {
        if (text != (name == "03_normalize" ? "three" : "four")) { FAIL(length); }
      }
    }
  }
}

TEST_CASE("with bytes changed by chance it is read or refused, and nothing worse") {
  std::uint64_t drawn = 0;
  const auto chance = [&](std::size_t n) {
    return static_cast<std::size_t>(uniform(1, drawn++) * static_cast<double>(n));
  };
  for (const auto& [zip, gzip] : {std::pair{true, false}, {false, false}, {false, true}}) {
    const std::string whole = archive_of(two, zip, gzip);
    for (int trial = 0; trial < 500; ++trial) {
      std::string changed = whole;
      for (std::size_t k = 1 + chance(8); k > 0; --k) {
        changed[chance(changed.size())] = static_cast<char>(chance(256));
      }
      CHECK_NOTHROW(refusal(changed));
    }
  }
}

}  // namespace
}  // namespace softmax::grader
