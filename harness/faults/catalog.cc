#include <array>

#include "faults/drop.hh"
#include "faults/duplicate.hh"
#include "faults/fault.hh"
#include "faults/reorder.hh"

namespace sockgrade::faults {

std::span<const FaultKind> catalog() {
    static constexpr std::array kKinds = {kDrop, kDuplicate, kReorder};
    return kKinds;
}

const FaultKind* find(std::string_view name) {
    for (const FaultKind& kind : catalog())
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace sockgrade::faults
