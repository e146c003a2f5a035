// How a peer cuts a stream: where what it waits for ends. What has come behind that belongs to what it waits
// for next. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sockgrade::model {

struct Frame {
    enum class Until {
        rest,       // no frame: everything that comes until the program rests
        line,       // a line end
        delimiter,  // `delimiter`, which belongs to it
        bytes,      // so many
        end,        // the program closes the connection
        format      // where the format that is awaited ends (harness/formats)
    };
    Until until = Until::rest;
    std::string delimiter{};
    std::size_t bytes = 0;

    friend bool operator==(const Frame&, const Frame&) = default;
};

// How many of the bytes are the first frame; nothing when it has not come whole. `has_ended`: no more can
// come.
std::optional<std::size_t> frame_size(const Frame& frame, std::string_view bytes, bool has_ended);

}  // namespace sockgrade::model
