#include "app/input/read.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/input/file_bytes.hpp"
#include "app/input/row.hpp"
#include "tests/app/input_helpers.hpp"

using namespace softmax;
using namespace softmax::app;

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

/// A directory that is gone after the test.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (fs::temp_directory_path() / "workbook-input-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] std::string file(const std::string& name, std::string_view content) const {
    const std::string path = this->path(name);
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

std::string refusal(const std::string& path, std::optional<std::size_t> row = std::nullopt) {
  return error_of([&] { read_logits(path, row); });
}

std::string refused_bytes(std::string_view bytes) {
  return error_of([&] { parse_logits(bytes, "x", std::nullopt); });
}

/// Standard input out of a file, until the end of the test.
class StandardInput {
 public:
  explicit StandardInput(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
    REQUIRE(std::freopen(path.c_str(), "rb", stdin) != nullptr);
  }
  ~StandardInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
    std::clearerr(stdin);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

 private:
  int saved_;
};

}  // namespace

TEST_CASE("A file on disk is read, whatever its name says, and the row tells its source") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("logits.dat", "[[1, 2.50], [3, \"-inf\"]]\n");
  const Row row = read_logits(path, 0);
  CHECK(texts(row.logits) == Texts{"1", "2.50"});
  CHECK(row.source == path + ", row 0");
  CHECK(read_logits(path, 1).logits.back().minus_infinity());
}

TEST_CASE("Standard input is read to its end") {
  const TemporaryDirectory directory;
  std::string numbers;
  Texts expected;
  for (int i = 0; i < 30'000; ++i) {
    expected.push_back(std::to_string(i));
    numbers += expected.back() + "\n";
  }
  const StandardInput input(directory.file("numbers", numbers));
  const Row row = read_logits("-", std::nullopt);
  CHECK(texts(row.logits) == expected);
  CHECK(row.source == "standard input");
}

TEST_CASE("Errors of standard input name it") {
  const TemporaryDirectory directory;
  {
    const StandardInput input(directory.file("empty", ""));
    CHECK(refusal("-") == "standard input is empty; it should hold numbers");
  }
  const StandardInput input(directory.file("wrong", "1 2\n3 x\n"));
  CHECK(refusal("-").starts_with("standard input, line 2, column 3: 'x' is not a number"));
}

TEST_CASE("The kind of a file is told from its content") {
  using namespace std::string_literals;
  const std::string array =
      "\x93NUMPY\x01\0\x36\0{'descr':'<f2','fortran_order':False,'shape':(1,)}   \n\0\x3c"s;
  CHECK(in_binary64(parse_logits(array, "x", {})) == std::vector{1.0});
  CHECK(texts(parse_logits(" \n [1]", "x", {})) == Texts{"1"});
  CHECK(texts(parse_logits("1,2", "x", {})) == Texts{"1", "2"});
}

TEST_CASE("A byte order mark is skipped, and does not shift places") {
  CHECK(texts(parse_logits("\xef\xbb\xbf[1]", "x", {})) == Texts{"1"});
  CHECK(texts(parse_logits("\xef\xbb\xbf-1 2", "x", {})) == Texts{"-1", "2"});
  CHECK(refused_bytes("\xef\xbb\xbf-1 z").starts_with("x, line 1, column 4: 'z'"));
}

TEST_CASE("Kinds that are not read are named") {
  CHECK(refused_bytes("PK\x03\x04...") ==
        "x is an archive (.npz, .pt or .zip); save one array with numpy.save");
  CHECK(refused_bytes("\xff\xfe"
                      "1") == "x is UTF-16 text; save it as UTF-8");
  CHECK(refused_bytes(std::string_view("\x80\x04\0\x95", 4)) ==
        "x is a binary file of a kind not read; save it with numpy.save");
  CHECK(refused_bytes(R"({"logits": [1]})").starts_with("x, line 1, column 1: an object"));
}

TEST_CASE("A path that cannot be read is refused with the reason") {
  const TemporaryDirectory directory;
  const std::string missing = directory.path("missing.npy");
  CHECK(refusal(missing) == "cannot read " + missing + ": No such file or directory");
  CHECK(refusal(directory.path("")) == "cannot read " + directory.path("") + ": it is a directory");
  CHECK(refusal("") == "cannot read '': No such file or directory");
  CHECK(refusal(directory.path("two\nlines")).find('\n') == std::string::npos);
}

TEST_CASE("A file without the right to read it is refused") {
  if (::geteuid() == 0) { SKIP("root may read everything"); }
  const TemporaryDirectory directory;
  const std::string path = directory.file("secret", "1");
  fs::permissions(path, fs::perms::none);
  CHECK(refusal(path) == "cannot read " + path + ": Permission denied");
}

TEST_CASE("An empty file and a blank one are refused") {
  const TemporaryDirectory directory;
  const std::string empty = directory.file("empty", "");
  CHECK(refusal(empty) == empty + " is empty; it should hold numbers");
  const std::string blank = directory.file("blank", " \n\n");
  CHECK(refusal(blank) == blank + " holds no numbers");
}

TEST_CASE("A file over 256 MiB is refused before it is read") {
  const TemporaryDirectory directory;
  const std::string path = directory.file("huge", "1");
  fs::resize_file(path, largest_file + (std::size_t{1} << 20U));  // sparse: it takes no room
  CHECK(refusal(path) == "cannot read " + path +
                             ": it has 257 MiB, and at most 256 are read; save the row that you "
                             "want");
}

TEST_CASE("What never ends is refused", "[sweep]") {
  CHECK(refusal("/dev/zero") ==
        "cannot read /dev/zero: it goes on after 256 MiB; save one row of it");
}
