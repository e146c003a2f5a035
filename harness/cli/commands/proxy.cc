// sockgrade proxy udp|tcp
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <optional>

#include "base/error.hh"
#include "base/random.hh"
#include "base/text.hh"
#include "by_hand/fault_words.hh"
#include "by_hand/live_log.hh"
#include "by_hand/reader_watch.hh"
#include "by_hand/tcp_log.hh"
#include "by_hand/udp_log.hh"
#include "cli/commands/commands.hh"
#include "cli/endpoint.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "cli/seed.hh"
#include "faults/fault.hh"
#include "faults/stream.hh"
#include "proxy/tcp_link.hh"
#include "proxy/udp_link.hh"
#include "system/socket_address.hh"
#include "system/stop_signals.hh"
#include "system/system_error.hh"

namespace sockgrade::cli {

using model::Address;
using model::Transport;
using system::Clock;

namespace {

struct ProxyOptions {
    Transport transport = Transport::udp;
    std::string listen;
    std::string to;
    std::map<std::string, std::vector<std::string>> faults;  // what each option of that name says
    std::vector<std::string> fields;
    std::string faults_file;
    std::string program = "server";
    std::optional<std::uint64_t> seed;
    std::size_t hold_ms = 1000;
    std::string color = "auto";
};

constexpr std::chrono::milliseconds kLook{50};  // at what is held back, and whether there is a word to print

// Another name for the same, where people look for it.
std::string option_names(const std::string& fault, Transport transport) {
    const faults::StreamKind* const kind = faults::find_stream(fault);
    const bool has_after = transport == Transport::tcp && kind != nullptr && kind->ends_stream;
    return "--" + fault + (has_after ? ",--" + fault + "-after" : "");
}

std::vector<model::FaultRule> rules_of(const ProxyOptions& options) {
    std::vector<model::Field> fields;
    for (const std::string& text : options.fields) fields.push_back(by_hand::field_of(text));
    std::vector<model::FaultRule> rules;
    for (const auto& [kind, texts] : options.faults)
        for (const std::string& text : texts)
            for (model::FaultRule& rule : by_hand::rules_of(kind, text, options.transport, fields))
                rules.push_back(std::move(rule));
    if (!options.faults_file.empty())
        for (model::FaultRule& rule : by_hand::rules_of_file(
                 read_file(options.faults_file), options.faults_file, options.program == "client"))
            rules.push_back(std::move(rule));
    return rules;
}

// What is told of a port that nobody has is sent by hand, as only root may (man 7 raw).
void require_right_to_refuse(const std::vector<model::FaultRule>& rules) {
    const bool wanted = std::any_of(rules.begin(), rules.end(), [](const model::FaultRule& rule) {
        return faults::is(rule.kind, &faults::FaultKind::refuses);
    });
    if (!wanted) return;
    const system::Fd socket(::socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP));
    if (!socket.valid())
        throw UsageError(fmt::format("--unreachable sends ICMP messages, which takes root (CAP_NET_RAW): {}",
                                     std::strerror(errno)));
}

template <typename Link, typename... More>
Address listen(Link& link, const ProxyOptions& options, const Address& server, More... more) {
    const Address front = endpoint_of("--listen", options.listen);
    try {
        return link.towards_server(front, server, std::move(more)...);
    } catch (const system::SystemError& error) {
        throw UsageError(
            fmt::format("can't listen at {}: {}", to_string(front), std::strerror(error.error_number())));
    }
}

void introduce(by_hand::LiveLog& log, const ProxyOptions& options, const Address& front,
               const Address& server, std::uint64_t seed, const std::vector<model::FaultRule>& rules) {
    log.untimed(fmt::format("{} link: clients dial {}, the server is {}", to_string(options.transport),
                            to_string(front), to_string(server)));
    if (!system::is_loopback(front)) log.untimed("  Whoever reaches this computer can use the link.");
    for (const model::FaultRule& rule : rules)
        log.untimed("  The link will " + by_hand::in_words(rule, options.transport) + ".");
    if (rules.empty()) log.untimed("  Nothing goes wrong on it: no fault was asked for.");
    const bool draws = std::any_of(rules.begin(), rules.end(), [](const model::FaultRule& rule) {
        const faults::FaultKind* const kind = faults::find(rule.kind);
        const bool kind_draws = kind != nullptr && kind->draws != nullptr && kind->draws(rule);
        return rule.percent < 100 || kind_draws;
    });
    if (draws) log.untimed(fmt::format("  --seed {} does the same again.", seed));
    log.untimed("  Ctrl-C ends it and says what happened.");
    log.flush();
}

int run_udp(const ProxyOptions& options, by_hand::LiveLog& log, const Address& server,
            const std::vector<model::FaultRule>& rules) {
    require_right_to_refuse(rules);
    const std::uint64_t seed = options.seed.value_or(random_seed());
    system::EventLoop loop;
    const system::StopSignals stop(loop);
    by_hand::UdpLog words(log);
    proxy::UdpLink link(loop, faults::FaultPlan({}, seed), words.callbacks());
    // Another client meets another fate, each time the same.
    const auto plan_for = [&](std::size_t client) { return faults::FaultPlan(rules, mix({seed, client})); };
    introduce(log, options, listen(link, options, server, plan_for), server, seed, rules);
    while (!stop.came()) {
        loop.run_once(Clock::now() + kLook);
        link.release_held_of_silent(Clock::now() - std::chrono::milliseconds(options.hold_ms));
        log.flush();
    }
    log.untimed("\n" + words.summary(link.lost_by_the_system()));
    log.flush();
    return 0;
}

int run_tcp(const ProxyOptions& options, by_hand::LiveLog& log, const Address& server,
            const std::vector<model::FaultRule>& rules) {
    system::EventLoop loop;
    const system::StopSignals stop(loop);
    by_hand::TcpLog words(log, rules);
    proxy::TcpLink link(loop, rules, words.callbacks(), by_hand::ReaderWatch());
    introduce(log, options, listen(link, options, server), server, 0, rules);
    while (!stop.came()) {
        loop.run_once(Clock::now() + kLook);
        log.flush();
    }
    log.untimed("\n" + words.summary(link.open_connections()));
    log.flush();
    return 0;
}

int proxy(const ProxyOptions& options) {
    const Address server = endpoint_of("--to", options.to);
    if (server.port == 0 || system::is_wildcard(server))
        throw UsageError(fmt::format("--to {}: a server has an address and a port", quote(options.to, 100)));
    const std::vector<model::FaultRule> rules = rules_of(options);
    by_hand::LiveLog log(print, use_color(options.color, true));
    return options.transport == Transport::udp ? run_udp(options, log, server, rules)
                                               : run_tcp(options, log, server, rules);
}

void add_options(CLI::App& command, ProxyOptions& options, Transport transport) {
    command.add_option("--listen", options.listen, "where clients dial: HOST:PORT, or PORT on this computer")
        ->required();
    command.add_option("--to", options.to, "where the server is: HOST:PORT, or PORT on this computer")
        ->required();
    const std::string group =
        transport == Transport::udp ? "What goes wrong" : "What goes wrong with streams";
    for (const by_hand::FaultOption& fault : by_hand::fault_options(transport)) {
        command
            .add_option_function<std::vector<std::string>>(
                option_names(fault.name, transport),
                [&options, name = fault.name](const std::vector<std::string>& texts) {
                    options.faults[name] = texts;
                },
                fault.help)
            ->type_name("WORDS")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->group(group);
    }
    if (transport == Transport::udp) {
        command.add_option("--field", options.fields,
                           "where a datagram says its number: 'seq={seq} '; then --drop seq=3");
        command.add_option("--faults", options.faults_file, "a YAML file with faults: as in a spec");
        command.add_option("--program", options.program, "who 'program' is in that file: server or client")
            ->check(one_of({"server", "client"}))
            ->capture_default_str();
        command.add_option("--seed", options.seed, "what chances are drawn from");
        command
            .add_option("--hold", options.hold_ms,
                        "what is held back goes on after so many ms in which nothing came")
            ->check(number_from(1, 3'600'000))
            ->capture_default_str();
    }
    add_color(command, options.color);
    command.footer(transport == Transport::udp
                       ? "WORDS, between commas: 30% (a chance), n=2,3 (which datagrams, by their number), "
                         "copy=2,\nto=server or to=client, 200ms, until.n=5, or all. Example: --drop "
                         "n=3,copy=1,to=server"
                       : "WORDS, between commas: a number of bytes (or of connections, for --refuse), "
                         "to=server or to=client,\nn=2 (which connections). Example: --pieces 1,to=client "
                         "--reset-after 20");
}

}  // namespace

void add_proxy(CLI::App& app, CommandLine& line) {
    CLI::App* const command = app.add_subcommand("proxy", "a faulty link to try two programs on by hand");
    command->require_subcommand(1);
    for (const Transport transport : {Transport::udp, Transport::tcp}) {
        const auto options = std::make_shared<ProxyOptions>();
        options->transport = transport;
        CLI::App* const one =
            command->add_subcommand(model::to_string(transport),
                                    transport == Transport::udp ? "datagrams between clients and a server"
                                                                : "connections between clients and a server");
        add_options(*one, *options, transport);
        one->callback([options, &line] { line.action = [options] { return proxy(*options); }; });
    }
}

}  // namespace sockgrade::cli
