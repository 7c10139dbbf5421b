#pragma once
/// The version of the workbook, which every record of a mark names.
///
///     version_at(workbook_root());   // "0.1.0+5d0c3c1f0a9b8e77"

#include <filesystem>
#include <string>

namespace softmax::grader {

constexpr const char* version = "0.1.0";

/// Computes: the version, and a hash of all that decides marks besides: names and bytes of every
/// file in engine/, exercises/ and grader/ below `root`. Two workbooks that mark differently differ
/// in it. Throws: std::runtime_error where one cannot be read.
std::string version_at(const std::filesystem::path& root);

}  // namespace softmax::grader
