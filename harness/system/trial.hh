// Trying out what this machine allows, where changing, failing or dying does no harm: in a child.
#pragma once

#include <functional>
#include <string>

namespace sockgrade::system {

struct Trial {
    std::string complaint;  // what went wrong, e.g. "unshare: Operation not permitted"; empty: it works
    int error_number = 0;   // the system's reason, where it gave one

    bool works() const { return complaint.empty(); }
};

// What `work` says; what it throws is a complaint.
Trial attempt(const std::function<Trial()>& work);

// The same in a child. One that hangs is ended after some seconds, which is a complaint as well.
Trial attempt_in_child(const std::function<Trial()>& work);

}  // namespace sockgrade::system
