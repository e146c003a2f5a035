// One TCP connection in packets. Only what was written and read is known of it, so segments, numbers and
// acknowledgements are made up around that, the way a kernel would: what one side sends, the other
// acknowledges at once.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "capture/packet.hh"

namespace sockgrade::capture {

enum class Side { peer, program };

class TcpFlow {
  public:
    using Emit = std::function<void(Side from, std::string packet)>;

    TcpFlow(const Endpoint& peer, const Endpoint& program, Emit emit);

    void open(Side by);
    // Who called was answered with a reset, or not at all.
    void refuse(Side by, bool answered);

    // False after its FIN, and after a reset by either side.
    bool can_send(Side from) const { return !over_ && !ends_.at(index(from)).finished; }
    bool is_over() const { return over_; }

    void send(Side from, std::string_view bytes);
    void finish(Side from);
    void reset(Side from);

  private:
    struct End {
        Endpoint at;
        std::uint32_t next = 0;  // its next sequence number
        bool finished = false;
    };
    static std::size_t index(Side side) { return side == Side::peer ? 0 : 1; }
    static Side other(Side side) { return side == Side::peer ? Side::program : Side::peer; }
    void emit(Side from, std::uint8_t flags, std::string_view payload = {});

    std::array<End, 2> ends_;
    Emit emit_;
    bool over_ = false;
};

}  // namespace sockgrade::capture
