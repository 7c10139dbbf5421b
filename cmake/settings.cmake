# What every target is compiled with.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# Optimized enough that the tests run fast, light enough that they build fast; asserts stay.
set(CMAKE_CXX_FLAGS_DEV "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

# A multiply and an add fused into one rounding would change the numbers this workbook is about:
# the same source must round the same way with every compiler and on every machine.
add_compile_options(-ffp-contract=off)

if(WORKBOOK_SANITIZE)
  add_compile_options(
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# mold links a test in half the time; without it the system's linker does.
find_program(WORKBOOK_MOLD mold)
if(WORKBOOK_MOLD AND NOT EMSCRIPTEN)
  add_link_options(-fuse-ld=mold)
endif()
