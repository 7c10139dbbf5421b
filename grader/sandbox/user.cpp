#include "grader/sandbox/user.hpp"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <cstddef>

namespace softmax::grader {
namespace {

constexpr uid_t first_user = 61'184;
constexpr uid_t last_user = 65'519;

/// A name that begins with NUL is of no file: it goes with the last process that holds the socket.
Descriptor lease_of(uid_t id) {
  Descriptor lease(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  if (lease.number() < 0) { return {}; }
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = fmt::format("{}softmax-workbook-user-{}", '\0', id);
  std::copy(name.begin(), name.end(), std::begin(address.sun_path));
  const std::size_t length = offsetof(sockaddr_un, sun_path) + name.size();
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): how addresses are passed
  const auto* any = reinterpret_cast<const sockaddr*>(&address);
  if (::bind(lease.number(), any, static_cast<socklen_t>(length)) != 0) { return {}; }
  return lease;
}

}  // namespace

std::optional<User> borrow_user() {
  for (uid_t id = first_user; id <= last_user; ++id) {
    if (Descriptor lease = lease_of(id); lease.number() >= 0) { return User{id, std::move(lease)}; }
  }
  return std::nullopt;
}

}  // namespace softmax::grader
