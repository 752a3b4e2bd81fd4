// The door to the street.
#include "app/commands.h"

#include <iostream>

int main(int count, char** words) { return app::run({words + 1, words + count}, std::cin, std::cout, std::cerr); }
