#include "capture/capture.hh"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "base/text.hh"
#include "capture/packet.hh"
#include "capture/pcapng.hh"
#include "capture/roles.hh"
#include "capture/tcp_flow.hh"
#include "faults/deliveries.hh"
#include "telling/event.hh"
#include "telling/step.hh"

namespace sockgrade::capture {

namespace {

namespace event = model::event;
using faults::Delivery;
using model::Address;

constexpr std::size_t kArrived = 0;
constexpr std::size_t kDropped = 1;
constexpr std::uint16_t kFirstMadeUpPort = 49152;

// It came to a peer from where nobody had asked.
bool is_stray(const event::Delivered& e) {
    return e.direction == model::Direction::from_program && e.way == event::Delivered::Way::from_stranger;
}

// Goes through the events once. An event's comment waits for the next packet: the event's own, if it has one.
class Tape {
  public:
    explicit Tape(const model::Transcript& transcript)
        : transcript_(transcript), link_(has_link(transcript.plan)), roles_(transcript) {
        if (transcript.plan.transport != model::Transport::udp) return;
        for (Delivery& one : faults::deliveries(transcript)) {
            explained_.insert(one.because.begin(), one.because.end());
            deliveries_[one.at].push_back(std::move(one));
        }
    }

    std::string play() && {
        for (std::size_t i = 0; i < transcript_.events.size(); ++i) {
            const model::Event& e = transcript_.events[i];
            now_ = std::max(now_, e.at_us);  // a reader takes time that runs backwards for a broken file
            at_ = i;
            if (worth_telling(e)) comments_.push_back(told(e));
            std::visit([this](const auto& what) { (*this)(what); }, e.what);
            if (const auto here = deliveries_.find(i); here != deliveries_.end())
                for (const Delivery& one : here->second) deliver(one);
        }
        return written();
    }

    // What becomes of a datagram is deliver()'s.
    void operator()(const event::Sent& e) {
        if (!is_udp()) tcp(e.connection, Side::peer).send(Side::peer, e.bytes);
    }
    void operator()(const event::Received& e) {
        if (!is_udp()) return tcp(e.connection, Side::program).send(Side::program, e.bytes);
        Udp& flow = udp_[e.connection];
        emit_datagram(kArrived, Side::program, e.connection,
                      link_ && flow.remote.port != 0 ? flow.remote : e.from, e.bytes);
    }
    void operator()(const event::Opened& e) {
        if (is_udp()) {
            udp_[e.connection] = {e.local, e.remote, {}, {}};
        } else if (e.remote.port != 0) {
            open(e.connection, e.local, e.remote).open(caller(e.connection));
        }
    }
    void operator()(const event::NotOpened& e) {
        if (!is_udp()) open(e.connection, {}, e.remote).refuse(Side::peer, e.error == ECONNREFUSED);
    }
    void operator()(const event::Finished& e) {
        const Side from = e.by_program ? Side::program : Side::peer;
        if (TcpFlow* flow = existing(e.connection, from)) flow->finish(from);
    }
    void operator()(const event::Closed& e) {
        TcpFlow* flow = e.reset ? live(e.connection) : existing(e.connection, Side::peer);
        if (flow == nullptr) return;
        if (e.reset)
            flow->reset(Side::peer);
        else
            flow->finish(Side::peer);
    }
    void operator()(const event::ResetSeen& e) {
        if (TcpFlow* flow = live(e.connection)) return flow->reset(Side::program);
        const auto found = udp_.find(e.connection);
        if (found == udp_.end() || found->second.last.empty()) return;
        const auto [peer, program] = ends(e.connection, found->second.local, found->second.to);
        emit(kArrived, Side::program, port_unreachable(program, peer, found->second.last));
    }
    void operator()(const event::FaultApplied& e) {
        if (!is_udp() || e.direction != model::Direction::from_program || !e.lost) return;
        if (const auto found = udp_.find(e.connection); found != udp_.end())
            emit_datagram(kDropped, Side::program, e.connection, found->second.remote, e.bytes);
    }
    void operator()(const event::Delivered& e) {
        if (is_stray(e)) return emit_datagram(kArrived, Side::program, e.connection, e.from, e.bytes);
        const auto found = udp_.find(e.connection);
        if (e.way != event::Delivered::Way::refused || found == udp_.end()) return;
        const auto [peer, program] = ends(e.connection, found->second.local, found->second.remote);
        emit(kArrived, Side::peer, port_unreachable(peer, program, udp_packet(program, peer, e.bytes)));
    }
    template <class Other>
    void operator()(const Other&) {}

