#pragma once
/// What the judge and sandbox_launch, which stands inside the walls, say to each other.
///
/// The plan is written once, before the start. Then, on a socket that keeps messages apart: from
/// the command, when all is ready, one byte (with it the kernel tells its process id, in the
/// judge's numbers); from the judge, as often as it likes, an Order; in the end, a Report. Whoever
/// sees the socket close knows that the other is gone.

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grader/sandbox/ending.hpp"
#include "grader/sandbox/layers.hpp"
#include "grader/sandbox/limits.hpp"

namespace softmax::grader {

/// The descriptors that sandbox_launch is started with. The command can have none of these numbers,
/// for Limits::open_files is at most the first of them.
namespace given {
inline constexpr int trouble = 2;    ///< for complaints: without a report, they say why
inline constexpr int control = 100;  ///< the socket
inline constexpr int plan = 101;
inline constexpr int requests = 102;   ///< the command's 0
inline constexpr int responses = 103;  ///< the command's 3
inline constexpr int said = 104;       ///< what it says on 1 and 2 is written there
inline constexpr int lease = 105;      ///< of its user, in the tier of containers
// sandbox_launch makes these itself.
inline constexpr int complaints = 106;  ///< the same as trouble, for 2 becomes the command's
inline constexpr int failed = 107;      ///< a byte is written there, if the command does not start
inline constexpr int program = 108;     ///< the command's file, and the filter lets only it run
}  // namespace given

/// What of a plan is the same size always.
struct Walls {
  Limits limits;
  Layers layers = Layers::all();
  Tier tier = Tier::bare;
  bool may_clone = false;
  uid_t user = 0;  ///< the user to become; 0: stay
};

struct Plan {
  Walls walls;
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::string directory;
  std::string filter;  ///< the instructions of a BPF program; empty: none
};

struct Order {
  bool stop = false;
  double cpu = 0;  ///< if it is not to stop: the seconds that it may use from now on
  double wall = 0;
};

struct Report {
  Ending::How how = Ending::How::infrastructure;
  int code = 0;
  double cpu = 0;
  double wall = 0;
  std::size_t peak_memory = 0;
  bool said_more = false;
};

/// Computes: the plan as bytes, for the same build of this source to read.
std::string packed(const Plan& plan);
/// Throws: std::out_of_range for bytes that are no plan.
Plan unpacked(std::string_view bytes);

}  // namespace softmax::grader
