#include <array>

#include "faults/cut.hh"
#include "faults/pieces.hh"
#include "faults/refuse.hh"
#include "faults/reset.hh"
#include "faults/stream.hh"

namespace sockgrade::faults {

std::span<const StreamKind> stream_catalog() {
    static constexpr std::array kKinds = {kPieces, kCut, kReset, kRefuse};
    return kKinds;
}

const StreamKind* find_stream(std::string_view name) {
    for (const StreamKind& kind : stream_catalog())
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace sockgrade::faults
