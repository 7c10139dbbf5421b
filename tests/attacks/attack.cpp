#include "tests/attacks/attack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace softmax::grader {
namespace {

const std::map<std::string, Layer, std::less<>>& layers() {
  static const std::map<std::string, Layer, std::less<>> names = {
      {"user", Layer::user},           {"files", Layer::files},
      {"network", Layer::network},     {"processes", Layer::processes},
      {"filter", Layer::filter},       {"cpu", Layer::cpu},
      {"wall", Layer::wall},           {"memory", Layer::memory},
      {"file_size", Layer::file_size}, {"open_files", Layer::open_files},
      {"output", Layer::output},       {"sweep", Layer::sweep}};
  return names;
}

/// The line "// key: value" that comes next.
std::string value_of(std::istream& stream, const std::string& key, const std::string& file) {
  std::string line;
  std::getline(stream, line);
  const std::string start = "// " + key + ": ";
  if (!line.starts_with(start)) {
    throw std::invalid_argument(fmt::format("{}: {:?} is no line of {:?}", file, line, key));
  }
  return line.substr(start.size());
}

Verdict verdict_of(const std::string& word) {
  for (int i = 0; i <= static_cast<int>(Verdict::infrastructure); ++i) {
    if (name(static_cast<Verdict>(i)) == word) { return static_cast<Verdict>(i); }
  }
  throw std::invalid_argument(word + " is no verdict");
}

std::vector<Layer> layers_of(const std::string& words) {
  std::vector<Layer> found;
  std::istringstream stream(words);
  for (std::string word; stream >> word;) {
    std::erase(word, ',');
    found.push_back(layers().at(word));
  }
  return found;
}

/// "process", "sandbox (filter, files; container: filter, user)".
void read_layer(const std::string& line, Attack& attack) {
  const std::size_t open = line.find(" (");
  const std::string holder = line.substr(0, open);
  constexpr std::array holders{"process", "sandbox", "compile sandbox"};
  const auto* const at = std::ranges::find(holders, holder);
  if (at == holders.end()) { throw std::invalid_argument(holder + " holds nothing"); }
  attack.holder = static_cast<Holder>(at - holders.begin());
  if (open == std::string::npos) { return; }
  const std::string inside = line.substr(open + 2, line.size() - open - 3);
  const std::string other = "; container: ";
  const std::size_t semicolon = inside.find(other);
  attack.layers_of_namespaces = layers_of(inside.substr(0, semicolon));
  attack.layers_of_container = semicolon == std::string::npos
                                   ? attack.layers_of_namespaces
                                   : layers_of(inside.substr(semicolon + other.size()));
}

Attack read_attack(const std::filesystem::path& file) {
  std::ifstream stream(file);
  Attack attack;
  attack.file = file;
  attack.name = file.stem();
  attack.sentence = value_of(stream, "attack", attack.name);
  attack.namespaces = verdict_of(value_of(stream, "namespaces", attack.name));
  attack.container = verdict_of(value_of(stream, "container", attack.name));
  read_layer(value_of(stream, "layer", attack.name), attack);
  attack.success = value_of(stream, "success", attack.name);
  return attack;
}

}  // namespace

Layers Attack::layers_without(Tier tier) const {
  Layers left = Layers::all();
  for (const Layer layer : tier == Tier::namespaces ? layers_of_namespaces : layers_of_container) {
    left = left.without(layer);
  }
  return left;
}

std::vector<Attack> attacks_in(const std::filesystem::path& folder) {
  std::vector<Attack> all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    all.push_back(read_attack(entry.path()));
  }
  std::ranges::sort(all, {}, &Attack::name);
  return all;
}

}  // namespace softmax::grader
