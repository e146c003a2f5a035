#include <fmt/format.h>

#include "base/text.hh"
#include "plan/print.hh"
#include "telling/fault.hh"
#include "telling/step.hh"

namespace sockgrade::plan {

namespace {

std::string bytes(const std::string& message) {
    return fmt::format("{} ({})", quote(message), count_of(message.size(), "byte"));
}

// What is known only when it runs is shown as its template.
std::string bytes(const model::Message& message) {
    if (message.formatted && !message.late.empty()) return "filled in as it runs";
    if (message.formatted && message.bytes.empty()) return "field by field";
    if (message.late.empty()) return bytes(message.bytes);
    return fmt::format("{}, filled in as it runs", quote(message.late));
}

// The messages of a step, since its description may leave out some of their bytes.
std::vector<std::string> messages_of(const model::Step& step) {
    std::vector<std::string> all;
    if (const auto* send = std::get_if<model::Send>(&step.action))
        for (std::size_t i = 0; i < send->messages.size(); ++i)
            all.push_back(bytes(send->messages[i]) +
                          (i < send->answers.size() ? ", until " + quote(send->answers[i]) : ""));
    if (const auto* reply = std::get_if<model::Reply>(&step.action))
        if (reply->with == model::Reply::With::message) all.push_back(bytes(reply->message));
    if (const auto* expect = std::get_if<model::Expect>(&step.action))
        if (expect->what == model::Expect::What::bytes) all.push_back(bytes(expect->message));
    if (const auto* expect = std::get_if<model::Expect>(&step.action))
        for (const model::Message& message : expect->messages) all.push_back(bytes(message));
    if (const auto* expect = std::get_if<model::Expect>(&step.action))
        for (const model::Wanted& wanted : expect->wanted)
            if (!wanted.is_pattern || !wanted.called.empty())
                all.push_back(wanted.is_pattern ? telling::describe(model::Wanted{wanted.message, true, {}})
                                                : bytes(wanted.message));
    if (const auto* expect = std::get_if<model::Expect>(&step.action))
        if (expect->response && expect->response->body && !expect->response->body->is_pattern)
            all.push_back(bytes(expect->response->body->message));
    if (const auto* wrote = std::get_if<model::Wrote>(&step.action))
        for (const model::FileWanted& file : wrote->files)
            if (!file.content.is_pattern)
                all.push_back(fmt::format("{}: {}", quote(file.path), bytes(file.content.message)));
    if (const auto* prints = std::get_if<model::Prints>(&step.action))
        if (prints->what == model::Prints::What::message) all.push_back(bytes(prints->message));
    if (const auto* typed = std::get_if<model::Typed>(&step.action)) all.push_back(bytes(typed->message));
    return all;
}

std::string_view where_else(model::AddressRule rule) {
    switch (rule) {
        case model::AddressRule::any:
            return "or wherever the program is";
        case model::AddressRule::given:
            return "and nowhere else";
        case model::AddressRule::given_host:
            return "or at a port of the program's own";
    }
    return {};
}

std::string quoted(const std::vector<std::string>& arguments) {
    std::string text;
    for (const std::string& argument : arguments) {
        if (!text.empty()) text += ' ';
        text += quote(argument);
    }
    return text.empty() ? "none" : text;
}

}  // namespace

std::string to_text(const model::Plan& plan) {
    std::string text;
    const auto line = [&](std::string_view name, const std::string& value) {
        text += fmt::format("  {:<10} {}\n", name, value);
    };
    text += fmt::format("{}: {}\n", full_id(plan), plan.title);
    line("exercise",
         fmt::format("{} ({} {})", plan.exercise, to_string(plan.transport), to_string(plan.role)));
    line("seed", fmt::format("{} (of this case: {:016x})", plan.seed, plan.stream_seed));
    line("address", fmt::format("{}, {}", to_string(plan.given.address), where_else(plan.address_rule)));
    line("arguments", quoted(plan.given.arguments));
    if (plan.given.own_port != 0) line("own port", std::to_string(plan.given.own_port));
    if (const model::PortRange& ports = plan.given.ports; ports.first != 0)
        line("ports", fmt::format("{} to {}; {} listen, and outside {}", ports.first, ports.last,
                                  fmt::join(ports.listening, ", "), fmt::join(ports.outside, ", ")));
    for (const model::Interface& one : plan.interfaces)
        line("interface",
             fmt::format("{} with {}", one.name,
                         one.addresses.empty() ? "no IPv4 address"
                                               : fmt::format("{}", fmt::join(one.addresses, ", "))));
    for (const model::NamedValue& value : plan.values)
        if (value.name != "message")  // which follows
            line(value.name, value.is_number ? value.text : bytes(value.text));
    if (!plan.given.message.empty()) line("message", bytes(plan.given.message));
    for (const model::FileGiven& file : plan.files)
        line("file", fmt::format("{}: {}", quote(file.path), bytes(file.content)));
    for (const model::FaultRule& fault : plan.faults) line("fault", telling::in_words(fault));
    const model::Limits& limits = plan.limits;
    line("limits",
         fmt::format(
             "wait {} ms, without processor {} ms, processor {} ms, in vain {} ms, output {}, received {}, "
             "memory {} MiB",
             limits.wait.count(), limits.starved.count(), limits.cpu.count(), limits.in_vain.count(),
             count_of(limits.output, "byte"), count_of(limits.received, "byte"), limits.memory >> 20));
    line("quiescence", plan.quiescence ? "on" : "off");
    line("clock", plan.real_time ? "real" : "jumps when everybody waits");
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        text += fmt::format("  {:>3}. {}\n", i + 1, telling::describe(plan.steps[i]));
        for (const std::string& message : messages_of(plan.steps[i]))
            text += fmt::format("         {}\n", message);
    }
    return text;
}

}  // namespace sockgrade::plan
