#include <array>

#include "faults/blackhole.hh"
#include "faults/corrupt.hh"
#include "faults/delay.hh"
#include "faults/drop.hh"
#include "faults/duplicate.hh"
#include "faults/empty.hh"
#include "faults/extend.hh"
#include "faults/fault.hh"
#include "faults/rebind.hh"
#include "faults/reorder.hh"
#include "faults/replay.hh"
#include "faults/stranger.hh"
#include "faults/truncate.hh"
#include "faults/unreachable.hh"

namespace sockgrade::faults {

std::span<const FaultKind> catalog() {
    static constexpr std::array kKinds = {kDrop,     kBlackhole, kDuplicate,  kReplay, kReorder,
                                          kDelay,    kCorrupt,   kTruncate,   kExtend, kEmpty,
                                          kStranger, kRebind,    kUnreachable};
    return kKinds;
}

const FaultKind* find(std::string_view name) {
    for (const FaultKind& kind : catalog())
        if (kind.name == name) return &kind;
    return nullptr;
}

}  // namespace sockgrade::faults
