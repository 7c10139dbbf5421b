#include "grader/sandbox/child.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <system_error>

#include "engine/quotation.hpp"
#include "grader/sandbox/bubblewrap.hpp"
#include "grader/sandbox/filter.hpp"
#include "grader/sandbox/plan.hpp"
#include "grader/sandbox/spawn.hpp"
#include "grader/sandbox/tree.hpp"

namespace softmax::grader {
namespace {

/// How long after a limit a report must have come: the machine may be busy, but not that busy.
constexpr double grace = 10;

void require(bool met, const std::string& otherwise) {
  if (!met) { throw std::invalid_argument(otherwise); }
}

void require_no_nul(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    require(text.find('\0') == std::string::npos, quotation(text) + " holds a NUL");
  }
}

void require_sound(const Command& command, Tier tier) {
  require(!command.arguments.empty(), "no program to run");
  require(command.arguments.front().starts_with('/'),
          quotation(command.arguments.front()) + " is no absolute path of a program");
  require(command.limits.open_files <= given::control,
          fmt::format("{} open files: {} at most", command.limits.open_files, given::control));
  require(command.calls != Calls::sealed || !command.limits.address_sanitizer,
          "the address sanitizer is linked dynamically: what it watches is not sealed");
  require_no_nul(command.arguments);
  require_no_nul(command.environment);
  for (const Mount& mount : command.mounts) {
    require(tier == Tier::namespaces || mount.seen_as() == mount.path,
            fmt::format("{} cannot be seen as {} without namespaces", quotation(mount.path),
                        quotation(mount.seen_as())));
  }
}

Plan plan_of(const Command& command, Tier tier, uid_t user) {
  Plan plan;
  plan.walls = {command.limits, command.layers, tier, command.calls == Calls::builds, user};
  plan.arguments = command.arguments;
  plan.environment = command.environment;
  plan.directory = command.directory;
  const bool filtered = has_layer(tier, Layer::filter) && command.layers.has(Layer::filter);
  if (filtered) { plan.filter = filter_for(command.calls); }
  return plan;
}

/// What the command may write to is its user's for as long as it runs.
void hand_over(const Command& command, uid_t user) {
  for (const Mount& mount : command.mounts) {
    if (mount.writable && ::chown(mount.path.c_str(), user, user) != 0) {
      throw std::system_error(errno, std::generic_category(), mount.path);
    }
  }
}

std::optional<User> user_for(const Command& command, Tier tier) {
  if (tier != Tier::container || !command.layers.has(Layer::user)) { return std::nullopt; }
  if (::geteuid() != 0) { throw std::runtime_error("only root can run a command as another user"); }
  std::optional<User> user = borrow_user();
  if (!user) { throw std::runtime_error("no user id is free"); }
  hand_over(command, user->id);
  return user;
}

std::vector<std::string> arguments_for(const Command& command, Tier tier) {
  if (tier == Tier::namespaces) { return bubblewrap_arguments(command, SANDBOX_LAUNCH); }
  return {SANDBOX_LAUNCH};
}

Ending never_ran(std::string_view why) {
  Ending ending;
  ending.why = printable(why);
  return ending;
}

Ending ending_of(const Report& report) {
  Ending ending;
  ending.how = report.how;
  ending.code = report.code;
  ending.cpu = report.cpu;
  ending.wall = report.wall;
  ending.peak_memory = report.peak_memory;
  ending.said_more = report.said_more;
  return ending;
}

/// One message, and who the kernel says has sent it.
struct Message {
  ssize_t size = -1;
  Report report;
  pid_t sender = -1;
};

Message message_from(int socket, int flags) {
  Message message;
  iovec part{&message.report, sizeof message.report};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> space{};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = space.data();
  header.msg_controllen = space.size();
  // Reset: it has ended, and left an order unread; what it said before is still to be read.
  message.size = ::recvmsg(socket, &header, flags | MSG_CMSG_CLOEXEC);
  while (message.size < 0 && (errno == EINTR || errno == ECONNRESET)) {
    message.size = ::recvmsg(socket, &header, flags | MSG_CMSG_CLOEXEC);
  }
  const cmsghdr* extra = message.size > 0 ? CMSG_FIRSTHDR(&header) : nullptr;
  if (extra != nullptr && extra->cmsg_type == SCM_CREDENTIALS) {
    ucred who{};
    std::memcpy(&who, CMSG_DATA(extra), sizeof who);
    message.sender = who.pid;
  }
  return message;
}

bool readable(int descriptor, double seconds) {
  pollfd end{descriptor, POLLIN, 0};
  const double length = std::clamp(seconds * 1e3, 0.0, 1e9);
  return ::poll(&end, 1, static_cast<int>(length) + 1) > 0;
}

}  // namespace

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      subject_(other.subject_),
      longest_(other.longest_),
      control_(std::move(other.control_)),
      requests_(std::move(other.requests_)),
      responses_(std::move(other.responses_)),
      said_(std::move(other.said_)),
      trouble_(std::move(other.trouble_)),
      user_(std::move(other.user_)),
      ending_(std::move(other.ending_)) {}

