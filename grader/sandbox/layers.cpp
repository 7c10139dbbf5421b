#include "grader/sandbox/layers.hpp"

#include <array>

namespace softmax::grader {
namespace {

/// What a layer is called in each tier; where it is called nothing, the tier has none.
struct Names {
  Layer layer;
  const char* namespaces;
  const char* container;
  const char* bare;
};

constexpr std::array names{
    Names{Layer::user, "user namespace", "another user id", nullptr},
    Names{Layer::files, "read-only files", nullptr, nullptr},
    Names{Layer::network, "no network", nullptr, nullptr},
    Names{Layer::processes, "process namespace", nullptr, nullptr},
    Names{Layer::filter, "system call filter", "system call filter", nullptr},
    Names{Layer::cpu, "CPU time", "CPU time", "CPU time"},
    Names{Layer::wall, "wall clock", "wall clock", "wall clock"},
    Names{Layer::memory, "memory", "memory", "memory"},
    Names{Layer::file_size, "file size", "file size", "file size"},
    Names{Layer::open_files, "open files", "open files", "open files"},
    Names{Layer::output, "output", "output", "output"},
    Names{Layer::sweep, "nothing left behind", "nothing left behind", "nothing left behind"},
};

const char* name_in(Tier tier, const Names& of_layer) {
  switch (tier) {
    case Tier::namespaces:
      return of_layer.namespaces;
    case Tier::container:
      return of_layer.container;
    case Tier::bare:
      return of_layer.bare;
  }
  return nullptr;
}

}  // namespace

bool has_layer(Tier tier, Layer layer) {
  return name_in(tier, names.at(static_cast<std::size_t>(layer))) != nullptr;
}

std::vector<std::string> layer_names(Tier tier, Layers layers) {
  std::vector<std::string> all;
  for (const Names& of_layer : names) {
    const char* name = name_in(tier, of_layer);
    if (name != nullptr && layers.has(of_layer.layer)) { all.emplace_back(name); }
  }
  if (tier != Tier::bare) { all.emplace_back("no new privileges"); }
  return all;
}

}  // namespace softmax::grader
