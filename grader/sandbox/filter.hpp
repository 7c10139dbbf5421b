#pragma once
/// Which system calls the kernel takes, as a program that it runs before each (seccomp_filter).

#include <string>

#include "grader/sandbox/command.hpp"

namespace softmax::grader {

/// Computes: the instructions, in the form that seccomp(2) takes. They hold from before the first
/// instruction of the command, whatever it is: the loader's, a static constructor's.
/// Throws: std::runtime_error if the library makes none for this machine.
const std::string& filter_for(Calls calls);

}  // namespace softmax::grader
