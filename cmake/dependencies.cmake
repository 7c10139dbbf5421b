# Third-party packages, each named here once, with the Debian package that brings it.
# Nothing is downloaded and nothing is vendored. All that are missing are reported together.

# workbook_require(<CMake package> <least version> <Debian package>)
macro(workbook_require name version debian)
  find_package(${name} ${version} CONFIG QUIET)
  if(NOT ${name}_FOUND)
    list(APPEND workbook_missing "${name} ${version} or newer (${debian})")
  endif()
endmacro()

# workbook_require_c(<library> <Debian package>): a C library that has no CMake package.
# Its header is <library>.h, and it becomes the target <library>::<library>.
macro(workbook_require_c name debian)
  find_path(${name}_INCLUDE ${name}.h)
  find_library(${name}_LIBRARY ${name})
  if(${name}_INCLUDE AND ${name}_LIBRARY)
    add_library(${name}::${name} UNKNOWN IMPORTED)
    set_target_properties(${name}::${name} PROPERTIES
      IMPORTED_LOCATION ${${name}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${name}_INCLUDE})
  else()
    list(APPEND workbook_missing "${name} (${debian})")
  endif()
endmacro()

workbook_require(Boost 1.74 libboost-dev)                # Boost::headers: high precision
workbook_require(fmt 9 libfmt-dev)                       # fmt::fmt: all formatting
workbook_require(CLI11 2.1 libcli11-dev)                 # CLI11::CLI11: the command line
workbook_require(nlohmann_json 3.11 nlohmann-json3-dev)  # nlohmann_json::nlohmann_json: JSON
workbook_require(tomlplusplus 3 libtomlplusplus-dev)      # tomlplusplus::tomlplusplus: exercise.toml
workbook_require_c(seccomp libseccomp-dev)               # seccomp::seccomp: the sandbox's filters
workbook_require_c(archive libarchive-dev)               # archive::archive: what a class hands in

if(WORKBOOK_TESTS)
  workbook_require(Catch2 3 catch2)                      # Catch2::Catch2WithMain
endif()

if(WORKBOOK_TESTS OR WORKBOOK_BENCH)                     # the oracles of the numbers
  workbook_require(Eigen3 3.4 libeigen3-dev)             # Eigen3::Eigen: another bfloat16
  workbook_require_c(mpfi libmpfi-dev)                   # mpfi::mpfi: the oracle, on the next two
  workbook_require_c(mpfr libmpfr-dev)
  workbook_require_c(gmp libgmp-dev)
endif()

if(WORKBOOK_BENCH)
  workbook_require(benchmark 1.7 libbenchmark-dev)       # benchmark::benchmark
  # arb::arb: balls of another library. Debian 12 has it apart, later systems as a part of FLINT.
  find_path(arb_INCLUDE NAMES arb.h flint/arb.h)
  find_library(arb_LIBRARY NAMES flint-arb flint)
  workbook_require_c(arb "libflint-arb-dev, or libflint-dev 3 or newer")
  find_path(flint_INCLUDE flint/flint.h)
  workbook_require_c(flint libflint-dev)
endif()

if(workbook_missing)
  list(JOIN workbook_missing ", " workbook_missing)
  message(FATAL_ERROR "Libraries not found: ${workbook_missing}")
endif()

if(TARGET mpfi::mpfi)
  target_link_libraries(mpfi::mpfi INTERFACE mpfr::mpfr gmp::gmp)
endif()
if(WORKBOOK_TESTS)
  # The system's own interpreter comes first: python3-jsonschema belongs to it.
  find_program(WORKBOOK_PYTHON python3 HINTS /usr/bin)
endif()
