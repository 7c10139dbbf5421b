#pragma once
/// Waits until a file is saved. Its folder is watched (inotify), for most editors save by writing
/// another file and renaming it.

#include <filesystem>
#include <string>

namespace softmax::app {

class Saved {
 public:
  /// Throws: std::runtime_error where the system watches no more files.
  explicit Saved(const std::filesystem::path& file);
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;
  Saved(Saved&&) = delete;
  Saved& operator=(Saved&&) = delete;
  ~Saved();

  /// Does: waits for the next time that the file is closed after writing, or comes by a rename;
  /// then until nothing more happens to it for 20 ms, since an editor may do both.
  void wait();

 private:
  bool names_the_file();
  [[nodiscard]] bool more_within(int milliseconds) const;

  std::string name_;
  int watch_;
};

}  // namespace softmax::app
