#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include "base/text.hh"
#include "checks/check.hh"
#include "checks/silence.hh"

namespace sockgrade::checks {

using model::Cause;
using Status = model::Finding::Status;
namespace event = model::event;

namespace {

// A program that listens and dials may have dialled first, and need no other connection.
bool is_met_otherwise(const Question& question) {
    if (question.reading.plan().role != model::Role::peer) return false;
    for (std::size_t i = 0; i < question.at.range.end; ++i)
        if (std::holds_alternative<event::Opened>(question.reading.transcript().events[i].what)) return true;
    return false;
}

}  // namespace

// The peer's attempt to connect, in this step.
model::Finding accepts(const Question& question, const model::Connect& how) {
    const model::From from = how.from;
    model::Finding finding;
    const bool from_another_host = from == model::From::another_host;
    finding.requirement =
        from_another_host ? "A client on another computer can connect." : "A client can connect.";
    for (std::size_t i = question.at.range.begin; i < question.at.range.end; ++i) {
        const model::Event& event = question.reading.transcript().events[i];
        const auto* refused = std::get_if<event::NotOpened>(&event.what);
        if (refused == nullptr || is_met_otherwise(question)) continue;
        finding.status = Status::not_met;
        finding.evidence = {event.number};
        finding.awaited = "a connection to " + model::to_string(refused->remote);
        finding.got = ::strerrordesc_np(refused->error);
        if (const auto end = question.reading.ended(question.at.range.end)) {
            finding.cause = cause_of_end(question.reading, *end);
            finding.detail = fmt::format("The {} had ended: {}.", question.program(), describe_end(*end));
        } else if (refused->error == ECONNRESET) {
            finding.cause = Cause::reset;
            finding.detail =
                fmt::format("The {} took the connection and reset it at once.", question.program());
        } else if (how.port) {
            finding.cause = Cause::wrong_address;
            const std::string port = quote(how.port->bytes, 20);
            finding.detail = refused->remote.port == 0
                                 ? fmt::format("{} is no port: ports go from 1 to 65535.", port)
                                 : fmt::format("Nobody listens at port {}, which is the one to call.",
                                               refused->remote.port);
            if (refused->remote.port == 0) {
                finding.awaited = "a connection to the port that was told";
                finding.got = port;
            }
        } else if (from_another_host) {
            finding.cause = Cause::wrong_address;
            if (const auto own = address_used(question.reading.transcript()))
                finding.detail = fmt::format("The {} listens at {} only, which other computers can't reach.",
                                             question.program(), model::to_string(*own));
        } else if (const auto own = address_used(question.reading.transcript());
                   from == model::From::this_host && own.has_value() && own->host != refused->remote.host &&
                   own->host != "0.0.0.0" && own->host != "::") {
            finding.cause = Cause::wrong_address;
            finding.detail = fmt::format(
                "The {} listens at {} only, where programs on this computer that dial {} don't find it.",
                question.program(), model::to_string(*own), refused->remote.host);
        } else {
            finding.cause = Cause::closed_early;
            finding.detail = fmt::format("The {} no longer listened.", question.program());
        }
        return finding;
    }
    return finding;
}

}  // namespace sockgrade::checks
