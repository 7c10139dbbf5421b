// attack: Includes a file of the system, to read it in what the compiler says.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (files; container: user)
// success: said root:
#include "/etc/shadow"
