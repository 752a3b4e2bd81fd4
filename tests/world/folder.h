#pragma once
// Folders of tests: in memory where the machine has a place for it, because what must outlive a power cut is tried with a file system of its own.
#include <filesystem>
#include <stdlib.h>
#include <string>
#include <unistd.h>

namespace world {

/// A new folder whose name begins like this; whoever asks takes it away.
inline std::string new_folder(std::string const& name) {
    std::string path = std::string{access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"} + "/naast-" + name + "-XXXXXX";
    return mkdtemp(path.data());
}

} // namespace world
