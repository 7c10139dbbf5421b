// All rooms of the museum, one after the other.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "lessons/13_museum/exhibit.hpp"

namespace softmax::lessons {
namespace {

std::vector<Exhibit> every_room() {
  std::vector<Exhibit> all;
  for (const auto& room :
       {exhibits_about_temperature, exhibits_about_normalizing, exhibits_about_overflow,
        exhibits_about_masks, exhibits_about_log_sum_exp, exhibits_about_sampling,
        exhibits_about_attention}) {
    std::vector<Exhibit> more = room();
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace

const std::vector<Exhibit>& exhibits() {
  static const std::vector<Exhibit> all = every_room();
  return all;
}

std::vector<Exhibit> exhibits_of(Topic topic) {
  std::vector<Exhibit> room;
  std::copy_if(exhibits().begin(), exhibits().end(), std::back_inserter(room),
               [&](const Exhibit& one) { return one.topic == topic; });
  return room;
}

const Exhibit& exhibit(int number) {
  const auto found = std::find_if(exhibits().begin(), exhibits().end(),
                                  [&](const Exhibit& one) { return one.number == number; });
  if (found == exhibits().end()) {
    throw std::invalid_argument(fmt::format("no exhibit has the number {}", number));
  }
  return *found;
}

}  // namespace softmax::lessons
