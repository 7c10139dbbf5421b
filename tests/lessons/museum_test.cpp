// The museum: its exhibits print what their reports say.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>
#include <string>

#include "lessons/13_museum/exhibit.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

/// What the threads say, recomputed for the list of reports by other programs (NumPy, or C++ with
/// a correctly rounded exp). Where a report has more digits than the exhibit, they were rounded.
struct Fact {
  int number;
  const char* thread;
  const char* wrong;
  const char* right;
};

constexpr std::array facts = {
    Fact{1, "JustVugg/colibri#369", "token 0", "refused"},
    Fact{2, "FlashML-org/FreeToken#471", "[0.5, 0.5, 0]", "token 0"},
    Fact{3, "Maratyszcza/NNPACK#174", "[0.571349, 0.285674, ...]", "[0.61010, 0.24520, ...]"},
    Fact{5, "rwitten/HighPerfLLMs2024#3", "[2.3836, 0.8769, 0.3565]", "[0.6590, 0.2424, 0.0986]"},
    Fact{6, "PetrochukM/PyTorch-NLP#2", "[1, 1]", "[0.1426, 0.8574]"},
    Fact{7, "labmlai/annotated_deep_learning_paper_implementations#146", "[0.8808, 0.9526]",
         "[0.1192, 0.8808]"},
    Fact{8, "Lightning-Universe/lightning-bolts#654", "[0.4484, 0.2956, 0.2560]",
         "[0.6590, 0.2424, 0.0986]"},
    Fact{10, "RL-Align/RL-Kernel#81", "[0.417, 0.324, 0.259]", "[0.502, 0.304, 0.194]"},
    Fact{12, "ggml-org/ggml#37", "[nan, nan, nan]", "token 2"},
    Fact{13, "vllm-project/vllm#890", "[nan, nan, nan]", "[0, 0, 1]"},
    Fact{14, "dwavesystems/dwave-optimization#555", "[nan, 0, 0]", "[1, 0, 0]"},
    Fact{15, "uTensor/uTensor#176", "[nan, nan]", "[0.7311, 0.2689]"},
    // e^-100 is 3.72e-44; the nearest number of binary32 is 27 times its smallest, 3.78e-44.
    Fact{16, "ROCm/AMDMIGraphX#1290", "[0, nan]", "[3.78e-44, 1]"},
    Fact{17, "mit-han-lab/tinyengine#107", "[0.5, 0.5]", "[0.6225, 0.3775]"},
    Fact{18, "keras-team/keras#9606", "[nan, nan]", "[0.5, 0.5]"},
    Fact{19, "Infatoshi/cuda-course#10", "[nan, 0, 0]", "[1, 3.78e-44, 1.01e-43]"},
    Fact{20, "georg-wolflein/good-features#1", "[0.191, 0.101, ...]", "[0.305, 0.161, ...]"},
    Fact{21, "deepmodeling/deepmd-kit#5715", "[nan, nan]", "[1, 0]"},
    Fact{23, "flashinfer-ai/flashinfer#4401", "[0, 0]", "[0.7311, 0.2689]"},
    Fact{24, "ohdearquant/lattice#373", "[0, 1]", "[1, 0]"},
    Fact{25, "JuliaStats/StatsFuns.jl#22", "nan", "-inf"},
    Fact{26, "ml-explore/mlx#4169", "[0, 0]", "[-0.6931472, -0.6931472]"},
    Fact{27, "baidu-research/warp-ctc#23", "inf", "151.38629"},
    Fact{28, "google-deepmind/optax#896", "nan", "0"},
    Fact{32, "karpathy/minGPT#10", "[0.1554, 0.4223, 0.4223]", "[1, 0, 0]"},
    Fact{33, "Biohub/esm#360", "{0, 1}", "{0, 1, 2}"},
    Fact{35, "ml-explore/mlx-lm#1912", "no token", "{1}"},
    Fact{37, "mathnet/mathnet-numerics#254", "token 0", "token 1"},
    Fact{38, "awslabs/sockeye#866", "token 3", "token 2"},
    Fact{40, "ultralytics/ultralytics#24990", "inf, weight nan", "8192, weight 1"},
    Fact{41, "lucidrains/vit-pytorch#65", "[0.5875, 0.4125]", "[0.7311, 0.2689]"},
    Fact{42, "pytorch/pytorch#103082", "[1, 0, 0]", "[0.0900, 0.2447, 0.6652]"},
    Fact{43, "Dao-AILab/flash-attention#2082", "[0, 0, 0, 0]", "[0, 0, 0.7311, 0.2689]"},
    Fact{44, "KarhouTam/cuda-kernels#3", "[0.0249, 0.5]", "[0.0474, 0.9526]"},
    Fact{45, "huggingface/funes#160", "[0.5, 0.5, 5.88e-39]", "[0.5, 0.5, 0]"},
};

