// attack: Includes the solution.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (files; container: user)
// success: verdict pass
#include "@root@/solutions/03_normalize/answer.cpp"
