// Lines that somebody reads while it happens.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "system/event_loop.hh"

namespace sockgrade::by_hand {

enum class Tone { plain, notice, harm };

// Takes finished text: one or more whole lines.
using Print = std::function<void(const std::string& text)>;

class LiveLog {
  public:
    LiveLog(Print print, bool color) : print_(std::move(print)), color_(color) {}

    // `text` behind the seconds since the log began; what comes from elsewhere must be escaped already.
    // Lines of one round of the loop go out together.
    void line(std::string_view text, Tone tone = Tone::plain);
    void untimed(std::string_view text);
    void flush();

  private:
    Print print_;
    bool color_;
    std::string lines_;
    system::Clock::time_point began_ = system::Clock::now();
};

}  // namespace sockgrade::by_hand
