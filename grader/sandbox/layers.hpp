#pragma once
/// The walls around a command, each with a name, which a verdict says.
///
///     layer_names(Tier::container);   // {"another user id", "system call filter", ...}
///
/// A test alone takes one away, to see that it was this one that held:
///
///     command.layers = Layers::all().without(Layer::filter);

#include <cstdint>
#include <string>
#include <vector>

namespace softmax::grader {

/// How a command is walled in, from the strongest. What each holds, and what it does not, is told
/// in grader/sandbox/README.md.
enum class Tier : std::uint8_t {
  namespaces,  ///< bubblewrap: a world of its own, in which nothing else is
  container,   ///< where that is refused, and we are root: another user in the same world
  bare,        ///< limits alone: for one's own code
};

enum class Layer : std::uint8_t {
  user,        ///< namespaces: of its own, without rights outside; container: another one
  files,       ///< namespaces: only what is mounted is there, and it is read-only
  network,     ///< namespaces: there is none
  processes,   ///< namespaces: no others are seen, and all end with the first
  filter,      ///< the kernel takes only the system calls that are listed
  cpu,         ///< a timer, and RLIMIT_CPU behind it
  wall,        ///< the wall clock
  memory,      ///< RLIMIT_AS, or a watch on resident memory
  file_size,   ///< RLIMIT_FSIZE
  open_files,  ///< RLIMIT_NOFILE
  output,      ///< a cap on what is said, while it is read
  sweep,       ///< what is left of it when it ends is killed
};

/// A set of layers.
class Layers {
 public:
  static constexpr Layers all() { return Layers((1U << (index(Layer::sweep) + 1U)) - 1U); }

  [[nodiscard]] constexpr bool has(Layer layer) const {
    return ((bits_ >> index(layer)) & 1U) != 0;
  }
  [[nodiscard]] constexpr Layers without(Layer layer) const {
    return Layers(bits_ & ~(1U << index(layer)));
  }

 private:
  static constexpr unsigned index(Layer layer) { return static_cast<unsigned>(layer); }
  explicit constexpr Layers(unsigned bits) : bits_(bits) {}

  unsigned bits_;
};

/// Computes: whether that tier has such a layer at all.
bool has_layer(Tier tier, Layer layer);

/// Computes: the names of those layers that the tier has, in the order above.
std::vector<std::string> layer_names(Tier tier, Layers layers = Layers::all());

}  // namespace softmax::grader
