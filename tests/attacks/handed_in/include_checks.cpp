// attack: Includes the checks, to read them in what the compiler says.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (files; container: user)
// success: said engine/rounded.hpp
#include "@root@/grader/exercises/03_normalize/checks.cpp"