bool labelled(int number, const std::string& text) {
  return exhibit(number).done.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("each exhibit prints the wrong and the right result of its report") {
  CHECK(exhibits().size() == facts.size());
  for (const Fact& fact : facts) {
    CAPTURE(fact.number);
    const Exhibit& shown = exhibit(fact.number);
    CHECK(shown.thread == fact.thread);
    CHECK(shown.wrong == fact.wrong);
    CHECK(shown.right == fact.right);
  }
}

TEST_CASE("there are at least twenty exhibits, each of a report of its own") {
  CHECK(exhibits().size() >= 20);
  std::set<std::string> threads;
  std::set<std::string> ids;
  std::set<int> numbers;
  for (const Exhibit& one : exhibits()) {
    CAPTURE(one.id, one.date);
    CHECK(one.wrong != one.right);
    CHECK(threads.insert(one.thread).second);
    CHECK(ids.insert(one.id).second);
    CHECK(numbers.insert(one.number).second);
    CHECK(one.thread.find('/') < one.thread.find('#'));
    CHECK((one.date.size() == 10 && one.date > "2010-01-01" && one.date < "2026-11-24"));
  }
}

TEST_CASE("every exhibit but one is explained by a lesson") {
  constexpr int of_another_kind = 3;  // no lesson shows how a library computes exp
  const std::set<std::string> lessons = {"logits",      "exponentiate", "normalize",    "spread",
                                         "temperature", "overflow",     "max_subtract", "rounding",
                                         "decoding",    "attention",    "online",       "runtime"};
  for (const Exhibit& one : exhibits()) {
    CAPTURE(one.id, one.lesson);
    CHECK(lessons.count(one.lesson) == (one.number == of_another_kind ? 0 : 1));
  }
}

TEST_CASE("the labels quote what went wrong on the way") {
  CHECK(labelled(3, "the sum of the shares is 0.99986 "));
  CHECK(labelled(8, "keeps a loss of 0.551."));  // ln(1 + 2/e)
  CHECK(labelled(12, "[inf, inf, inf]"));
  CHECK(labelled(13, "[28752, 29552, inf]"));
  CHECK(labelled(19, "gave 0.97555876 beside 0.9755587 "));
  CHECK(labelled(20, "gets 0.124."));
  CHECK(labelled(26, "gave -0.6933594."));
  CHECK(labelled(35, "That is 1, and the last sum is 0.99999994."));
  CHECK(labelled(38, "sums is 0.9999999, and u is 0.99999994."));
}

TEST_CASE("a wrong maximum may give the better result") {
  const Trace right = page::traced("5 0 1", {Algorithm::shifted});
  const double reference = page::reference(right, 0).approximate();
  const auto wrong = static_cast<double>(0.97555876F);
  CHECK(std::abs(wrong - reference) < std::abs(page::result(right, 0) - reference));
}

}  // namespace softmax::lessons
