#include "model/spec.hh"

namespace sockgrade::model {

std::string to_string(Role role) {
    switch (role) {
        case Role::server:
            return "server";
        case Role::client:
            return "client";
        case Role::sender:
            return "sender";
        case Role::receiver:
            return "receiver";
        case Role::peer:
            return "peer";
        case Role::tool:
            return "tool";
    }
    return "unknown";
}

std::string to_string(Level level) { return level == Level::must ? "must" : "should"; }

}  // namespace sockgrade::model
