// A relay for TCP connections on which things go wrong. Ends stay what they were: a FIN goes on as a FIN
// while the other direction stays open, an RST as an RST. A side that does not read holds up the one that
// sends to it, as it would without a relay.
//
// Theory. Each direction of a connection is a pipe: a buffer, what is still to happen behind it, and nothing
// else. Bytes pass a StreamPlan before they enter the buffer, so what is in there goes out; where a portion
// has to be read before the next, the pipe stops until it has been. An ending comes when the buffer is empty.
// A reset goes on at once, behind what the other side's system still takes: as without a relay, what nobody
// had room for is lost with it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "faults/stream_plan.hh"
#include "model/address.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::proxy {

class TcpLink {
  public:
    // Who is told of what, in the order in which it happens. `connection`: which one it is, from 1. The
    // server is the program in the words of the faults.
    struct Log {
        // `from`: how the server sees the client.
        std::function<void(std::size_t connection, const model::Address& client, const model::Address& from)>
            opened{};
        // The server's system refused it, or could not be reached. The client is reset.
        std::function<void(std::size_t connection, const model::Address& client, int error)> not_opened{};
        std::function<void(std::size_t connection, model::Direction, std::string_view bytes)> came{};
        // The rule's place in the list, and what goes on of these bytes, or of none.
        std::function<void(std::size_t connection, model::Direction, std::size_t rule,
                           const faults::Passage& left)>
            applied{};
        std::function<void(std::size_t connection, const model::Address& client, std::size_t rule)> refused{};
        // What the receiver is told; `by_fault`: its peer had not ended the stream.
        std::function<void(std::size_t connection, model::Direction, faults::Ending, bool by_fault)> ended{};
        std::function<void(std::size_t connection)> over{};
    };
    // Has whoever is behind this socket of ours read all that we sent? Nothing where it can't be seen.
    using HasRead = std::function<std::optional<bool>(int socket)>;

    TcpLink(system::EventLoop& loop, std::vector<model::FaultRule> rules, Log log, HasRead has_read = {});
    TcpLink(const TcpLink&) = delete;
    TcpLink& operator=(const TcpLink&) = delete;
    ~TcpLink();

    // Listens at `front` and connects each client to `server`. Returns where it listens.
    model::Address towards_server(const model::Address& front, const model::Address& server);

    std::size_t open_connections() const { return connections_.size(); }

  private:
    struct Pipe {
        Pipe(const std::vector<model::FaultRule>& rules, model::Direction way, std::size_t connection);
        bool has_room() const;
        bool is_empty() const { return begin == end; }

        model::Direction direction;
        faults::StreamPlan plan;
        bool has_faults;
        std::unique_ptr<char[]> buffer;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::deque<std::uint64_t> stops{};  // after so many bytes wait until they have been read
        std::uint64_t written = 0;
        std::optional<system::Clock::time_point> stopped_at{};
        faults::Ending ending = faults::Ending::none;  // by a fault
        bool source_ended = false;                     // its FIN has come
        bool finished = false;                         // its sink has been told the end
    };
    struct Connection {
        Connection(const std::vector<model::FaultRule>& rules, std::size_t which);

        std::size_t number;
        model::Address client_address{};
        system::Fd client{};
        system::Fd server{};
        bool is_connected = false;  // to the server
        Pipe to_server;
        Pipe to_client;
        std::map<int, std::uint32_t> watched{};  // events, by socket
    };

    void accept_all();
    void connect(system::Fd client, const model::Address& address);
    void finish_connecting(Connection& connection);
    void handle(std::size_t number, int socket, std::uint32_t events);
    // Moves what can be moved. False when the connection is gone.
    bool pump(Connection& connection);
    bool fill(Connection& connection, Pipe& pipe);  // false: nothing came
    void enter(Connection& connection, Pipe& pipe, std::string_view bytes);
    bool drain(Connection& connection, Pipe& pipe);  // false: the sink is gone
    bool wait_for_reader(const Connection& connection, Pipe& pipe);
    static bool is_over(const Connection& connection);
    void end_where_due(Connection& connection, Pipe& pipe);
    void reset(Connection& connection, bool by_fault, model::Direction direction);
    void remove(std::size_t number);
    void watch(Connection& connection);
    void watch(Connection& connection, const system::Fd& socket, const Pipe& from, const Pipe& to);
    void look_again_soon();
    void look_again();
    static const system::Fd& source(const Connection& connection, const Pipe& pipe);
    static const system::Fd& sink(const Connection& connection, const Pipe& pipe);

    system::EventLoop& loop_;
    std::vector<model::FaultRule> rules_;
    Log log_;
    HasRead has_read_;
    system::Fd front_;
    bool is_front_watched_ = false;
    model::Address server_;
    std::size_t last_number_ = 0;
    std::map<std::size_t, std::unique_ptr<Connection>> connections_;
    std::optional<system::EventLoop::Timer> next_look_;  // at readers, who give no sign
};

}  // namespace sockgrade::proxy
