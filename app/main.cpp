#include "app/command_line.hpp"

int main(int count, char** words) {
  return static_cast<int>(softmax::app::main_command(count, words));
}
