// The quiz of lesson 9.
#include <fmt/format.h>

#include "engine/decode.hpp"
#include "lessons/09_decoding/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

using namespace page;
using namespace decoding_parts;

namespace {

constexpr double p_wanted = 0.6;

Question size_of_nucleus() {
  const std::vector<double> p = {0.5, 0.3, 0.1, 0.1};
  const Nucleus nucleus = top_p(p, p_wanted, format());
  return {
      "decoding/size_of_nucleus",
      fmt::format("With p = {}, how many tokens does top-p keep of the shares {}, {}, {} and {}?",
                  rounded(p_wanted, 2), rounded(p[0], 2), rounded(p[1], 2), rounded(p[2], 2),
                  rounded(p[3], 2)),
      Number{std::to_string(nucleus.kept.size()),
             0,
             {{std::to_string(nucleus.kept.size() - 1),
               "One alone does not reach p: the token that crosses it is kept."},
              {std::to_string(nucleus.kept.size() + 1),
               "After the second token p is reached already."}}},
      "A token is kept while the sum before it is below p."};
}

Question ratio_after_filter() {
  return {"decoding/ratio",
          "Top-k removed all tokens but two. What became of the ratio of their shares?",
          std::vector<Option>{
              {"it moved towards one: both gained", false, "Both gained, by the same factor."},
              {"it stayed: it is e to the difference of their logits", true,
               "Only the normalizer changed, and it is the same for both."},
              {"it grew: the larger one takes what was removed", false,
               "What was removed is shared out in proportion."}},
          ""};
}

}  // namespace

std::vector<Question> decoding_quiz() {
  return {
      size_of_nucleus(),
      ratio_after_filter(),
      {"decoding/masked",
       "A filter sets the logits that it removes to zero. Why is that no removal?",
       std::vector<Option>{
           {"e to zero is one, so they keep a share, and may even gain one", true,
            "A logit of zero is larger than every negative one. Only minus infinity has no share."},
           {"it is one: a logit of zero is a share of zero", false,
            "Shares come from exponentials, and e to zero is one."},
           {"the row would then no longer add up to one", false,
            "Softmax of any row adds up to one; but the removed tokens are in it."}},
       ""},
      {"decoding/end", "Why does a sampler multiply u by the last running sum?",
       std::vector<Option>{
           {"so that forbidden tokens get no draw", false,
            "A share of zero does that: the running sum stays where it is."},
           {"so that the largest share is drawn more often", false,
            "All pieces of the line are scaled alike: none of them gains."},
           {"because a computed sum may end below one, and then a large u finds no token", true,
            "Scaled by the last sum, every u is below it, and some token is the first above."}},
       ""},
      {"decoding/seed",
       "Two machines sample with the same seed and get different tokens. What is the likeliest "
       "reason?",
       std::vector<Option>{
           {"their shares differ in the last bits, and one draw fell between", true,
            "Another order of summation or another exp is enough: the running sums differ by an "
            "ulp, and a u between the two sums takes another token. From there on the texts part."},
           {"a seed works on one machine only", false,
            "The generator is whole-number arithmetic: its numbers are the same everywhere."},
           {"one of them computes exp wrongly", false,
            "Both may be right to within their rounding, and yet differ in the last bit."}},
       ""},
  };
}

}  // namespace softmax::lessons
