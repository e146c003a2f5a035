// A transcript, read step by step: what each check needs of it. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/result.hh"
#include "model/transcript.hh"

namespace sockgrade::checks {

// Positions in Transcript::events; `end` is one past.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct StepReading {
    std::size_t index = 0;
    Range range;  // from the step's beginning to its end
    model::WaitEnd how = model::WaitEnd::satisfied;
    model::Waits waits{};
};

// What one actor and the program told each other for one expectation: since the actor's expectation before
// it.
struct Exchange {
    struct Piece {
        std::string bytes;
        std::size_t event = 0;  // its number
    };
    std::vector<Piece> sent;      // by the actor
    std::vector<Piece> banner;    // by the program, before the actor had sent anything
    std::vector<Piece> received;  // by the program, after
    // An expectation that cuts what comes: what is behind its frames, which are all that stands above.
    std::vector<Piece> left{};
    bool is_whole = true;            // its frames have come whole
    bool newline_coaxed = false;     // and nothing had come before that
    bool half_close_coaxed = false;  // the same
    bool was_busy = false;           // before it was coaxed
    bool program_finished = false;   // its FIN
    bool program_reset = false;
    std::vector<std::size_t> evidence() const;  // event numbers of what was sent and received
};

std::string joined(const std::vector<Exchange::Piece>& pieces);

class Reading {
  public:
    // `program`: what findings call the program.
    Reading(const model::Plan& plan, const model::Transcript& transcript, std::string program = "program");

    const std::string& program() const { return program_; }
    const model::Plan& plan() const { return plan_; }
    const model::Transcript& transcript() const { return transcript_; }
    // Nothing when the case ended before it.
    const std::optional<StepReading>& step(std::size_t index) const;
    Exchange exchange(std::size_t step) const;
    // Of an expectation: what came for it, frame by frame, or datagram by datagram.
    std::vector<std::string> frames(std::size_t step) const;

    // How the program ended by itself before position `before`; nothing when it was still running.
    std::optional<model::Termination> ended(std::size_t before) const;
    std::string output(Range range) const;           // standard output and error
    std::string standard_output(Range range) const;  // without standard error
    std::string errors() const;                      // standard error
    // Sent by any peer in the range, and not lost on the way by a fault.
    std::vector<Exchange::Piece> arrived(Range range) const;
    // Did the link give the program datagrams of no bytes? It may answer them with as much.
    bool sees_empty_datagrams() const;

    std::size_t size() const { return transcript_.events.size(); }

  private:
    // The expectation of the same actor before that, on the same connection.
    std::optional<std::size_t> expectation_before(std::size_t step) const;
    void cut(Exchange& exchange, std::size_t step, std::size_t end) const;
    // UDP: leaves out those at the beginning that `actor` had got before the event at `begin`, too.
    void forget_copies(std::vector<Exchange::Piece>& pieces, const std::string& actor,
                       std::size_t begin) const;

    const model::Plan& plan_;
    const model::Transcript& transcript_;
    std::string program_;
    std::vector<std::optional<StepReading>> steps_;
};

}  // namespace sockgrade::checks
