#pragma once
/// What is run in the sandbox: one program, with all that it sees.
///
///     Command command;
///     command.arguments = {"/box/subject", "softmax"};
///     command.mounts = {{"/tmp/build-7", "/box"}};

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "grader/sandbox/layers.hpp"
#include "grader/sandbox/limits.hpp"

namespace softmax::grader {

/// A file or directory that is there for the command. Where there is no mount namespace it is where
/// it is: `inside` must be empty then, or the same.
struct Mount {
  std::string path;
  // NOLINTNEXTLINE(readability-redundant-member-init): so that {path} is a whole one for g++
  std::string inside = {};  ///< the path that the command sees; empty: the same
  bool writable = false;

  [[nodiscard]] const std::string& seen_as() const { return inside.empty() ? path : inside; }
};

/// Which system calls a command may make. Another one ends it (Ending::forbidden).
enum class Calls : std::uint8_t {
  sealed,  ///< a subject that is linked statically: it computes, and reads and writes what is open
  loads,   ///< the same, and opens files to read: what a dynamic loader and the sanitizers need
  builds,  ///< a compiler: all but the network, looking into others, and the system's own affairs;
           ///< those are refused (EPERM), and end nothing
};

struct Command {
  std::vector<std::string> arguments;    ///< the first is a program's absolute path, as seen inside
  std::vector<std::string> environment;  ///< NAME=value, and nothing besides
  std::string directory = "/";           ///< where it runs, as seen inside
  std::vector<Mount> mounts;             ///< all files that there are (namespaces); unless it is
                                         ///< sealed, /proc, /dev/null and an empty /tmp besides
  Calls calls = Calls::sealed;
  Limits limits;
  Layers layers = Layers::all();  ///< for tests: a command is run with all of them
};

/// Reads: what the system has of /usr, /bin, /sbin, /lib, /lib32, /lib64 and /libx32, and two files
/// of /etc that name parts of those: what a compiler needs, and a program linked dynamically.
std::vector<Mount> system_mounts();

/// Reads: whether any user may read the file: it may be, and all directories above may be entered.
/// Outside of namespaces this is what hides the judge's files from a subject, or does not: keep
/// them below a directory of permissions 0700. (Access lists beyond the permissions are not read.)
bool readable_by_others(const std::filesystem::path& file);

}  // namespace softmax::grader
