#include <fmt/format.h>

#include <csignal>

#include "tests/grader/in_sandbox.hpp"

using namespace softmax::grader;

TEST_CASE("Memory that is filled without end runs out") {
  const Tier tier = any_tier();
  for (const Command& command : {subject("heap"), subject("array"), loading("heap")}) {
    const Ending ending = ending_of(command, tier);
    CHECK(ending.how == How::out_of_memory);
    CHECK(ending.peak_memory <= 256 * mebibyte);
    CHECK(ending.said.find("std::bad_alloc") != std::string::npos);
  }
}

TEST_CASE("Resident memory is watched where address space cannot be limited") {
  const Tier tier = any_tier();
  Command command = loading("heap");
  command.limits.address_sanitizer = true;
  command.limits.memory = 64 * mebibyte;
  const Ending ending = ending_of(command, tier);
  CHECK(ending.how == How::out_of_memory);
  CHECK(ending.peak_memory >= 64 * mebibyte);
  // A look every 5 ms, and a machine that fills at most 10 GB/s.
  CHECK(ending.peak_memory < 64 * mebibyte + 512 * mebibyte);
}

TEST_CASE("A stack without end is a crash of little memory") {
  const Tier tier = any_tier();
  const Ending ending = ending_of(subject("stack"), tier);
  CHECK(ending.how == How::signalled);
  CHECK(ending.code == SIGSEGV);
  CHECK(ending.peak_memory < 16 * mebibyte);
}

TEST_CASE("Static storage beyond the limit never comes to be") {
  const Tier tier = any_tier();
  const Ending ending = ending_of(large(), tier);
  CHECK(ending.how == How::signalled);
  CHECK(ending_without(large(), Layer::memory, tier).how == How::exited);
}

TEST_CASE("What is said without end is cut, and then ended") {
  const Tier tier = any_tier();
  Command command = subject("flood", "3000000");
  command.limits.output_kept = 1000;
  command.limits.output = 4'000'000;
  Ending ending = ending_of(command, tier);
  CHECK(ending.how == How::exited);
  CHECK(ending.said.size() == 1000);
  CHECK(ending.said_more);
  command.limits.output = 2'000'000;
  ending = ending_of(command, tier);
  CHECK(ending.how == How::output_limit);
  CHECK(ending.said.size() == 1000);
  CHECK(ending_without(command, Layer::output, tier).how == How::exited);
}

TEST_CASE("All that fits is kept") {
  const Tier tier = any_tier();
  Command command = subject("flood", "1048576");
  command.limits.output_kept = mebibyte;
  const Ending ending = ending_of(command, tier);
  CHECK(ending.said.size() == mebibyte);
  CHECK_FALSE(ending.said_more);
}

TEST_CASE("A file is no larger than the limit") {
  const Tier tier = any_tier();
  const Folder folder;
  Command command = subject("write", folder.path / "file");
  command.mounts.push_back({.path = folder.path, .writable = true});
  command.calls = Calls::builds;
  command.limits.file_size = mebibyte / 2;
  ending_of(command, tier);
  CHECK(std::filesystem::file_size(folder.path / "file") == mebibyte / 2);
  command.limits.file_size = 2 * mebibyte;
  CHECK(ending_of(command, tier).code == 0);
  CHECK(std::filesystem::file_size(folder.path / "file") == mebibyte);
}

TEST_CASE("No more files are open than the limit") {
  const Tier tier = any_tier();
  Command command = loading("open_many", "/usr/bin/env");
  CHECK(ending_of(command, tier).code == 1);
  CHECK(ending_without(command, Layer::open_files, tier).code == 0);
  command.limits.open_files = 100;
  CHECK(ending_of(command, tier).code == 0);
}

TEST_CASE("The kernel keeps limits of its own, that of CPU time a second behind the timer's") {
  const Tier tier = any_tier();
  Command command = loading("limits");
  command.limits.cpu = 2.5;
  command.limits.stack = mebibyte;
  const std::string limits = ending_of(command, tier).said;
  for (const auto& [name, limit] : {std::pair{"Max cpu time", "4"},
                                    {"Max stack size", "1048576"},
                                    {"Max core file size", "0"},
                                    {"Max locked memory", "0"},
                                    {"Max msgqueue size", "0"},
                                    {"Max file size", "0"},
                                    {"Max open files", "16"},
                                    {"Max address space", "268435456"}}) {
    CHECK(limits.find(fmt::format("{:<25} {:<20} {:<20} ", name, limit, limit)) !=
          std::string::npos);
  }
}
