#include "telling/event.hh"

#include <fmt/format.h>

#include <cerrno>
#include <set>
#include <system_error>

#include "base/text.hh"
#include "faults/fault.hh"
#include "telling/number.hh"
#include "telling/step.hh"
#include "telling/wait.hh"

namespace sockgrade::telling {

using namespace model;

namespace {

std::string shown(const Address& address) { return escape(to_string(address)); }

std::string shown_bytes(const std::string& bytes) {
    return fmt::format("{} ({})", quote(bytes), count_of(bytes.size(), "byte"));
}

std::string error_text(int error) { return std::generic_category().message(error); }

// A command as one would type it: what a shell would take apart stands in quotes.
std::string shown_command(const std::vector<std::string>& command) {
    std::string text;
    for (const std::string& word : command) {
        const bool plain = !word.empty() && word.find_first_of(" \t\n'\"\\$&|;<>()*?`#") == std::string::npos;
        text += text.empty() ? "" : " ";
        text += plain ? escape(word) : quote(word);
    }
    return text;
}

std::string fault_verb(const std::string& kind) {
    const faults::FaultKind* const known = faults::find(kind);
    return known == nullptr ? fmt::format("applied \"{}\" to", escape(kind)) : std::string(known->verb);
}

// Tells one event. What only the plan knows is left out where there is none.
class Teller {
  public:
    explicit Teller(const Plan* plan) : plan_(plan) {
        if (!plan) return;
        std::set<std::string> peers;
        for (const Step& step : plan->steps)
            if (step.actor != kProgram) peers.insert(step.actor);
        several_ = peers.size() > 1;
    }

