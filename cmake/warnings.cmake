# The warnings of the workbook's own targets. They are errors in the presets that developers and CI
# use, not in `release`: a newer compiler's new warning must not keep a reader from the workbook.

add_library(workbook_warnings INTERFACE)
target_compile_options(workbook_warnings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wconversion -Wsign-conversion -Wdouble-promotion -Wfloat-conversion
  -Wold-style-cast -Wcast-align -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
  -Wimplicit-fallthrough -Wformat=2 -Wundef
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
  # Of sources compiled together, one's private names are no matter of another's.
  $<IF:$<BOOL:${CMAKE_UNITY_BUILD}>,-Wshadow=local,-Wshadow>
  $<$<BOOL:${WORKBOOK_WERROR}>:-Werror>)
