// The TCP peers of a case: their connections with the program, and what the kernel knows of those.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/plan.hh"
#include "observe/socket_queues.hh"
#include "reference/tcp_connection.hh"
#include "run/reception.hh"
#include "run/recorder.hh"
#include "run/transport_peers.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

class TcpPeers : public TransportPeers {
  public:
    TcpPeers(system::EventLoop& loop, Recorder& record, const model::Plan& plan,
             const observe::SocketQueues& queues);

    // At the address of a peer that listens at its own (Plan::called), that one; else whoever is to be met.
    void meet(const model::Address& address, bool attempt) override;
    void go_away(const std::string& actor) override;
    void come_back(const std::string& actor) override;
    std::size_t refused_since_away(const std::string& actor) const override {
        return reception(actor).refused_since_away();
    }
    bool program_has_read_all() const override;
    bool flooded() const override;

    Reception& reception() { return reception_; }
    // Where the program meets this peer.
    Reception& reception(const std::string& actor);
    const Reception& reception(const std::string& actor) const;
    // At any of them.
    bool is_coming() const;
    bool is_flooded_with_connections() const;
    // `from`: an empty host for the system's choice.
    void connect(const std::string& actor, const model::Address& to, const model::Address& from);
    void accept(const std::string& actor);                           // the connection that has waited longest
    reference::TcpConnection* connection(const std::string& actor);  // null: none yet

    // A peer that listens and dials has more than one: the further ones have a number behind its name.
    std::string name_for_another(const std::string& actor) const;
    std::vector<reference::TcpConnection*> connections() const;  // in the order in which they came about

    // --- What the kernel knows.
    // The program's end of a connection; nothing when it has none any more, or is only to be waited out
    // (TIME_WAIT).
    std::optional<observe::SocketState> program_end(const reference::TcpConnection& connection) const;
    bool has_read_all_of(const reference::TcpConnection& connection) const;
    // Every byte sent has reached the program's kernel, and every byte that the program sent has left it.
    bool nothing_under_way() const;
    // The program has given its system bytes for a peer that reads, and they have not come yet: a small one
    // waits there until the one before it is confirmed (Nagle).
    bool program_is_sending() const { return has_unsent(true); }

  private:
    using Connection = std::unique_ptr<reference::TcpConnection>;

    void keep(const std::string& actor, Connection connection);
    reference::Record recording();
    bool has_arrived(const reference::TcpConnection& connection) const;
    bool all_delivered() const;
    bool has_unsent(bool only_where_read) const;  // the program's end of a connection

    system::EventLoop& loop_;
    Recorder& record_;
    const model::Plan& plan_;
    const observe::SocketQueues& queues_;
    Reception reception_;
    std::map<std::string, Reception> of_called_;  // each of Plan::called has its own
    std::map<std::string, Connection> connections_;
    std::vector<std::string> opened_;  // their names, in the order in which they came about
    std::vector<Connection> former_;   // of actors that connected again
};

}  // namespace sockgrade::run
