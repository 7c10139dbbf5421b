// A session that the scripts of this folder start, kill and run beside others.
//
//     progress_session FILE answer PREFIX COUNT    answers PREFIX/1 and so on, one update each, and
//                                                  prints the id of each once it is stored
//     progress_session FILE say QUESTION GIVEN right|wrong
//     progress_session FILE leave LESSON IDEA
//     progress_session FILE check EXERCISE POINTS passed|failed
//     progress_session FILE hint EXERCISE TASK MOST
//     progress_session FILE finish LESSON
//     progress_session FILE read                   prints the message, if there is one
//
// Exit code: 0, or 3 with an error's line on standard error.

#include <cstdio>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "lessons/progress/store.hpp"

using namespace softmax::progress;

namespace {

void print(const std::string& line) {
  std::puts(line.c_str());
  std::fflush(stdout);
}

/// Each update also counts a try at a question that all sessions share.
void answer(const std::string& file, const std::string& prefix, int count) {
  print("ready");
  for (int i = 1; i <= count; ++i) {
    const std::string question = prefix + "/" + std::to_string(i);
    update(file, [&](Progress& progress) {
      record_answer(progress, question, std::to_string(i), true);
      record_answer(progress, "shared", question, false);
    });
    print(question);
  }
}

void run(const std::string& file, const std::vector<std::string>& words) {
  const std::string& what = words.at(0);
  if (what == "answer") {
    answer(file, words.at(1), std::stoi(words.at(2)));
  } else if (what == "say") {
    update(file, [&](Progress& now) {
      record_answer(now, words.at(1), words.at(2), words.at(3) == "right");
    });
  } else if (what == "leave") {
    update(file, [&](Progress& now) { record_place(now, words.at(1), words.at(2)); });
  } else if (what == "check") {
    update(file, [&](Progress& now) {
      record_attempt(now, words.at(1), std::stoi(words.at(2)), words.at(3) == "passed");
    });
  } else if (what == "hint") {
    update(file, [&](Progress& now) {
      record_hint(now, words.at(1), words.at(2), std::stoi(words.at(3)));
    });
  } else if (what == "finish") {
    update(file, [&](Progress& now) { record_finished(now, words.at(1)); });
  } else if (const Reading reading = read(file); reading.message) {
    print(*reading.message);
  }
}

}  // namespace

int main(int count, char** words) {
  try {
    const std::span all(words, static_cast<std::size_t>(count));
    if (all.size() < 3) { throw std::invalid_argument("progress_session FILE COMMAND ..."); }
    run(all[1], {all.begin() + 2, all.end()});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
  return 0;
}
