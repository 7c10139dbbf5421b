#pragma once
/// The version of the workbook, which every record of a mark names.

namespace softmax::grader {

constexpr const char* version = "0.1.0";

}  // namespace softmax::grader
