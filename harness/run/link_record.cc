#include "run/link_record.hh"

#include "base/random.hh"

namespace sockgrade::run {

namespace event = model::event;

namespace {

constexpr std::uint64_t kFaultStream = 0x6661756c74;  // its draws have nothing to do with the messages'

event::Delivered::Way way_of(const faults::Passing& datagram) {
    switch (datagram.way) {
        case faults::Way::from_stranger:
            return event::Delivered::Way::from_stranger;
        case faults::Way::from_new_port:
            return event::Delivered::Way::from_new_port;
        case faults::Way::refused:
            return event::Delivered::Way::refused;
        default:
            return event::Delivered::Way::usual;
    }
}

}  // namespace

faults::FaultPlan faults_of(const model::Plan& plan) {
    return {plan.faults, mix({plan.stream_seed, kFaultStream})};
}

event::FaultApplied applied_event(const faults::Applied& applied, const std::string& peer) {
    return {applied.kind,
            applied.direction,
            applied.datagram.number,
            applied.datagram.occurrence,
            applied.datagram.bytes,
            applied.lost,
            applied.instead,
            applied.rule,
            peer};
}

event::Delivered delivered_event(model::Direction direction, const faults::Passing& datagram,
                                 const std::string& peer, const model::Address& from) {
    return {peer, direction, datagram.number, datagram.occurrence, datagram.bytes, way_of(datagram), from};
}

}  // namespace sockgrade::run
