#pragma once
/// The files that a page has: bytes that somebody chose in it, each under the name that --file
/// says. They stand where the command line has the file system: files.cpp has what
/// app/input/file_bytes.hpp declares.

#include <string>

namespace softmax::web {

/// Does: keeps the bytes, in place of what had that name.
void keep_file(const std::string& name, std::string bytes);

/// Does: lets go of them.
void forget_file(const std::string& name);

}  // namespace softmax::web
