#include "grading/typed_order.hh"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"

namespace sockgrade::grading {

namespace event = model::event;

namespace {

constexpr std::size_t kMet = 1;
constexpr std::size_t kAtTheRightPort = 2;
constexpr std::size_t kMessage = 4;

bool listens(const model::Plan& plan) { return only_listens(plan.role); }

bool is_port_used(const model::Transcript& transcript) {
    const model::Plan& plan = transcript.plan;
    const auto calls = transcript.all<event::SocketCall>();
    return std::any_of(calls.begin(), calls.end(), [&](const event::SocketCall* call) {
        return call->transport == plan.transport && call->dials() != listens(plan) &&
               call->address.port == plan.given.address.port;
    });
}

bool has_message(const model::Plan& plan) {
    return !listens(plan) && !trim_line_end(plan.given.message).empty();
}

bool has_message_arrived(const model::Transcript& transcript) {
    const std::string_view message = trim_line_end(transcript.plan.given.message);
    const auto received = transcript.all<event::Received>();
    return std::any_of(received.begin(), received.end(), [&](const event::Received* one) {
        return one->bytes.find(message) != std::string::npos;
    });
}

}  // namespace

std::size_t use_of_what_was_given(const model::Transcript& transcript) {
    std::size_t use = transcript.first<event::SocketCall>() != nullptr ? kMet : 0;
    if (is_port_used(transcript)) use += kAtTheRightPort;
    if (has_message(transcript.plan) && has_message_arrived(transcript)) use += kMessage;
    return use;
}

bool may_have_been_told_wrongly(const model::Transcript& transcript) {
    const auto typed = transcript.all<event::Typed>();
    const bool guessed =
        std::any_of(typed.begin(), typed.end(), [](const event::Typed* one) { return one->guessed; });
    // A prompt for two things, which may want them on a line each.
    const bool several = std::any_of(typed.begin(), typed.end(), [](const event::Typed* one) {
        return one->as.find(" and ") != std::string::npos;
    });
    const bool used =
        has_message(transcript.plan) ? has_message_arrived(transcript) : is_port_used(transcript);
    return (guessed || several) && !used;
}

const std::vector<std::vector<std::string>>& typed_orders(const model::Plan& plan) {
    static const std::vector<std::vector<std::string>> to_listen = {{"host", "port"}, {"host port"}};
    static const std::vector<std::vector<std::string>> to_dial = {
        {"host", "port", "message"}, {"host port", "message"},    {"port", "message"},
        {"host", "message"},         {"port", "host", "message"}, {"message", "host", "port"}};
    return listens(plan) ? to_listen : to_dial;
}

std::vector<std::string> find_typed_order(
    const model::Transcript& so_far,
    const std::function<std::optional<model::Transcript>(const std::vector<std::string>& order)>& run) {
    if (!may_have_been_told_wrongly(so_far)) return {};
    std::size_t most = use_of_what_was_given(so_far);
    std::vector<std::string> best;
    for (const std::vector<std::string>& order : typed_orders(so_far.plan)) {
        const std::optional<model::Transcript> told = run(order);
        if (!told.has_value()) break;
        const std::size_t use = use_of_what_was_given(*told);
        if (use > most) best = order;
        most = std::max(most, use);
        if (!may_have_been_told_wrongly(*told)) break;
    }
    return best;
}

std::string note_of_typed_order(const std::vector<std::string>& order) {
    std::vector<std::string> lines;
    for (const std::string& line : order)
        lines.push_back(line == "host port" ? "the host and the port in one line" : "the " + line);
    return fmt::format("it asks without saying for what, so it was told, line by line, {}", list_of(lines));
}

}  // namespace sockgrade::grading
