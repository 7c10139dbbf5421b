#pragma once
/// A command that runs.
///
///     Child child = start(command, best_tier());
///     child.send("4 numbers");               // its descriptor 0
///     ::read(child.responses(), ...);        // its descriptor 3
///     const Ending& ending = child.wait();
///
/// What it says on 1 and 2 is kept aside (Ending::said), so that printing disturbs no response.
/// All other descriptors are closed to it. The limits are kept whether or not anybody waits: a
/// sandbox_launch stands beside the command, inside the walls, and ends it in time; so to send or
/// to read without a time-out blocks no longer than Limits::wall.
///
/// Many threads may start children at once; each Child is one thread's at a time.

#include <sys/types.h>

#include <optional>
#include <string_view>

#include "grader/sandbox/command.hpp"
#include "grader/sandbox/descriptor.hpp"
#include "grader/sandbox/ending.hpp"
#include "grader/sandbox/layers.hpp"
#include "grader/sandbox/user.hpp"

namespace softmax::grader {

class Child {
 public:
  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) = delete;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  /// Does: ends the command, and everything that it started, and waits until that is gone.
  ~Child();

  /// The other ends of its descriptors 0, a socket, and 3, a pipe. Both block. It reads an end when
  /// requests are closed; responses end with it, and with whatever else holds them open.
  [[nodiscard]] int requests() const { return requests_.number(); }
  [[nodiscard]] int responses() const { return responses_.number(); }

  /// Does: writes all of it to the requests, without SIGPIPE. Returns: whether it could.
  bool send(std::string_view bytes);
  void close_requests() { requests_.close(); }

  /// Does: from now on it may use so many seconds, as long as Limits allow. To give each group of
  /// questions its own time, say so before each.
  void allow(double cpu, double wall);

  /// Computes: the seconds of CPU time that it has used so far (what it started, included, as long
  /// as that has not outlived its parent). Cost: a system call or two.
  double cpu();

  /// Returns: how it ended, if it has. The descriptor is readable then, for ::poll().
  const std::optional<Ending>& poll();
  [[nodiscard]] int ending_descriptor() const { return control_.number(); }
  /// Does: waits until it has ended.
  const Ending& wait();
  /// Does: ends it now. (If it has ended before, that is how it ended.)
  void kill();

 private:
  friend Child start(const Command& command, Tier tier);
  Child() = default;

  void launch(const Command& command, Tier tier);
  bool receive(int flags);
  void end_without_report(std::string_view otherwise);

  pid_t process_ = -1;  ///< bubblewrap, or sandbox_launch
  pid_t subject_ = -1;  ///< the command itself, once it is about to run
  double longest_ = 0;  ///< seconds after which a report must have come
  Descriptor control_;
  Descriptor requests_;
  Descriptor responses_;
  Descriptor said_;     ///< what it says: a file in memory
  Descriptor trouble_;  ///< what bubblewrap and sandbox_launch complain of: another one
  std::optional<User> user_;
  std::optional<Ending> ending_;
};

/// Does: starts the command. If the system grants no such start, the Child has ended already, by
/// infrastructure.
/// Throws: std::invalid_argument: no program, one without an absolute path; more than 100 open
/// files; an address sanitizer that is sealed; a NUL in a text; outside of namespaces, a mount that
/// is seen elsewhere.
Child start(const Command& command, Tier tier);

}  // namespace softmax::grader
