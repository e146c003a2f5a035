#include <array>

#include "faults/kinds.hh"

namespace sockgrade::faults {

namespace {

template <typename Kind>
const Kind* find_in(std::span<const Kind> kinds, std::string_view name) {
    for (const Kind& kind : kinds)
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace

std::span<const FaultKind> catalog() {
#define DATAGRAM_FAULT(name) kinds::name,
#define STREAM_FAULT(name)
    static const std::array kKinds = {
#include "faults/catalog.def"
    };
#undef DATAGRAM_FAULT
#undef STREAM_FAULT
    return kKinds;
}

std::span<const StreamKind> stream_catalog() {
#define DATAGRAM_FAULT(name)
#define STREAM_FAULT(name) kinds::name,
    static const std::array kKinds = {
#include "faults/catalog.def"
    };
#undef DATAGRAM_FAULT
#undef STREAM_FAULT
    return kKinds;
}

const FaultKind* find(std::string_view name) { return find_in(catalog(), name); }
const StreamKind* find_stream(std::string_view name) { return find_in(stream_catalog(), name); }

}  // namespace sockgrade::faults