  private:
    struct Udp {
        Address local;
        Address remote;
        std::string last;  // the packet that went to the program last, and where it went
        Address to;
    };
    struct Known {
        std::string connection;
        std::unique_ptr<TcpFlow> flow;
    };

    bool is_udp() const { return transcript_.plan.transport == model::Transport::udp; }
    Side caller(const std::string& connection) const {
        return is_called(transcript_.plan, connection) ? Side::program : Side::peer;
    }

    bool worth_telling(const model::Event& e) const {
        if (std::holds_alternative<event::StepBegan>(e.what) ||
            std::holds_alternative<event::Control>(e.what))
            return false;
        // A datagram's faults are told with it, wherever it turns up.
        const auto* delivered = std::get_if<event::Delivered>(&e.what);
        if (explained_.contains(at_) || (delivered != nullptr && !is_stray(*delivered))) return false;
        if (is_udp() && std::holds_alternative<event::Sent>(e.what)) return false;
        const auto* ended = std::get_if<event::StepEnded>(&e.what);
        return ended == nullptr || ended->how != model::WaitEnd::satisfied;
    }
    std::string told(const model::Event& e) const {
        return fmt::format("event {}, {:.6f} s: {}", e.number, static_cast<double>(e.at_us) / 1e6,
                           telling::describe(e, transcript_.plan));
    }

    void deliver(const Delivery& one) {
        if (one.how == Delivery::How::held) return;
        const model::Event& origin = transcript_.events[one.sent];
        const auto& sent = std::get<event::Sent>(origin.what);
        comments_.push_back(told(origin));
        for (const std::size_t i : one.because) comments_.push_back(told(transcript_.events[i]));
        if (one.how == Delivery::How::copy) comments_.emplace_back("This is the copy that the link made.");
        if (one.how == Delivery::How::late) comments_.emplace_back("The link held it back.");
        Udp& flow = udp_[sent.connection];
        if (one.how == Delivery::How::stranger)
            return emit_datagram(kArrived, Side::peer, kStranger,
                                 flow.remote.port != 0 ? flow.remote : sent.to, one.bytes);
        if (one.how == Delivery::How::moved) flow.local.port = one.from.port;
        emit_datagram(one.how == Delivery::How::dropped ? kDropped : kArrived, Side::peer, sent.connection,
                      link_ && flow.remote.port != 0 ? flow.remote : sent.to, one.bytes);
    }

    Endpoint endpoint(const std::string& role, bool is_v6, std::uint16_t port) {
        return {roles_.address_of(role, is_v6), port};
    }
    // The peer's end and the program's.
    std::pair<Endpoint, Endpoint> ends(const std::string& connection, const Address& local,
                                       const Address& program) {
        const std::optional<Ip> a = to_ip(local.host);
        const std::optional<Ip> b = to_ip(program.host);
        const bool is_v6 = a ? a->is_v6 : b && b->is_v6;
        return {endpoint(connection, is_v6, known_port(local.port, connection)),
                endpoint(model::kProgram, is_v6, known_port(program.port, model::kProgram))};
    }
    std::uint16_t known_port(std::uint16_t port, const std::string& role) {
        if (port != 0) return port;
        const auto next = static_cast<std::uint16_t>(kFirstMadeUpPort + made_up_ports_.size());
        const auto [found, is_new] = made_up_ports_.try_emplace(role, next);
        if (is_new)
            comments_.push_back(fmt::format("The port of {} was not recorded; {} is made up.",
                                            escape(telling::actor_in_words(role)), found->second));
        return found->second;
    }

    void emit_datagram(std::size_t interface, Side from, const std::string& connection,
                       const Address& program_at, std::string_view bytes) {
        Udp& flow = udp_[connection];
        const auto [peer, program] = ends(connection, flow.local, program_at);
        if (bytes.size() > model::kMostInDatagram) {
            comments_.push_back(fmt::format("Cut: {} fit into no datagram.", count_of(bytes.size(), "byte")));
            bytes = bytes.substr(0, model::kMostInDatagram);
        }
        std::string packet =
            from == Side::peer ? udp_packet(peer, program, bytes) : udp_packet(program, peer, bytes);
        if (from == Side::peer) {
            flow.last = packet;
            flow.to = program_at;
        }
        emit(interface, from, std::move(packet));
    }

