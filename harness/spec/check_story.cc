// Reads the steps of a case as the story that they are, with what each actor has done so far, and notes what
// cannot follow. Each rule stands where its step is handled.
#include "spec/check_story.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "spec/read_program.hh"

namespace sockgrade::spec {

namespace {

using model::Expect;
using model::Prints;

struct Peer {
    bool is_open = false;  // TCP: connected
    bool has_finished = false;
    bool is_gone = false;  // closed or reset
    bool is_away = false;  // and will perhaps come back
    bool reads_not = false;
    bool has_got = false;   // something that can be answered
    bool has_sent = false;  // since its last expectation
    bool answers = false;   // each datagram
};

class Story {
  public:
    Story(const model::CaseSpec& one, const model::ProgramSpec& program)
        : program_(program), one_(one), has_message_(one.message || program.message) {}

    void follow(const ReadStep& read) {
        section_ = &read.section;
        peer_ = &nobody_;
        if (read.step.actor != model::kProgram) {
            peer_ = &peers_[read.step.actor];
            check_only_one_udp_peer(read.step.actor);
            is_called_ = calls(program_, read.step.actor);
            // A server that is called takes one connection after another.
            if (peer_->is_gone && is_called_ && only_listens(program_.role)) *peer_ = {};
            if (peer_->is_gone) {
                problem(fmt::format("'{}' has closed its socket; give whoever comes next another name",
                                    read.step.actor));
                return;
            }
            if (peer_->is_away && !std::holds_alternative<model::ComeBack>(read.step.action))
                return problem(fmt::format("'{}' is away; it has to come back first", read.step.actor));
            check_who_accepts(read.step);
        }
        std::visit(*this, read.step.action);
    }

    // What a peer has begun with, it has to go through with.
    void check_end() {
        for (const auto& [name, peer] : peers_) {
            if (peer.reads_not && !peer.is_gone)
                problem(
                    fmt::format("'{}' has stopped reading: whether that stopped the program is seen when it "
                                "goes on reading",
                                name));
        }
    }

    bool expects_something() const { return expects_something_; }

