// Read once for all answers, because an answer that includes them compiles ten times as fast then.
// What is no header of C++'s own is not here: an answer stands on its contract alone.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