Child::~Child() {
  if (process_ < 0) { return; }
  // sandbox_launch sees that nobody is there any more, ends all, and then itself.
  if (!ending_) { ::shutdown(control_.number(), SHUT_RDWR); }
  if (!wait_for(process_, grace)) {
    ::kill(process_, SIGKILL);
    wait_for(process_, grace);
  }
}

void Child::launch(const Command& command, Tier tier) {
  user_ = user_for(command, tier);
  const Descriptor plan =
      memory_file("plan", packed(plan_of(command, tier, user_ ? user_->id : 0)));
  TwoEnds control = socket_pair(SOCK_SEQPACKET);
  TwoEnds requests = socket_pair(SOCK_STREAM);
  TwoEnds responses = pipe_from_them();
  said_ = memory_file("said");
  trouble_ = memory_file("trouble");
  const int yes = 1;
  ::setsockopt(control.ours.number(), SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes);
  std::vector<Given> given{{trouble_.number(), given::trouble},
                           {control.theirs.number(), given::control},
                           {plan.number(), given::plan},
                           {requests.theirs.number(), given::requests},
                           {responses.theirs.number(), given::responses},
                           {said_.number(), given::said}};
  if (user_) { given.push_back({user_->lease.number(), given::lease}); }
  process_ = spawn(arguments_for(command, tier), given);
  control_ = std::move(control.ours);
  requests_ = std::move(requests.ours);
  responses_ = std::move(responses.ours);
  longest_ = command.limits.wall + grace;
}

Child start(const Command& command, Tier tier) {
  require_sound(command, tier);
  Child child;
  try {
    child.launch(command, tier);
  } catch (const std::runtime_error& error) { child.ending_ = never_ran(error.what()); }
  return child;
}

bool Child::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(requests_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) { continue; }
    if (sent < 0) { return false; }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void Child::allow(double cpu, double wall) {
  const Order order{false, cpu, wall};
  ::send(control_.number(), &order, sizeof order, MSG_NOSIGNAL);
}

void Child::kill() {
  const Order order{true};
  ::send(control_.number(), &order, sizeof order, MSG_NOSIGNAL);
  wait();
}

double Child::cpu() {
  if (poll()) { return ending_->cpu; }
  if (subject_ < 0) { return 0; }
  double sum = own_cpu(subject_) + cpu_of_ended(subject_);
  for (const pid_t process : descendants(subject_)) {
    sum += own_cpu(process) + cpu_of_ended(process);
  }
  return poll() ? ending_->cpu : sum;  // what ended between has another's times, or none
}

const std::optional<Ending>& Child::poll() {
  while (!ending_ && receive(MSG_DONTWAIT)) {}
  return ending_;
}

const Ending& Child::wait() {
  while (!ending_) {
    if (!readable(control_.number(), longest_)) {
      end_without_report("sandbox_launch does not answer");
      break;
    }
    receive(0);
  }
  return *ending_;
}

/// Takes one message. Returns: whether there was one.
bool Child::receive(int flags) {
  const Message message = message_from(control_.number(), flags);
  if (message.size < 0 && errno == EAGAIN) { return false; }
  if (message.size == sizeof message.report) {
    ending_ = ending_of(message.report);
    ending_->said = text_of(said_);
  } else if (message.size == 1) {
    subject_ = message.sender;
  } else {
    end_without_report("sandbox_launch is gone");
  }
  return true;
}

void Child::end_without_report(std::string_view otherwise) {
  const std::string complaints = text_of(trouble_);
  const std::string first_line = complaints.substr(0, complaints.find('\n'));
  ending_ = never_ran(first_line.empty() ? otherwise : first_line);
  ::shutdown(control_.number(), SHUT_RDWR);
}

}  // namespace softmax::grader
