// The one translation unit that sees libseccomp.
#include "grader/sandbox/filter.hpp"

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <memory>
#include <stdexcept>

#include "grader/sandbox/descriptor.hpp"
#include "grader/sandbox/plan.hpp"

namespace softmax::grader {
namespace {

// What a program that computes asks of the kernel, itself or through the C library: memory, time,
// chance, its own threads' affairs, and descriptors that are open already.
constexpr std::array computing{
    "arch_prctl", "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "exit",
    "exit_group", "fstat", "futex", "getcpu", "getegid", "geteuid", "getgid", "getpid", "getppid",
    "getrandom", "getrlimit", "getrusage", "gettid", "gettimeofday", "getuid", "lseek", "madvise",
    "mmap", "mmap2", "mprotect", "mremap", "munmap", "nanosleep", "newfstatat", "pause", "poll",
    "ppoll", "read", "readv", "restart_syscall", "riscv_hwprobe", "rseq", "rt_sigaction",
    "rt_sigprocmask", "rt_sigreturn", "sched_getaffinity", "sched_yield", "set_robust_list",
    "set_tid_address", "sigaltstack", "sysinfo", "time", "times", "uname", "write", "writev",
    // of its own program alone: what a static C library asks on its way to main()
    "readlink", "readlinkat"};

// To find, open and map a shared library. (How a file is opened is looked at: see add_loading.)
constexpr std::array loading{
    "access",
    "faccessat",
    "faccessat2",
    "fstatfs",
    "getcwd",
    "lstat",
    "pread64",
    "stat",
    "statfs",
    "statx"  // UBSan tries by a pipe of its own whether memory is there, at every exception.
    "pipe",
    "pipe2",
};

// What has an answer for the one who asks politely: the C library goes on without.
struct Refusal {
  const char* name;
  int error;
};
constexpr std::array refused{Refusal{"prctl", EPERM},   // names of memory and of threads
                             Refusal{"ioctl", ENOTTY},  // whether an output is a terminal
                             Refusal{"sched_setaffinity", EPERM}, Refusal{"membarrier", ENOSYS}};

// A compiler has no business with these.
constexpr std::array not_to_build{
    // others, and their memory
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_open",
    "pidfd_getfd", "pidfd_send_signal", "perf_event_open", "userfaultfd",
    // the network; sockets of any kind
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg",
    "sendmmsg", "recvmmsg",
    // what stays after it
    "shmget", "shmat", "shmctl", "semget", "semop", "semtimedop", "semctl", "msgget", "msgsnd",
    "msgrcv", "msgctl", "mq_open", "mq_unlink", "keyctl", "add_key", "request_key", "mknod",
    "mknodat", "setxattr", "lsetxattr", "fsetxattr",
    // the system's own affairs
    "mount", "umount", "umount2", "pivot_root", "chroot", "unshare", "setns", "open_tree",
    "move_mount", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr", "bpf", "seccomp",
    "io_uring_setup", "io_uring_enter", "io_uring_register", "init_module", "finit_module",
    "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff", "settimeofday",
    "clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname", "quotactl",
    "acct", "syslog", "iopl", "ioperm", "personality", "name_to_handle_at", "open_by_handle_at",
    "fanotify_init", "lookup_dcookie", "nfsservctl", "vhangup", "setuid", "setgid", "setreuid",
    "setregid", "setresuid", "setresgid", "setgroups", "setfsuid", "setfsgid", "capset"};

class Filter {
 public:
  explicit Filter(std::uint32_t otherwise) : context_(seccomp_init(otherwise)) {
    if (context_ == nullptr) { throw std::runtime_error("libseccomp makes no filter here"); }
    // A binary search among the calls, for each of them pays for it.
    seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);
    // The way in of other kinds of machine (32 bits on 64) is closed at once.
    seccomp_attr_set(context_.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
  }

  /// A call that this kind of machine, or this libseccomp, does not know needs no rule.
  template <class... Conditions>
  void add(std::uint32_t action, const char* name, Conditions... conditions) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) { return; }
    const std::array<scmp_arg_cmp, sizeof...(conditions)> all{conditions...};
    if (seccomp_rule_add_array(context_.get(), action, number, sizeof...(conditions), all.data())) {
      throw std::runtime_error(std::string("libseccomp makes no rule for ") + name);
    }
  }

