// The end of a grader in one process: its report is a word on standard output, and its exit code.
#include <unistd.h>

#include <string>

bool checked();

int main() {
  const bool passed = checked();
  const std::string word = passed ? "passed\n" : "failed\n";
  const bool written = write(STDOUT_FILENO, word.data(), word.size()) > 0;
  return passed && written ? 0 : 1;
}
