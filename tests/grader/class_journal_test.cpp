#include "grader/class/journal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include "class_samples.hpp"
#include "grader/work_folder.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_text(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

const Setting& setting() {
  static const Setting one = sample_record("").setting;
  return one;
}

/// A journal with the records of these submissions.
std::string journal_of(const std::vector<std::string>& names) {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  Journal journal(file, setting());
  for (const std::string& name : names) { journal.append({sample_record(name), 0.5}); }
  return text_of(file);
}

const std::string digest = "0123456789abcdef";

TEST_CASE("what was appended is found when the journal is opened again") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  write_text(file, journal_of({"ada", "bob"}));
  const Journal journal(file, setting());
  REQUIRE(journal.find("ada", digest) != nullptr);
  CHECK(json_of(*journal.find("ada", digest)) == json_of(sample_record("ada")));
  CHECK(journal.find("bob", digest) != nullptr);
  CHECK(journal.find("cleo", digest) == nullptr);
}

TEST_CASE("another content of the submission is not found") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  write_text(file, journal_of({"ada"}));
  CHECK(Journal(file, setting()).find("ada", "fedcba9876543210") == nullptr);
}

TEST_CASE("wherever it is torn the whole lines are kept and the rest is gone") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  const std::string whole = journal_of({"ada", "bob"});
  const std::size_t head = whole.find('\n') + 1;
  const std::size_t first = whole.find('\n', head) + 1;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    write_text(file, whole.substr(0, length));
    const Journal journal(file, setting());
    const bool right = (journal.find("ada", digest) != nullptr) == (length >= first) &&
                       journal.find("bob", digest) == nullptr &&
                       text_of(file) == whole.substr(0, length >= first ? first : head);
    if (!right) { FAIL(length); }
  }
}

TEST_CASE("journals behind one another are a journal") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  write_text(file, journal_of({"ada"}) + journal_of({}) + journal_of({"bob"}));
  const Journal journal(file, setting());
  CHECK(journal.find("ada", digest) != nullptr);
  CHECK(journal.find("bob", digest) != nullptr);
}

TEST_CASE("a journal of another setting, or with a line amiss, is refused and left as it is") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  const std::string whole = journal_of({"ada"});
  const auto refused = [&](const std::string& text) {
    write_text(file, text);
    CHECK_THROWS_AS(Journal(file, setting()), std::invalid_argument);
    CHECK(text_of(file) == text);
  };
  Setting other = setting();
  other.layers.pop_back();
  CHECK_THROWS_AS(
      [&] {
        write_text(file, whole);
        Journal(file, other);
      }(),
      std::invalid_argument);
  CHECK_THROWS_AS(
      [&] {
        write_text(file, journal_of({}));  // a head alone
        Journal(file, other);
      }(),
      std::invalid_argument);
  refused("\n" + whole);
  refused(whole + "{}\n" + journal_of({}));
  refused("no journal\n");
  refused(whole.substr(whole.find('\n') + 1));  // its head is gone
}

TEST_CASE("what is another program's is waited for by nobody") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  const Journal journal(file, setting());
  CHECK_THROWS_AS(Journal(file, setting()), std::runtime_error);
}

TEST_CASE("threads that append at once write whole lines") {
  const WorkFolder folder;
  const fs::path file = folder.path() / "journal";
  {
    Journal journal(file, setting());
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&journal, t] {
        for (int i = 0; i < 25; ++i) {
          journal.append({sample_record(fmt::format("{}-{}", t, i)), 0});
        }
      });
    }
  }
  const Journal journal(file, setting());
  for (int k = 0; k < 100; ++k) {
    CHECK(journal.find(fmt::format("{}-{}", k / 25, k % 25), digest) != nullptr);
  }
}

}  // namespace
}  // namespace softmax::grader
