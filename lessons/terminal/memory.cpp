#include "lessons/terminal/memory.hpp"

#include "lessons/progress/store.hpp"

namespace softmax::terminal {
namespace {

/// A lesson that was finished is read from its beginning, with nothing answered.
void reopen(const page::Page& page, const progress::Progress& progress, Reader& reader) {
  const auto place = progress.lessons.find(page.id);
  if (place == progress.lessons.end() || place->second.finished) { return; }
  for (const page::Question* question : page::questions(page)) {
    const auto answer = progress.answers.find(question->id);
    if (answer != progress.answers.end()) { reader.recall(question->id, answer->second.given); }
  }
  reader.open_at(place->second.idea);
  if (!place->second.idea.empty()) { reader.say("You left here. g 0 goes to the beginning."); }
}

void keep(const std::filesystem::path& file,
          const std::function<void(progress::Progress&)>& change) {
  static_cast<void>(progress::update(file, change));
}

}  // namespace

Memory remembered_answers() {
  const std::filesystem::path file = progress::path();
  return {[file](const GivenAnswer& answer) {
            keep(file, [&](progress::Progress& progress) {
              record_answer(progress, answer.question, answer.typed, answer.right);
            });
          },
          {}};
}

Memory remembered(const page::Page& page, Reader& reader) {
  try {
    const std::filesystem::path file = progress::path();
    const progress::Reading reading = progress::read(file);
    reopen(page, reading.progress, reader);
    if (reading.message) { reader.say(*reading.message); }
    Memory memory = remembered_answers();
    memory.moved = [file, lesson = page.id](const std::string& idea, bool finished) {
      keep(file, [&](progress::Progress& progress) {
        record_place(progress, lesson, idea);
        if (finished) { record_finished(progress, lesson); }
      });
    };
    return memory;
  } catch (const std::runtime_error& error) {
    reader.say(std::string("Your progress is not kept: ") + error.what());
    return {};
  }
}

}  // namespace softmax::terminal
