#include "engine/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace softmax {
namespace {

std::size_t edit_distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

struct Synonym {
  std::string_view theirs;
  std::string_view ours;
};

/// What libraries, papers and hardware call the same. One of theirs may stand for two of ours: the
/// one that is among the names is meant.
constexpr std::array synonyms = {
    Synonym{"float32", "binary32"},
    Synonym{"fp32", "binary32"},
    Synonym{"f32", "binary32"},
    Synonym{"float", "binary32"},
    Synonym{"single", "binary32"},
    Synonym{"float16", "binary16"},
    Synonym{"fp16", "binary16"},
    Synonym{"f16", "binary16"},
    Synonym{"half", "binary16"},
    Synonym{"float64", "binary64"},
    Synonym{"fp64", "binary64"},
    Synonym{"f64", "binary64"},
    Synonym{"double", "binary64"},
    Synonym{"bf16", "bfloat16"},
    Synonym{"fp8", "e4m3fn"},
    Synonym{"e4m3", "e4m3fn"},
    Synonym{"float8_e4m3fn", "e4m3fn"},
    Synonym{"float8_e5m2", "e5m2"},
    Synonym{"naive", "unshifted"},
    Synonym{"textbook", "unshifted"},
    Synonym{"stable", "shifted"},
    Synonym{"safe", "shifted"},
    Synonym{"streaming", "online"},
    Synonym{"flash", "online"},
    Synonym{"logsumexp", "log_sum_exp"},
    Synonym{"lse", "log_sum_exp"},
    Synonym{"naive", "sequential"},
    Synonym{"forward", "sequential"},
    Synonym{"backward", "reverse"},
    Synonym{"tree", "pairwise"},
    Synonym{"kahan", "compensated"},
    Synonym{"neumaier", "compensated"},
};

bool is_among(std::string_view name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view synonym_of(std::string_view text, const std::vector<std::string>& names) {
  for (const auto& [theirs, ours] : synonyms) {
    if (theirs == text && is_among(ours, names)) { return ours; }
  }
  return "";
}

std::string_view misspelt(std::string_view text, const std::vector<std::string>& names) {
  const std::size_t most_edits = std::min<std::size_t>(2, (text.size() + 1) / 3);
  std::string_view nearest;
  std::size_t fewest = most_edits + 1;
  for (const std::string& name : names) {
    const std::size_t edits = edit_distance(text, name);
    if (edits < fewest) {
      fewest = edits;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace

std::string did_you_mean(std::string_view text, const std::vector<std::string>& names) {
  const std::string lower = lower_case(text);
  std::string_view meant = synonym_of(lower, names);
  if (meant.empty()) { meant = misspelt(lower, names); }
  return meant.empty() ? "" : "; did you mean '" + std::string(meant) + "'?";
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
  }
  return lower;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) { text += (text.empty() ? "" : ", ") + name; }
  return text;
}

}  // namespace softmax
