#include "web/engine/files.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "app/input/file_bytes.hpp"
#include "app/input/message.hpp"
#include "app/input/row.hpp"

namespace softmax {
namespace {

std::map<std::string, std::string>& files() {
  static std::map<std::string, std::string> kept;
  return kept;
}

}  // namespace

void web::keep_file(const std::string& name, std::string bytes) {
  files()[name] = std::move(bytes);
}

void web::forget_file(const std::string& name) { files().erase(name); }

/// What is absent is refused in the command line's words. A page's standard input is empty.
std::string app::file_bytes(const std::string& path) {
  const auto found = files().find(path);
  if (found != files().end()) { return found->second; }
  if (path == "-") { return ""; }
  throw InputError(fmt::format("cannot read {}: No such file or directory", source_name(path)));
}

}  // namespace softmax
