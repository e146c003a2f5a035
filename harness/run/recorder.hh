#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "model/transcript.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

// Puts events into the transcript in the order in which they are noticed: the one place that orders them.
// Output that comes in bits is one event for as long as nothing else happens.
class Recorder {
  public:
    // `notice`: told of each event when it begins, for somebody who watches.
    using Notice = std::function<void(const model::Event&)>;

    explicit Recorder(model::Transcript& transcript, Notice notice = {})
        : transcript_(transcript), notice_(std::move(notice)), began_(system::Clock::now()) {}

    // For another who writes into the same transcript, in one order with this one.
    Recorder beside(Notice notice) const {
        Recorder other = *this;
        other.notice_ = std::move(notice);
        other.last_own_ = 0;
        return other;
    }

    void operator()(model::event::What what);
    // Everybody's clock has gone on by so much at once.
    void pass_time(system::Clock::duration time);
    // The same, where another recorder of the transcript tells it.
    void skip(system::Clock::duration time) { began_ -= time; }
    std::size_t last_number() const { return transcript_.events.size(); }
    // Where the last socket of this peer is; nothing as long as it had none.
    std::optional<model::Address> place_of(const std::string& actor) const;
    // Since that event a peer has come, or has got another address.
    bool has_somebody_new_since(std::size_t number) const;

  private:
    model::Transcript& transcript_;
    Notice notice_;
    system::Clock::time_point began_;
    std::size_t last_own_ = 0;  // the number of the last event that was put in here
};

}  // namespace sockgrade::run
