#pragma once
/// A file for another program, which finds it whole or not at all.

#include <filesystem>
#include <string_view>

namespace softmax::app {

/// Throws: std::invalid_argument where a file of that name cannot be written: its folder is not
/// there, or something else than a file is in its place.
void require_place_for(const std::filesystem::path& file);

/// Does: the file holds this text. It is written beside it, as FILE.new, brought to the disk, and
/// renamed. Throws: std::runtime_error; the file is the old one then.
void write_whole(const std::filesystem::path& file, std::string_view text);

}  // namespace softmax::app
