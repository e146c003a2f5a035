#include "model/transcript.hh"

namespace sockgrade::model {

std::string_view to_string(event::SocketCall::Call call) {
    switch (call) {
        case event::SocketCall::Call::bind:
            return "bind";
        case event::SocketCall::Call::listen:
            return "listen";
        case event::SocketCall::Call::connect:
            return "connect";
        case event::SocketCall::Call::sendto:
            return "sendto";
    }
    return "";
}

}  // namespace sockgrade::model