    void operator()(const model::Connect&) {
        if (is_udp()) return problem("a UDP peer has no connection; it just sends");
        if (is_called_ && only_listens(program_.role))
            return problem("the program calls this peer, as `peers` says: it accepts");
        if (!calls_program() && !is_peer())
            return problem(
                fmt::format("a {} program connects itself: its peer accepts", to_string(program_.role)));
        open("connected");
    }
    void operator()(const model::Accept&) {
        if (is_udp()) return problem("a UDP peer has no connection; it just expects");
        if (calls_program() || is_peer())
            return problem(
                fmt::format("a {} program accepts itself: its peer connects", to_string(program_.role)));
        open("accepted");
    }
    void operator()(const model::FillBacklog&) { before_accept("backlog"); }
    void operator()(const model::Refuse&) { before_accept("attempts to connect"); }
    void operator()(const model::StopReading&) {
        if (is_udp()) return problem("UDP has no flow control: what a peer does not read is lost");
        if (!can_talk()) return;
        if (peer_->reads_not) return problem("this peer has stopped reading already");
        if (peer_->has_got || peer_->has_sent)
            return problem(
                "a peer has to stop reading before it says or expects anything: right after it has connected "
                "or accepted");
        peer_->reads_not = true;
    }
    void operator()(const model::GoOnReading&) {
        if (!can_talk()) return;
        if (!peer_->reads_not) return problem("this peer has not stopped reading");
        peer_->reads_not = false;
    }
    void operator()(const model::GoAway&) {
        // One that others than the program's usual peers need is there before anybody calls it.
        const bool is_there = is_called_ && only_listens(program_.role);
        if (!is_there && !can_talk()) return;
        if (is_udp() && !peer_->has_got && !peer_->has_sent)
            return problem("this peer has no socket yet: it has to send or expect something first");
        *peer_ = {};
        peer_->is_away = true;
    }
    void operator()(const model::ComeBack&) {
        if (!peer_->is_away) return problem("this peer has not gone away");
        peer_->is_away = false;
        // Like a client that is started again: it connects.
        peer_->is_open = calls_program() && !is_udp();
    }
    void operator()(const model::Send& send) {
        if (!can_talk()) return;
        if (peer_->has_finished) return problem("this peer has finished sending");
        if (!only_listens(program_.role) && is_udp())
            return problem(
                fmt::format("a {} program sends first, and its peer answers: expect something, and then "
                            "'reply', or 'answer_each'",
                            to_string(program_.role)));
        if (send.from != model::From::anywhere && !only_listens(program_.role) && !is_peer())
            return problem("only a peer that calls the program can say where it calls from");
        expects_something_ = expects_something_ || !send.until.empty();
        peer_->has_sent = true;
        was_sent_ = true;
        to_program_ += send.messages.size();
        peer_->is_gone = send.break_off.how != model::BreakOff::How::none;
    }
    void operator()(const model::AnswerEach&) {
        if (peer_->answers) return problem("this peer answers each datagram already");
        peer_->answers = answers_each_ = true;
    }
    void operator()(const model::Whenever& whenever) {
        if (peer_->answers) return problem("this peer answers each datagram already");
        const bool moves = std::any_of(whenever.rules.begin(), whenever.rules.end(),
                                       [](const model::Rule& rule) { return rule.from_another_port; });
        if (moves && only_listens(program_.role))
            return problem(
                fmt::format("a {} program is called: its peers have a port of their own anyway; 'from' "
                            "is for peers that the program calls",
                            to_string(program_.role)));
        peer_->answers = answers_each_ = true;
        if (!whenever.at_the_end.empty()) expects_something_ = true;
    }
    void operator()(const model::Reply& reply) {
        if (!can_talk()) return;
        if (peer_->has_finished) return problem("this peer has finished sending");
        if (!peer_->has_got) return problem("a reply needs a request: expect something first");
        if (reply.from_another_port && only_listens(program_.role))
            return problem(
                fmt::format("a {} program is called: its peers have a port of their own anyway; 'from' "
                            "is for peers that the program calls",
                            to_string(program_.role)));
        was_sent_ = was_answered_ = true;
        ++to_program_;
        peer_->is_gone = reply.break_off.how != model::BreakOff::How::none;
    }
    void operator()(const model::FinishSending&) {
        if (is_udp()) return problem("UDP has no half-close; only TCP peers finish sending");
        if (!can_talk()) return;
        if (peer_->has_finished) return problem("this peer has finished sending already");
        peer_->has_finished = true;
    }
    void operator()(const model::Close&) {
        if (can_talk()) peer_->is_gone = true;
    }
    void operator()(const model::Reset&) {
        if (is_udp()) return problem("UDP has no connection to reset");
        if (can_talk()) peer_->is_gone = true;
    }
    void operator()(const Expect& expect) {
        expects_something_ = true;
        if (!can_talk()) return;
        if (peer_->reads_not) return problem("this peer does not read: it has to go on reading first");
        if (expect.port != Expect::Port::asked && !only_listens(program_.role))
            return problem(
                fmt::format("a {} program is asked nothing: it sends from whichever port it likes; 'from' "
                            "is for servers and receivers",
                            to_string(program_.role)));
        if (is_peer() && !peer_->is_open && !model::awaits_typing(expect))
            return problem(
                "this peer has no connection yet: it has to connect first; where the program connects, "
                "'expect-typed' and 'expect-typed-lines' say what it sends");
        switch (expect.what) {
            case Expect::What::capitals:
            case Expect::What::each:
                if (!peer_->has_sent)
                    return problem("this peer has sent nothing since it last expected something");
                break;
            case Expect::What::all:
            case Expect::What::given:
                if (!has_message_ && expect.messages.empty())
                    return problem("the program is given no message: the spec or the case needs one");
                break;
            case Expect::What::end:
                if (is_udp()) return problem("UDP has no connection that could end");
                break;
            case Expect::What::http:
                if (is_udp()) return problem("HTTP is spoken over TCP");
                break;
            case Expect::What::typed:
            case Expect::What::typed_lines:
                if (!was_typed_) return problem("nothing was typed since the last expectation of this kind");
                was_typed_ = false;
                break;
            case Expect::What::bytes:
            case Expect::What::one_of:
            case Expect::What::any_order:
            case Expect::What::format:
            case Expect::What::anything:
            case Expect::What::nothing:
            case Expect::What::once:
            case Expect::What::fixed:
                break;
        }
        const bool is_answerable = expect.what != Expect::What::nothing &&
                                   expect.what != Expect::What::once && expect.what != Expect::What::end;
        peer_->has_got = peer_->has_got || is_answerable;
        peer_->has_sent = false;
    }
    void operator()(const Prints& prints) {
        expects_something_ = true;
        if (prints.what == Prints::What::sent && !was_sent_)
            return problem("nothing was sent to the program since it last had to print");
        if (prints.what == Prints::What::reply && !was_answered_) return problem("no peer has replied yet");
        if (prints.what == Prints::What::ports && !one_.ports.count)
            return problem("this case has no range of ports");
        if (prints.what == Prints::What::addresses && one_.interfaces.empty())
            return problem("this case has no interfaces");
        was_sent_ = false;
    }
    void operator()(const model::Exits& exits) {
        expects_something_ = true;
        has_ended_ = exits.otherwise == model::Exits::Or::nothing;
    }
    void operator()(const model::IsRunning& running) {
        expects_something_ = true;
        if (has_ended_) problem("the program has ended by then");
        if (running.sends_at_most > 0 &&
            (program_.transport == model::Transport::tcp || only_listens(program_.role)))
            problem("'sends_at_most' counts the datagrams of a program that sends by itself over UDP");
    }

