// Plays a plan's steps, in their order, and waits where a step expects something. It never judges: a wait
// ends when enough has come to be judged, or when nothing more will come.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/random.hh"
#include "faults/stream.hh"
#include "model/plan.hh"
#include "run/peers.hh"
#include "run/recorder.hh"
#include "run/subject.hh"
#include "run/typist.hh"
#include "run/waiting.hh"

namespace sockgrade::run {

class Story {
  public:
    Story(const model::Plan& plan, Recorder& record, Subject& program, Peers& peers, Waits& waiting);

    void play();

  private:
    // What an actor has sent and got since its last expectation.
    struct Exchange {
        std::string sent;
        std::size_t messages = 0;
        std::size_t received_before =
            0;                 // bytes (TCP) or datagrams (UDP) that belong to earlier expectations
        bool coaxing = false;  // the newline, then the half-close, are still to be tried
        bool newline_sent = false;
        bool anything_sent_ever = false;
        // Which of the expected datagrams have come, and how many datagrams were looked at for that.
        std::set<std::size_t> arrived{};
        std::size_t looked_at = 0;
    };

    Waited act(const model::Step& step, const model::Connect& action);
    Waited act(const model::Step& step, const model::Accept& action);
    Waited act(const model::Step& step, const model::Send& action);
    Waited act(const model::Step& step, const model::AnswerEach& action);
    Waited act(const model::Step& step, const model::Reply& action);
    Waited act(const model::Step& step, const model::FinishSending& action);
    Waited act(const model::Step& step, const model::Close& action);
    Waited act(const model::Step& step, const model::Reset& action);
    Waited act(const model::Step& step, const model::FillBacklog& action);
    Waited act(const model::Step& step, const model::Refuse& action);
    Waited act(const model::Step& step, const model::StopReading& action);
    Waited act(const model::Step& step, const model::GoOnReading& action);
    Waited act(const model::Step& step, const model::GoAway& action);
    Waited act(const model::Step& step, const model::ComeBack& action);
    Waited act(const model::Step& step, const model::Expect& action);
    Waited act(const model::Step& step, const model::Prints& action);
    Waited act(const model::Step& step, const model::Exits& action);
    Waited act(const model::Step& step, const model::IsRunning& action);
    void let_pour_out();
    Waited let_ask(const std::string& actor, Waited waited);
    Waited hear_other_connections(const std::string& actor, Waited waited);
    Waited let_go_on();
    Waited act(const model::Step& step, const model::KeepsPrinting& action);
    Waited act(const model::Step& step, const model::Typed& action);

    struct Unprinted {
        std::string text;
        std::string datagram = {};  // that brings it, and may be lost; empty: something else does
    };

    void let_print_the_rest(const std::vector<Unprinted>& texts);

    // A program that listens and dials.
    Waited come(const model::Step& step, const model::Connect& action);
    Waited say(const model::Step& step, const model::Send& action);
    bool program_keeps_its_connection() const;
    void say(const std::string& actor, const std::vector<std::string>& texts);
    bool say_on(reference::TcpConnection& connection, const std::vector<std::string>& texts);
    reference::TcpConnection* dial(const std::string& actor, model::From from);
    Waited hear(const model::Expect& action);
    Waited leave(const std::string& actor);
    void wait_to_be_dialled();
    bool finish_a_connection();
    void take_what_came();
    Waited until_or_patience(const std::function<bool()>& satisfied, Due due = Due::something);
    bool listens_and_dials() const { return plan_.role == model::Role::peer; }

    void let_arrive();
    bool has_more_to_do(const std::string& actor) const;
    void close_behind_the_program();
    void wait_for_the_late();
    bool is_printed(const std::vector<Unprinted>& texts) const;
    Waited until(const Awaited& awaited);
    Waited until_listening();
    Waited until_it_beats(const std::function<bool()>& beats);
    void let_listen_everywhere(model::From from);
    Waited until_read();
    // How many of the bytes have been sent.
    std::size_t send_in_pieces(reference::TcpConnection& connection, const std::string& bytes,
                               const model::Pieces& pieces, const model::BreakOff& break_off);
    void break_off(reference::TcpConnection& connection, faults::Ending ending, std::size_t sent);
    void reset(reference::TcpConnection& connection, std::size_t sent);
    Waited hidden_connection(const std::string& actor);
    Waited connected(const std::string& actor);
    void play_fault(const std::string& actor, model::event::FaultPlayed::What what, std::size_t count = 0);
    static void send_together(reference::TcpConnection& connection,
                              const std::vector<model::Message>& messages);
    Waited send_until_answered(const model::Step& step, const model::Send& action);
    bool coax(const std::string& actor);
    bool end_input();
    bool close_everything_step_by_step();
    std::string request_of(const std::string& actor);
    std::size_t received_by(const std::string& actor);
    std::size_t arrived_of(const std::string& actor, const model::Expect& expect);
    bool has_enough(const std::string& actor, const model::Expect& expect);
    bool is_tcp() const { return plan_.transport == model::Transport::tcp; }
    bool is_passive_program() const {
        return plan_.role == model::Role::server || plan_.role == model::Role::receiver;
    }

    const model::Plan& plan_;
    Recorder& record_;
    Subject& program_;
    Peers& peers_;
    Waits& waiting_;
    Typist typist_;
    std::size_t step_ = 0;  // the one that is played
    RandomStream reply_stream_;
    std::map<std::string, Exchange> exchanges_;
    std::vector<Unprinted> sent_unprinted_;  // since the last `prints`
    std::vector<std::string> replies_;
    std::set<std::string> unread_;  // connections on which the program does not read
    std::string read_on_;           // the connection on which the program has last read what our peer said
    bool is_dialled_ = false;
};

}  // namespace sockgrade::run
