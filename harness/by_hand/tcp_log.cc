#include "by_hand/tcp_log.hh"

#include <fmt/format.h>

#include <cstring>
#include <set>

#include "base/text.hh"
#include "by_hand/fault_words.hh"
#include "faults/stream.hh"

namespace sockgrade::by_hand {

using faults::Ending;
using model::Direction;

namespace {

std::string way_of(Direction direction, std::size_t connection) {
    return fmt::format("connection {}: client {} server", connection, direction == kToServer ? "->" : "<-");
}

}  // namespace

proxy::TcpLink::Log TcpLog::callbacks() {
    proxy::TcpLink::Log log;
    log.opened = [this](std::size_t connection, const model::Address& client, const model::Address& from) {
        ++connections_;
        lines_.line(fmt::format("connection {}: opened by {}; the server sees port {}", connection,
                                to_string(client), from.port));
    };
    log.not_opened = [this](std::size_t connection, const model::Address& client, int error) {
        ++unreached_;
        lines_.line(fmt::format("connection {}: {} is reset, since the server can't be reached: {}",
                                connection, to_string(client), std::strerror(error)),
                    Tone::harm);
    };
    log.refused = [this](std::size_t connection, const model::Address& client, std::size_t rule) {
        ++refused_;
        lines_.line(fmt::format("connection {}: {} is turned away ({})", connection, to_string(client),
                                rules_.at(rule).kind),
                    Tone::harm);
    };
    log.came = [this](std::size_t connection, Direction direction, std::string_view bytes) {
        counts_[direction].bytes += bytes.size();
        lines_.line(fmt::format("{}  {} ({})", way_of(direction, connection), quote(bytes, 80),
                                count_of(bytes.size(), "byte")));
    };
    log.applied = [this](std::size_t connection, Direction direction, std::size_t rule,
                         const faults::Passage& left) { applied(connection, direction, rule, left); };
    log.ended = [this](std::size_t connection, Direction direction, Ending ending, bool by_fault) {
        ended(connection, direction, ending, by_fault);
    };
    log.over = [this](std::size_t connection) {
        lines_.line(fmt::format("connection {}: over", connection));
    };
    return log;
}

void TcpLog::applied(std::size_t connection, Direction direction, std::size_t rule,
                     const faults::Passage& left) {
    const std::string& kind = rules_.at(rule).kind;
    ++counts_[direction].faults[kind];
    std::size_t bytes = 0;
    for (const faults::Portion& portion : left.portions) bytes += portion.bytes.size();
    const faults::StreamKind* const known = faults::find_stream(kind);
    std::string what;
    if (known != nullptr && known->became != nullptr)
        what = known->became(left);
    else if (left.ending != Ending::none)
        what = fmt::format("{} of it still go on, then the {}", count_of(bytes, "byte"),
                           left.ending == Ending::reset ? "connection is reset" : "stream ends");
    else
        what = "is changed on the way";
    lines_.line(fmt::format("{}  {} ({})", way_of(direction, connection), what, kind),
                left.ending == Ending::none ? Tone::notice : Tone::harm);
}

void TcpLog::ended(std::size_t connection, Direction direction, Ending ending, bool by_fault) {
    const bool is_reset = ending == Ending::reset;
    ++(is_reset ? counts_[direction].reset : counts_[direction].finished);
    const std::string what =
        is_reset ? (by_fault ? "reset (RST), both sides" : "reset (RST)")
                 : (by_fault ? "end of the stream (FIN), by the link" : "end of the stream (FIN)");
    lines_.line(fmt::format("{}  {}", way_of(direction, connection), what),
                is_reset || by_fault ? Tone::harm : Tone::plain);
}

std::string TcpLog::summary(std::size_t still_open) const {
    const auto counts = [&](Direction direction) {
        const auto found = counts_.find(direction);
        return found == counts_.end() ? Counts{} : found->second;
    };
    const Counts there = counts(kToServer);
    const Counts back = counts(kToClient);
    const auto row = [](std::string_view name, std::uint64_t to_server, std::uint64_t to_client) {
        return fmt::format("{:<24}{:>14}{:>16}\n", name, to_server, to_client);
    };
    std::string text = fmt::format("{:<24}{:>14}{:>16}\n", count_of(connections_, "connection"),
                                   "to the server", "to the clients");
    text += row("bytes", there.bytes, back.bytes);
    std::set<std::string> kinds;
    for (const Counts* one : {&there, &back})
        for (const auto& [kind, count] : one->faults) kinds.insert(kind);
    for (const std::string& kind : kinds) {
        const auto of = [&](const Counts& one) {
            const auto found = one.faults.find(kind);
            return found == one.faults.end() ? std::size_t{0} : found->second;
        };
        text += row("  " + kind, of(there), of(back));
    }
    text += row("ended (FIN)", there.finished, back.finished);
    text += row("reset (RST)", there.reset, back.reset);
    if (refused_ > 0) text += fmt::format("{} turned away (refuse).\n", count_of(refused_, "connection"));
    if (unreached_ > 0) text += fmt::format("{} found no server.\n", count_of(unreached_, "connection"));
    if (still_open > 0) text += fmt::format("{} still open.\n", count_of(still_open, "connection"));
    return text;
}

}  // namespace sockgrade::by_hand