    void operator()(const model::Wrote&) { expects_something_ = true; }
    void operator()(const model::KeepsPrinting&) {
        expects_something_ = true;
        if (has_ended_) problem("the program has ended by then");
    }
    void operator()(const model::Typed&) {
        was_typed_ = true;
        if (has_ended_) problem("the program has ended by then");
    }

    // A fault that can never be seen to happen would leave the case open for ever.
    void check_faults(const Section& list, const std::vector<model::FaultRule>& faults) const {
        const std::vector<Section> items = list.items();
        for (std::size_t i = 0; i < items.size(); ++i) check_fault(items[i].entries().front(), faults[i]);
    }

  private:
    void check_fault(const Section& section, const model::FaultRule& rule) const {
        if (rule.direction != model::Direction::to_program) return;
        const auto never = [&](std::string_view word, std::size_t number) {
            if (number > to_program_ && !answers_each_)
                section.problem(fmt::format("{}: {} never comes; the peers send {} to the program", word,
                                            number, to_program_));
        };
        for (const std::size_t number : rule.numbers) never("n", number);
        for (const std::size_t index : rule.indices) never("index", index);
        never("until n", rule.detail.until.number);
        never("of", rule.chain.messages);
    }
    // What meets the program stands before the accept that it is about: another peer's would take its place.
    void check_who_accepts(const model::Step& step) {
        const bool prepares = std::holds_alternative<model::FillBacklog>(step.action) ||
                              std::holds_alternative<model::Refuse>(step.action);
        const bool accepts = std::holds_alternative<model::Accept>(step.action);
        // Each of those has a port of its own.
        if (only_listens(program_.role)) return;
        if ((prepares || accepts) && !awaited_.empty() && awaited_ != step.actor)
            problem(fmt::format("'{}' has to accept first", awaited_));
        if (prepares) awaited_ = step.actor;
        if (accepts) awaited_.clear();
    }
    void before_accept(std::string_view what) {
        if (is_udp()) return problem(fmt::format("UDP has no connection, so no {}", what));
        if (calls_program())
            return problem(fmt::format("a {} program accepts itself: its peer has no {} to deal with",
                                       to_string(program_.role), what));
        if (peer_->is_open) return problem("this peer has accepted already");
    }

    // The peer whose step this is.
    bool calls_program() const { return only_listens(program_.role) && !is_called_; }
    bool is_peer() const { return program_.role == model::Role::peer; }
    bool is_udp() const { return program_.transport == model::Transport::udp; }

    void problem(std::string message) const { section_->problem(std::move(message)); }

    void open(std::string_view how) {
        if (peer_->is_open) return problem(fmt::format("this peer has {} already", how));
        peer_->is_open = true;
    }

    bool can_talk() const {
        // One that is dialled may find out by what it is to get.
        if (is_udp() || is_peer() || peer_->is_open) return true;
        problem(calls_program() ? "this peer has no connection yet: it has to connect first"
                                : "this peer has no connection yet: it has to accept first");
        return false;
    }

    // The program was given one address: a second peer would have nobody coming to it.
    void check_only_one_udp_peer(const std::string& name) {
        if (!is_udp() || only_listens(program_.role)) return;
        const auto other =
            std::find_if(peers_.begin(), peers_.end(), [&](const auto& one) { return one.first != name; });
        if (other != peers_.end() && !said_one_peer_) {
            said_one_peer_ = true;
            problem(fmt::format("a {} program sends to one address only, and '{}' is there already",
                                to_string(program_.role), other->first));
        }
    }

    const model::ProgramSpec& program_;
    const model::CaseSpec& one_;
    bool has_message_ = false;
    const Section* section_ = nullptr;
    std::map<std::string, Peer> peers_;
    Peer nobody_;
    Peer* peer_ = &nobody_;   // whose step this is
    bool is_called_ = false;  // by the program
    bool was_sent_ = false;   // since the last prints
    bool was_answered_ = false;
    bool was_typed_ = false;
    bool has_ended_ = false;
    bool said_one_peer_ = false;
    std::string awaited_;        // who has said what meets the program, and has not accepted yet
    bool answers_each_ = false;  // a peer does: who knows how often
    bool expects_something_ = false;
    std::size_t to_program_ = 0;  // messages
};

}  // namespace

void check_story(const Section& section, const std::vector<ReadStep>& steps, const model::CaseSpec& one,
                 const model::ProgramSpec& program) {
    Story story(one, program);
    for (const ReadStep& step : steps) story.follow(step);
    story.check_end();
    if (!story.expects_something())
        section.find("steps")->problem(
            "nothing is expected of the program, so it cannot fail; add an expect or a prints");
    if (const auto faults = section.find("faults")) story.check_faults(*faults, one.faults);
}

}  // namespace sockgrade::spec
