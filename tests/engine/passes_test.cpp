// How often an algorithm goes over its row: the counts that are published, and the fusing rule.

#include "engine/passes.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace softmax {
namespace {

std::size_t accesses(Algorithm algorithm, EarlierRow earlier = EarlierRow::recomputed) {
  const Passes counted = passes(algorithm, earlier);
  return counted.reads + counted.writes;
}

std::size_t loops(Algorithm algorithm) { return passes(algorithm).loops; }

}  // namespace

TEST_CASE("unshifted goes over the row twice, shifted three times, online twice") {
  CHECK(loops(Algorithm::unshifted) == 2);
  CHECK(loops(Algorithm::shifted) == 3);
  CHECK(loops(Algorithm::online) == 2);
}

TEST_CASE("division-free needs as many loops: log of the sum is no loop of its own") {
  CHECK(loops(Algorithm::division_free) == 3);
  CHECK(loops(Algorithm::log_softmax) == 3);
  CHECK(loops(Algorithm::unshifted_division_free) == 2);
}

TEST_CASE("log_sum_exp writes no row, and needs no loop to divide") {
  CHECK(passes(Algorithm::log_sum_exp) == Passes{2, 2, 0, 1});
}

TEST_CASE("recomputing, memory is accessed 3 times a logit unshifted, 4 shifted, 3 online") {
  // Milakov and Gimelshein, Online normalizer calculation for softmax (2018).
  CHECK(accesses(Algorithm::unshifted) == 3);
  CHECK(accesses(Algorithm::shifted) == 4);
  CHECK(accesses(Algorithm::online) == 3);
}

TEST_CASE("shifted reads 3n and writes n recomputing, writes 2n where it stores exponentials") {
  // Dukhan and Ablavatski, The two-pass softmax algorithm (2020): recomputing and reloading.
  CHECK(passes(Algorithm::shifted, EarlierRow::recomputed) == Passes{3, 3, 1, 2});
  CHECK(passes(Algorithm::shifted, EarlierRow::stored) == Passes{3, 3, 2, 1});
}

TEST_CASE("what is stored costs a write, and saves an exponential") {
  CHECK(passes(Algorithm::unshifted, EarlierRow::recomputed) == Passes{2, 2, 1, 2});
  CHECK(passes(Algorithm::unshifted, EarlierRow::stored) == Passes{2, 2, 2, 1});
}

TEST_CASE("online has no row to store, and always two exponentials a logit") {
  CHECK(passes(Algorithm::online, EarlierRow::recomputed) == Passes{2, 2, 1, 2});
  CHECK(passes(Algorithm::online, EarlierRow::stored) == Passes{2, 2, 1, 2});
}

TEST_CASE("division-free stores the shifted logits, not the exponentials") {
  CHECK(passes(Algorithm::division_free, EarlierRow::recomputed) == Passes{3, 3, 1, 2});
  CHECK(passes(Algorithm::division_free, EarlierRow::stored) == Passes{3, 3, 2, 2});
}

TEST_CASE("a temperature adds no loop, wherever it divides") {
  for (const Algorithm algorithm : all_algorithms) {
    for (const TemperatureOrder order :
         {TemperatureOrder::subtract_first, TemperatureOrder::scale_first}) {
      const std::vector<Step> steps = plan(algorithm, true, order);
      CHECK(passes(steps) == passes(algorithm));
    }
  }
}

TEST_CASE("scaled logits that two later loops need are stored once, and read twice") {
  const std::vector<Step> steps = plan(Algorithm::shifted, true, TemperatureOrder::scale_first);
  // Loop 1 writes them beside the maximum, loop 2 reads them and writes the exponentials.
  CHECK(passes(steps, EarlierRow::stored) == Passes{3, 3, 3, 1});
}

TEST_CASE("where a maximum is known, shifted would be as short as unshifted") {
  // A step of one operand stands for the subtraction of a number that no loop has to find.
  const std::vector<Step> steps = {{Stage::read},
                                   {Stage::scale, 0},
                                   {Stage::exponentiate, 1},
                                   {Stage::sum, 2},
                                   {Stage::divide, 2, 3}};
  CHECK(passes(steps).loops == 2);
}

}  // namespace softmax
