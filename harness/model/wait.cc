#include "model/wait.hh"

namespace sockgrade::model {

using Call = Wait::Call;

bool receives(const Wait& wait) {
    return wait.call == Call::recvfrom || wait.call == Call::recvmsg || wait.call == Call::recvmmsg;
}

bool reads(const Wait& wait) {
    return (wait.call == Call::read || wait.call == Call::readv) && !wait.is_on_standard_input();
}

bool watches_several(const Wait& wait) {
    return wait.call == Call::poll || wait.call == Call::epoll_wait || wait.call == Call::select;
}

bool any_in(const Waits& waits, Call call) {
    return any_of(waits, [&](const Wait& wait) { return wait.call == call; });
}

bool reads_standard_input(const Waits& waits) {
    return any_of(waits, [](const Wait& wait) { return wait.is_on_standard_input(); });
}

bool waits_to_receive(const Waits& waits) { return any_of(waits, receives); }

}  // namespace sockgrade::model
