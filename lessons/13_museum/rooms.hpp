#pragma once
/// The rooms of the museum: in each a guess, then its exhibits, their labels first.

#include <string>
#include <vector>

#include "lessons/13_museum/exhibit.hpp"
#include "lessons/page/page.hpp"

namespace softmax::lessons {

/// Computes: a list of threads, and what was done in each.
page::Prose labels(const std::vector<Exhibit>& shown);

/// Computes: a table of what went in, and what came out.
page::Table results(const std::vector<Exhibit>& shown);

/// Computes: element i of a row as its exhibit shows it: "0.5" of "[0.5, 0.25]".
std::string element(const std::string& row, std::size_t i);

page::Idea room_of_temperature();
page::Idea room_of_normalizing();
page::Idea room_of_overflow();
page::Idea room_of_masks();
page::Idea room_of_log_sum_exp();
page::Idea room_of_sampling();
page::Idea room_of_attention();

}  // namespace softmax::lessons
