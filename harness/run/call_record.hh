// The socket calls of a program, as events.
#pragma once

#include <cstddef>
#include <set>
#include <utility>

#include "model/address.hh"
#include "observe/socket_calls.hh"
#include "run/recorder.hh"

namespace sockgrade::run {

// A program may go on calling for ever: what is kept of it ends.
class CallRecord {
  public:
    // `given`: where the program is to be, or to dial. Calls at that port are kept when others are too many.
    CallRecord(Recorder& record, const model::Address& given) : record_(record), given_(given) {}

    void operator()(const observe::SocketCall& call);
    bool is_at_given_port(const observe::SocketCall& call) const {
        return call.bound.port == given_.port && call.bound.port != 0;
    }

  private:
    Recorder& record_;
    model::Address given_;
    std::set<std::pair<model::Address, int>> sent_to_;  // with what came of it
    std::size_t looked_until_ = 0;                      // the last event when it was last asked who has come
    std::size_t calls_ = 0;                             // that were recorded, or would have been
    std::size_t calls_at_given_port_ = 0;
};

}  // namespace sockgrade::run
