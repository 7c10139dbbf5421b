#pragma once
/// User ids that nobody has, for the tier of containers: each of the commands that run at the same
/// time has its own, so that none can end or trace another.

#include <sys/types.h>

#include <optional>

#include "grader/sandbox/descriptor.hpp"

namespace softmax::grader {

/// A user id (and group id) that no other judge on this machine has, as long as this is open.
struct User {
  uid_t id = 0;
  Descriptor
      lease;  ///< a socket that is bound to the id's name: the kernel frees it with its owner
};

/// Takes: an id of 61184 to 65519, the range that systemd keeps for users that live for a moment
/// (systemd.io/UIDS-GIDS), which also exists where a container has only 65,536 ids.
/// Returns: nothing if all are taken.
std::optional<User> borrow_user();

}  // namespace softmax::grader
