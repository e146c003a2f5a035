// One end of a TCP connection with the program, as a script drives it. Reads all that comes at once and keeps
// it, so that neither side ever waits for the other because of us; writes what the program takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/address.hh"
#include "reference/recording.hh"
#include "reference/tcp_listener.hh"
#include "reference/tcp_options.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::reference {

class TcpConnection {
  public:
    // A connection that was accepted. `name`: the actor's, for events.
    TcpConnection(system::EventLoop& loop, Accepted accepted, std::string name, std::size_t most_received,
                  Record record);
    // Starts to connect; connected() or failed() tells when that is over. `from`: an address of ours, port 0
    // for any, or an empty host for the system's choice.
    TcpConnection(system::EventLoop& loop, const model::Address& to, const model::Address& from,
                  std::string name, std::size_t most_received, Record record, const TcpOptions& options = {});
    TcpConnection(const TcpConnection&) = delete;
    TcpConnection& operator=(const TcpConnection&) = delete;
    ~TcpConnection();

    bool connected() const { return state_ == State::open; }
    bool failed() const { return state_ == State::failed; }  // refused, for example
    bool is_open() const { return socket_.valid() && state_ == State::open; }

    void send(const std::string&
                  bytes);  // in one write, as far as the program takes it; the rest follows by itself
    void send_together(const std::vector<std::string>& messages);  // all in one write
    void finish_sending();                                         // FIN, after what is still to be sent
    void close();  // FIN in both directions; with unread data the kernel resets instead
    void reset();  // RST (SO_LINGER with time 0, man 7 socket)

    // What comes stays in the system, until there is no room for more and the program can send no more.
    void stop_reading();
    void go_on_reading();

    const std::string& received() const { return received_; }
    bool takes_more() const { return reads_ && !program_finished_ && !flooded(); }  // reads what comes
    bool program_finished() const { return program_finished_; }                     // its FIN has come
    bool program_reset() const { return program_reset_; }
    bool is_over() const { return program_finished_ || program_reset_ || !socket_.valid(); }
    bool finished_sending() const { return finished_sending_; }
    bool flooded() const { return received_.size() > most_received_; }

    // What our kernel was given, in the program's count of what it received: the end of the stream is one
    // more.
    std::uint64_t handed_over() const { return handed_over_ + (finished_sending_ ? 1 : 0); }
    std::size_t unsent() const { return outgoing_.size(); }
    std::size_t unacknowledged() const;  // bytes that the program's kernel has not confirmed (SIOCOUTQ)

    const model::Address& local() const { return local_; }
    const model::Address& remote() const { return remote_; }
    const std::string& name() const { return name_; }

  private:
    enum class State { connecting, open, failed };

    void start();
    void handle(std::uint32_t events);
    void finish_connecting();
    void open();
    void fail(const model::Address& remote, int error);
    void read_all();
    void write_more();
    void lost(int error);
    void watch();
    void let_go();

    system::EventLoop& loop_;
    system::Fd socket_;
    std::string name_;
    std::size_t most_received_;
    Record record_;
    State state_ = State::connecting;
    std::uint32_t watched_events_ = 0;
    model::Address local_;
    model::Address remote_;
    std::string received_;
    std::string outgoing_;
    std::uint64_t handed_over_ = 0;
    bool reads_ = true;
    bool finish_after_sending_ = false;
    bool finished_sending_ = false;
    bool program_finished_ = false;
    bool program_reset_ = false;
};

}  // namespace sockgrade::reference
