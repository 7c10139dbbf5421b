#include <fstream>

#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;
namespace fs = std::filesystem;

namespace {

/// A compiler, in a folder in which the sources are, and which it may write to.
Command compiler(const Folder& folder, const std::vector<std::string>& arguments) {
  Command command;
  command.arguments = {"/usr/bin/g++"};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.environment = {"PATH=/usr/bin", "TMPDIR=" + folder.path.string()};
  command.directory = folder.path;
  command.mounts = system_mounts();
  command.mounts.push_back({.path = folder.path, .writable = true});
  command.calls = Calls::builds;
  command.limits.file_size = 64 * mebibyte;
  command.limits.open_files = 100;
  return command;
}

Command built(const Folder& folder, Calls calls) {
  Command command;
  command.arguments = {folder.path / "program"};
  command.mounts = system_mounts();
  command.mounts.push_back({folder.path});
  command.calls = calls;
  return command;
}

void write_source(const Folder& folder, const std::string& text) {
  std::ofstream(folder.path / "source.cpp") << text;
}

void check_done(const Ending& ending) {
  CHECK(ending.how == How::exited);
  CHECK(ending.code == 0);
}

}  // namespace

TEST_CASE("A compiler compiles and links, and its program runs sealed") {
  const Tier tier = any_tier();
  const Folder folder;
  write_source(folder, "#include <iostream>\nint main() { std::cout << 0.5 << '\\n'; }\n");
  check_done(ending_of(compiler(folder, {"-static", "source.cpp", "-o", "program"}), tier));
  CHECK(ending_of(built(folder, Calls::sealed), tier).said == "0.5\n");
}

TEST_CASE("What a compiler complains of is kept, and its exit code") {
  const Tier tier = any_tier();
  const Folder folder;
  write_source(folder, "int main() { return softmax; }\n");
  const Ending ending = ending_of(compiler(folder, {"source.cpp"}), tier);
  CHECK(ending.code == 1);
  CHECK(ending.said.find("'softmax' was not declared in this scope") != std::string::npos);
}

TEST_CASE("A template without end is stopped when its CPU time is used up") {
  const Tier tier = any_tier();
  const Folder folder;
  write_source(folder,
               "template <int N, int M> struct F { static constexpr int value ="
               " F<N - 1, M>::value + F<N - 1, M + 1>::value; };\n"
               "template <int M> struct F<0, M> { static constexpr int value = 1; };\n"
               "int main() { return F<400, 0>::value; }\n");
  Command command = compiler(folder, {"-ftemplate-depth=1000000", "source.cpp"});
  command.limits.cpu = 0.5;
  CHECK(ending_of(command, tier).how == How::timed_out_cpu);
}

TEST_CASE("The address sanitizer works in the sandbox, and says what it found") {
  const Tier tier = any_tier();
  const Folder folder;
  write_source(folder,
               "#include <vector>\n"
               "int main(int n, char**) { std::vector<int> v(n); return v.data()[n] + v[0]; }\n");
  check_done(ending_of(
      compiler(folder, {"-g", "-fsanitize=address,undefined", "source.cpp", "-o", "program"}),
      tier));
  Command command = built(folder, Calls::loads);
  command.environment = {"ASAN_OPTIONS=detect_leaks=0:exitcode=86"};
  command.limits.address_sanitizer = true;
  const Ending ending = ending_of(command, tier);
  CHECK(ending.how == How::exited);
  CHECK(ending.code == 86);
  CHECK(ending.said.find("heap-buffer-overflow") != std::string::npos);
  CHECK(ending.said.find("source.cpp:2") != std::string::npos);
}