  [[nodiscard]] std::string instructions() const {
    const Descriptor file = memory_file("filter");
    if (seccomp_export_bpf(context_.get(), file.number()) != 0) {
      throw std::runtime_error("libseccomp writes no filter");
    }
    return text_of(file);
  }

 private:
  struct Release {
    void operator()(void* context) const { seccomp_release(context); }
  };
  std::unique_ptr<void, Release> context_;
};

/// That the call's argument of that index, from 0, is this; or that those of its bits are.
scmp_arg_cmp equal(unsigned index, scmp_datum_t value) { return {index, SCMP_CMP_EQ, value, 0}; }

scmp_arg_cmp masked(unsigned index, scmp_datum_t bits, scmp_datum_t value) {
  return {index, SCMP_CMP_MASKED_EQ, bits, value};
}

void add_computing(Filter& filter) {
  for (const char* name : computing) { filter.add(SCMP_ACT_ALLOW, name); }
  for (const Refusal& call : refused) {
    filter.add(SCMP_ACT_ERRNO(static_cast<std::uint32_t>(call.error)), call.name);
  }
  // abort() is an honest end; any other signal is not sent, to itself or another.
  filter.add(SCMP_ACT_ALLOW, "tgkill", equal(2, SIGABRT));
  filter.add(SCMP_ACT_ALLOW, "prlimit64", equal(2, 0));  // to ask, not to set
  filter.add(SCMP_ACT_ALLOW, "fcntl", equal(1, F_GETFD));
  filter.add(SCMP_ACT_ALLOW, "fcntl", equal(1, F_GETFL));
  // The start of the command itself: once it runs, nothing is open under that number, nor can be.
  filter.add(SCMP_ACT_ALLOW, "execveat", equal(0, given::program), equal(4, AT_EMPTY_PATH));
}

void add_loading(Filter& filter) {
  constexpr scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  for (const char* name : loading) { filter.add(SCMP_ACT_ALLOW, name); }
  // What the address sanitizer does on its way: no core file, and no descriptor for others.
  filter.add(SCMP_ACT_ALLOW, "prlimit64", equal(0, 0), equal(1, RLIMIT_CORE));
  filter.add(SCMP_ACT_ALLOW, "fcntl", equal(1, F_SETFD));
  filter.add(SCMP_ACT_ALLOW, "open", masked(1, writing, O_RDONLY));
  filter.add(SCMP_ACT_ALLOW, "openat", masked(2, writing, O_RDONLY));
}

void add_building(Filter& filter) {
  const std::uint32_t no = SCMP_ACT_ERRNO(EPERM);
  for (const char* name : not_to_build) { filter.add(no, name); }
  for (const scmp_datum_t flag :
       std::initializer_list<scmp_datum_t>{CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
                                           CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET}) {
    filter.add(no, "clone", masked(0, flag, flag));
  }
  // Its flags are out of a filter's sight; the C library takes clone() instead.
  filter.add(SCMP_ACT_ERRNO(ENOSYS), "clone3");
}

std::string made(Calls calls) {
  Filter filter(calls == Calls::builds ? SCMP_ACT_ALLOW : SCMP_ACT_KILL_PROCESS);
  if (calls == Calls::builds) {
    add_building(filter);
  } else {
    add_computing(filter);
  }
  if (calls == Calls::loads) { add_loading(filter); }
  return filter.instructions();
}

}  // namespace

const std::string& filter_for(Calls calls) {
  switch (calls) {
    case Calls::sealed: {
      static const std::string filter = made(Calls::sealed);
      return filter;
    }
    case Calls::loads: {
      static const std::string filter = made(Calls::loads);
      return filter;
    }
    case Calls::builds: {
      static const std::string filter = made(Calls::builds);
      return filter;
    }
  }
  throw std::invalid_argument("no such calls");
}

}  // namespace softmax::grader
