#include "observe/process_of.hh"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace sockgrade::observe {

pid_t process_of(pid_t thread) {
    std::ifstream status(fmt::format("/proc/{}/status", thread));
    const std::string label = "Tgid:";
    for (std::string line; std::getline(status, line);)
        if (line.rfind(label, 0) == 0)
            return static_cast<pid_t>(std::strtol(line.c_str() + label.size(), nullptr, 10));
    return thread;
}

}  // namespace sockgrade::observe