    TcpFlow& open(const std::string& connection, const Address& local, const Address& remote) {
        auto [peer, program] = ends(connection, local, remote);
        while (!used_.emplace(peer, program).second) {
            const std::uint16_t taken = peer.port;
            peer.port = static_cast<std::uint16_t>(peer.port == UINT16_MAX ? kFirstMadeUpPort : taken + 1);
            comments_.push_back(
                fmt::format("Port {} had another connection before; {} is made up.", taken, peer.port));
        }
        flows_.push_back(
            {connection, std::make_unique<TcpFlow>(peer, program, [this](Side from, std::string packet) {
                 emit(kArrived, from, std::move(packet));
             })});
        return *flows_.back().flow;
    }
    // The latest connection of this name on which that side can still send.
    TcpFlow* existing(const std::string& connection, Side from) const {
        for (auto known = flows_.rbegin(); known != flows_.rend(); ++known)
            if (known->connection == connection && known->flow->can_send(from)) return known->flow.get();
        return nullptr;
    }
    TcpFlow* live(const std::string& connection) const {
        for (auto known = flows_.rbegin(); known != flows_.rend(); ++known)
            if (known->connection == connection && !known->flow->is_over()) return known->flow.get();
        return nullptr;
    }
    TcpFlow& tcp(const std::string& connection, Side from) {
        if (TcpFlow* flow = existing(connection, from)) return *flow;
        comments_.emplace_back("How this connection was opened was not recorded; its beginning is made up.");
        TcpFlow& flow = open(connection, {}, {});
        flow.open(caller(connection));
        return flow;
    }

    void emit(std::size_t interface, Side from, std::string bytes) {
        packets_.push_back(
            {interface, now_, from == Side::program, std::move(bytes), std::exchange(comments_, {})});
    }

    std::string written() {
        std::vector<std::string> about = {fmt::format(
            "Made by Sockgrade from the transcript of the case {} of {}, seed {}. Times count from "
            "the beginning of the case.",
            quote(full_id(transcript_.plan), 80), quote(transcript_.plan.exercise, 80),
            transcript_.plan.seed)};
        for (std::string& address : roles_.explanation()) about.push_back(std::move(address) + ".");
        if (!is_udp())
            about.emplace_back(
                "TCP segments, their numbers and acknowledgements are made up from what was written and "
                "read: the real ones are not recorded.");
        if (link_)
            about.emplace_back(
                "A link between the program and its peers applied faults. Interface 0 has what arrived, "
                "in the order in which it did; interface 1 has what the link dropped.");
        std::vector<std::string>& rest = packets_.empty() ? about : packets_.back().comments;
        for (std::string& comment : comments_) rest.push_back(std::move(comment));

        Pcapng file(shortened(std::move(about)));
        file.add_interface("network", "what arrived");
        if (link_) file.add_interface("link: dropped", "what the link between program and peers dropped");
        file.add_names(roles_.names());
        for (Packet& packet : packets_) {
            packet.comments = shortened(std::move(packet.comments));
            file.add(packet);
        }
        return std::move(file).take();
    }

    // A program that prints without end must not make a block that no reader accepts.
    static std::vector<std::string> shortened(std::vector<std::string> comments) {
        constexpr std::size_t kMost = 60;
        if (comments.size() <= kMost) return comments;
        const std::size_t more = comments.size() - kMost;
        const auto middle = comments.begin() + kMost / 2;
        *middle = fmt::format("... {} left out ...", count_of(more + 1, "event"));
        comments.erase(middle + 1, middle + 1 + static_cast<std::ptrdiff_t>(more));
        return comments;
    }

    const model::Transcript& transcript_;
    bool link_;
    Roles roles_;
    std::map<std::size_t, std::vector<Delivery>> deliveries_;  // by the event at which they come about
    std::set<std::size_t> explained_;                          // faults that deliveries tell of
    std::map<std::string, Udp> udp_;
    std::vector<Known> flows_;
    std::set<std::pair<Endpoint, Endpoint>> used_;
    std::map<std::string, std::uint16_t> made_up_ports_;
    std::vector<std::string> comments_;
    std::vector<Packet> packets_;
    std::int64_t now_ = 0;
    std::size_t at_ = 0;
};

}  // namespace

std::string to_pcapng(const model::Transcript& transcript) { return Tape(transcript).play(); }

}  // namespace sockgrade::capture
