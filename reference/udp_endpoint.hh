// A UDP peer of the program. Never connected, so that a reply from another address than the one written to
// arrives: it can be told what became of it. It counts for nothing, as a client that has called connect()
// never gets it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/address.hh"
#include "reference/recording.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::reference {

struct Datagram {
    std::string bytes;
    model::Address from;
};

// What came to a peer from an address that it had not asked.
model::event::Delivered stray(const std::string& peer, const std::string& bytes, const model::Address& from);

class UdpEndpoint {
  public:
    // `own`: where it is bound; port 0 for any. Throws SystemError when the address can't be had.
    UdpEndpoint(system::EventLoop& loop, const model::Address& own, std::string name, Record record);
    UdpEndpoint(const UdpEndpoint&) = delete;
    UdpEndpoint& operator=(const UdpEndpoint&) = delete;
    ~UdpEndpoint();

    void send(const std::string& bytes, const model::Address& to);
    // From now on each datagram that comes is answered at once, with what this makes of it, if anything.
    using Answer =
        std::function<std::optional<std::string>(const std::string& datagram, const model::Address& from)>;
    void answer_with(Answer answer) { answer_ = std::move(answer); }
    // From now on what comes from elsewhere is recorded (Delivered, from a stranger), and not received.
    using IsAsked = std::function<bool(const model::Address& from)>;
    void hear_only(IsAsked is_asked) { is_asked_ = std::move(is_asked); }
    // From now on all that comes is told to this instead: the peer is elsewhere.
    using Instead = std::function<void(const std::string& datagram, const model::Address& from)>;
    void hear_nobody(Instead instead) { instead_ = std::move(instead); }
    // It goes on where that one was: what has come there has come here.
    void follow(const UdpEndpoint& former);
    const std::vector<Datagram>& received() const { return received_; }
    std::size_t received_bytes() const { return received_bytes_; }
    const model::Address& local() const { return local_; }
    std::size_t lost() const;  // datagrams for which there was no room
    void rename(const std::string& name) { name_ = name; }

  private:
    void read_all();
    void forget_errors();

    system::EventLoop& loop_;
    system::Fd socket_;
    std::string name_;
    Record record_;
    Answer answer_;
    IsAsked is_asked_;
    Instead instead_;
    model::Address local_;
    std::vector<Datagram> received_;
    std::size_t received_bytes_ = 0;
};

}  // namespace sockgrade::reference