    std::string operator()(const event::Started& e) const {
        return "the program was started: " + shown_command(e.command);
    }
    std::string operator()(const event::SocketCall& e) const {
        const std::string udp = e.transport == Transport::udp ? " (UDP)" : "";
        if (e.error != 0)
            return fmt::format("{} {} {}{} failed: {}", to_string(e.call),
                               e.call == event::SocketCall::Call::listen ? "on" : "to", shown(e.address), udp,
                               error_text(e.error));
        return fmt::format("the program called {} {} {}{}{}", to_string(e.call), e.dials() ? "to" : "on",
                           shown(e.address), udp, e.ephemeral ? "; the system chose the port" : "");
    }
    std::string operator()(const event::StepBegan& e) const { return step(e.step) + " began"; }
    std::string operator()(const event::StepEnded& e) const {
        const std::string in = e.waits.empty() ? "" : ", waiting in " + in_words(e.waits);
        switch (e.how) {
            case WaitEnd::satisfied:
                return step(e.step) + " was done";
            case WaitEnd::program_ended:
                return step(e.step) + " was not done: the program had ended";
            case WaitEnd::quiet:
                return step(e.step) + " was not done: the program did nothing more" + in;
            case WaitEnd::backstop:
                return step(e.step) + " was not done in time" + in;
            case WaitEnd::flooded:
                return step(e.step) + " was not done: the program poured out too much";
        }
        return step(e.step) + " ended";
    }
    std::string operator()(const event::Opened& e) const {
        const bool udp = plan_ && plan_->transport == Transport::udp;
        if (e.remote.port == 0)
            return fmt::format("{} {} at {}", the(e.connection), udp ? "has a UDP socket" : "waits",
                               shown(e.local));
        if (plan_ && is_called(*plan_, e.connection))
            return fmt::format("the program {} from {} to {} at {}", udp ? "sends" : "connected",
                               shown(e.remote), the(e.connection), shown(e.local));
        return fmt::format("{} {} from {} to {}", the(e.connection), udp ? "sends" : "connected",
                           shown(e.local), shown(e.remote));
    }
    std::string operator()(const event::NotOpened& e) const {
        return fmt::format("{} could not connect to {}: {}", the(e.connection), shown(e.remote),
                           error_text(e.error));
    }
    std::string operator()(const event::Sent& e) const {
        return fmt::format("{} sent {}", the(e.connection), shown_bytes(e.bytes));
    }
    std::string operator()(const event::Received& e) const {
        return fmt::format("the program sent {}{}", shown_bytes(e.bytes), to(e.connection));
    }
    std::string operator()(const event::Finished& e) const {
        if (e.by_program) return fmt::format("the program closed the connection{} (FIN)", to(e.connection));
        return fmt::format("{} finished sending and went on reading (FIN)", the(e.connection));
    }
    std::string operator()(const event::Closed& e) const {
        return fmt::format("{} {}", the(e.connection),
                           e.reset ? "reset the connection (RST)" : "closed the connection");
    }
    std::string operator()(const event::ResetSeen& e) const {
        // On UDP there is no connection to reset: the answer is that nobody holds the port.
        if (e.error == ECONNREFUSED)
            return fmt::format("what {} sent was refused: no socket of the program was there",
                               the(e.connection));
        return fmt::format("the program reset the connection{} (RST)", to(e.connection));
    }
    std::string operator()(const event::Coaxed& e) const {
        const std::string silent = e.was_busy ? "since nothing came, " : "since the program was silent, ";
        switch (e.with) {
            case event::Coaxed::With::newline:
                return silent + the(e.connection) + " sent a newline";
            case event::Coaxed::With::half_close:
                return silent + the(e.connection) + " finished sending and went on reading (FIN)";
            case event::Coaxed::With::close:
                return silent + the(e.connection) + " closed the connection";
            case event::Coaxed::With::end_of_input:
                return silent + "its standard input was ended";
        }
        return silent + "it was helped along";
    }
    std::string operator()(const event::Typed& e) const {
        return fmt::format("typed {} on the program's standard input{}{}", quote(e.bytes),
                           e.as.empty() ? "" : ", as " + e.as,
                           e.prompt.empty() ? "" : fmt::format(" (it had asked {})", quote(e.prompt, 60)));
    }
    std::string operator()(const event::Printed& e) const {
        return fmt::format("the program printed {}{}", quote(e.bytes),
                           e.to_stderr ? " on standard error" : "");
    }
    std::string operator()(const event::FaultApplied& e) const {
        if (e.kind == kFormerPort)
            return fmt::format("the program wrote to the port that its peer has left: {}", quote(e.bytes));
        return fmt::format("the link {} message {} ({} copy) {} the program: {}{}", fault_verb(e.kind),
                           e.number, ordinal_in_words(e.occurrence),
                           e.direction == Direction::to_program ? "to" : "from", quote(e.bytes),
                           e.instead ? "; in its place came " + quote(*e.instead) : "");
    }
    std::string operator()(const event::Delivered& e) const {
        const bool to_program = e.direction == Direction::to_program;
        const std::string receiver = to_program ? "the program" : the(e.connection);
        switch (e.way) {
            case event::Delivered::Way::usual:
                return fmt::format("{} reached {}", quote(e.bytes), receiver);
            case event::Delivered::Way::from_stranger:
                if (to_program) return fmt::format("{} reached {} from a stranger", quote(e.bytes), receiver);
                return fmt::format("{} came to {} from {}, which had not been asked: it does not count",
                                   quote(e.bytes), receiver, shown(e.from));
            case event::Delivered::Way::from_new_port:
                return fmt::format("{} reached {} from a new port", quote(e.bytes), receiver);
            case event::Delivered::Way::refused:
                return "the program was told that nobody has the port open that it sent to";
        }
        return {};
    }
    std::string operator()(const event::FaultPlayed& e) const {
        using What = event::FaultPlayed::What;
        const std::string peer = the(e.connection);
        const bool udp = plan_ && plan_->transport == Transport::udp;
        switch (e.what) {
            case What::accepted_late:
                return fmt::format("the program's connection to {} waited to be accepted until now", peer);
            case What::backlog_full:
                return fmt::format("the program waits for an answer: the backlog of {} is full", peer);
            case What::refused:
                if (udp)
                    return fmt::format("{} to {} met nobody (ICMP port unreachable)",
                                       count_of(e.count, "datagram"), peer);
                return fmt::format("the program's {} attempt to connect meets nobody: {} refuses it (RST)",
                                   ordinal_in_words(e.count), peer);
            case What::send_blocked:
                return fmt::format("the program can send no more: {} that {} does not read",
                                   count_of(e.count, "byte waits", "bytes wait"), peer);
            case What::cut:
                return fmt::format("the end came to the program after {} of the message (FIN)",
                                   count_of(e.count, "byte"));
            case What::reset:
                return e.count == 0
                           ? std::string("the reset came to the program (RST)")
                           : fmt::format("the reset came to the program after {} of the message (RST)",
                                         count_of(e.count, "byte"));
            case What::went_away:
                return peer + " is gone: nobody holds its port any more";
            case What::came_back:
                return peer + " is back on the same port and has forgotten everything";
        }
        return {};
    }
    std::string operator()(const event::Ended& e) const { return describe(e.termination); }
    std::string operator()(const event::LeftProcesses& e) const {
        return fmt::format("the program ended, but left {} running",
                           count_of(e.count, "process of its own", "processes of its own"));
    }
    std::string operator()(const event::Flooded& e) const {
        if (e.what == "memory")
            return fmt::format("the program used too much memory ({} MiB) and was stopped", e.bytes >> 20);
        if (e.what == "socket-memory")
            return fmt::format(
                "the program had too much lying in sockets that nobody reads ({} MiB) and was stopped",
                e.bytes >> 20);
        if (e.what == "output")
            return fmt::format("the program printed too much ({}) and was stopped",
                               count_of(e.bytes, "byte"));
        if (e.what == "connections")
            return fmt::format("the program opened too many connections ({}) and was stopped", e.bytes);
        return fmt::format("the program sent {} too much ({}) and was stopped", the(e.what),
                           count_of(e.bytes, "byte"));
    }
    std::string operator()(const event::Control& e) const {
        return fmt::format("run once more with {} and the message {}: it used {} and sent {}", shown(e.given),
                           quote(e.given_message), e.used ? shown(*e.used) : "no address",
                           e.sent ? quote(*e.sent) : "nothing");
    }
    std::string operator()(const event::Jumped& e) const {
        return fmt::format("everybody waited: the clock went on by {:.3f} s at once",
                           static_cast<double>(e.by_us) / 1e6);
    }
    std::string operator()(const event::RealTime& e) const {
        return "time goes on as outside, since " + escape(e.reason);
    }
    std::string operator()(const event::FileSeen& e) const {
        switch (e.kind) {
            case event::FileSeen::Kind::nothing:
                return fmt::format("there is no file {} in the program's folder", quote(e.path));
            case event::FileSeen::Kind::file:
                return fmt::format("the program's file {} has {}: {}", quote(e.path),
                                   count_of(e.size, "byte"), quote(e.bytes));
            case event::FileSeen::Kind::other:
                return fmt::format("{} in the program's folder is no file, but something else",
                                   quote(e.path));
            case event::FileSeen::Kind::unreadable:
                return fmt::format("the program's file {} may not be read", quote(e.path));
        }
        return {};
    }
    std::string operator()(const event::NameAsked& e) const {
        if (e.host.empty())
            return fmt::format("the program looked for the host {}: nothing can be called that",
                               quote(e.name));
        return fmt::format("the program looked for the host {} by its name, and got the address {}",
                           quote(e.name), e.host);
    }
    std::string operator()(const event::Unsupported& e) const {
        return "this case can't be played here: " + escape(e.what);
    }
    std::string operator()(const event::Trouble& e) const {
        return "Sockgrade had trouble: " + escape(e.what);
    }

  private:
    static std::string the(const std::string& peer) { return actor_in_words(peer); }
    std::string to(const std::string& peer) const { return several_ ? " to " + the(peer) : ""; }
    std::string step(std::size_t index) const {
        std::string text = fmt::format("step {}", index + 1);
        if (plan_ && index < plan_->steps.size()) text += fmt::format(" ({})", describe(plan_->steps[index]));
        return text;
    }

    const Plan* plan_;
    bool several_ = false;
};

}  // namespace

std::string describe(const Event& event) { return std::visit(Teller(nullptr), event.what); }

std::string describe(const Event& event, const Plan& plan) { return std::visit(Teller(&plan), event.what); }

}  // namespace sockgrade::telling
