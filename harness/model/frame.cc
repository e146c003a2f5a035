#include "model/frame.hh"

namespace sockgrade::model {

namespace {

std::optional<std::size_t> behind(std::string_view bytes, std::string_view delimiter) {
    const std::size_t at = bytes.find(delimiter);
    return at == std::string_view::npos ? std::nullopt : std::optional(at + delimiter.size());
}

}  // namespace

std::optional<std::size_t> frame_size(const Frame& frame, std::string_view bytes, bool has_ended) {
    switch (frame.until) {
        case Frame::Until::line:
            return behind(bytes, "\n");
        case Frame::Until::delimiter:
            return behind(bytes, frame.delimiter);
        case Frame::Until::bytes:
            return bytes.size() >= frame.bytes ? std::optional(frame.bytes) : std::nullopt;
        case Frame::Until::end:
            return has_ended ? std::optional(bytes.size()) : std::nullopt;
        case Frame::Until::rest:
        case Frame::Until::format:
            return bytes.size();
    }
    return std::nullopt;
}

}  // namespace sockgrade::model
