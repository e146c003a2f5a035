// sockgrade peer EXERCISE
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "base/error.hh"
#include "base/text.hh"
#include "by_hand/live_log.hh"
#include "by_hand/play.hh"
#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/endpoint.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "cli/seed.hh"
#include "plan/plan.hh"
#include "system/socket_address.hh"
#include "system/stop_signals.hh"
#include "system/system_error.hh"

namespace sockgrade::cli {

namespace event = model::event;

namespace {

struct PeerOptions {
    std::string exercise;
    std::string spec;
    std::string case_id;  // empty: the first one
    std::string to;
    std::string listen;
    std::optional<std::uint64_t> seed;
    std::size_t wait_seconds = 10;
    std::string color = "auto";
};

constexpr const char* kUsualPlace = "127.0.0.1:12000";  // most first programs have it written in

bool comes_to_us(const model::Spec& spec) { return speaks_first(spec.program.role); }

std::vector<model::Plan> plans_of(const model::Spec& spec, const PeerOptions& options, std::uint64_t seed) {
    plan::PlanOptions how;
    how.seed = seed;
    const bool all = options.case_id == "all";
    if (!all) how.case_id = options.case_id.empty() ? spec.cases.front().id : options.case_id;
    how.read_file = [](const std::string& path) { return read_file(path); };
    return plan::plan_cases(spec, how);
}

model::Address place_of(const model::Spec& spec, const PeerOptions& options) {
    const bool listens = comes_to_us(spec);
    const std::string role = model::to_string(spec.program.role);
    if (listens && !options.to.empty())
        throw UsageError(fmt::format("a {} dials its peer: say where that waits with --listen", role));
    if (!listens && !options.listen.empty())
        throw UsageError(fmt::format("a {} is dialled by its peer: say where it is with --to", role));
    const std::string& said = listens ? options.listen : options.to;
    const model::Address place =
        endpoint_of(listens ? "--listen" : "--to", said.empty() ? kUsualPlace : said);
    if (place.port == 0) throw UsageError(fmt::format("{}: a port is needed", listens ? "--listen" : "--to"));
    if (listens && !system::is_loopback(place) && !system::is_wildcard(place))
        throw UsageError(
            fmt::format("--listen {}: a peer waits on this computer only (127.0.0.1)", to_string(place)));
    return place;
}

void introduce(const model::Plan& plan, const model::Spec& spec, by_hand::LiveLog& log) {
    log.untimed(fmt::format("{}: {}", model::full_id(plan), plan.title));
    if (!comes_to_us(spec)) {
        log.untimed(fmt::format("  Your {} is expected at {} ({}).", model::to_string(plan.role),
                                to_string(plan.given.address), to_string(plan.transport)));
    } else {
        std::string words;
        for (const std::string& word : plan.given.arguments) words += " " + quote(word, 200);
        log.untimed(fmt::format("  A peer waits at {} ({}). Start your {} now{}{}.",
                                to_string(plan.given.address), to_string(plan.transport),
                                model::to_string(plan.role), words.empty() ? "" : ", with", words));
        if (!plan.given.message.empty() && !plan.given.names_message)
            log.untimed("  When it asks for a message, type " + quote(plan.given.message, 200) + ".");
    }
    log.flush();
}

void require_somebody(const by_hand::Played& played) {
    const auto* failed = played.transcript.first<event::NotOpened>();
    if (failed == nullptr || played.transcript.first<event::Opened>() != nullptr) return;
    const model::Plan& plan = played.transcript.plan;
    throw UsageError(
        fmt::format("no program answers at {} ({}): start your {} first, or say where it is with --to",
                    to_string(plan.given.address), to_string(plan.transport), model::to_string(plan.role)));
}

int peer(const PeerOptions& options) {
    const model::Spec spec = load_exercise(options.exercise, options.spec);
    if (spec.is_pair())
        throw UsageError(
            fmt::format("{} is a pair, in which both ends are programs; a peer is there for {} "
                        "and {}",
                        spec.exercise, spec.halves.at(0).exercise, spec.halves.at(1).exercise));
    if (!spec.program.calls.empty())
        throw UsageError(
            fmt::format("the server of {} calls {} itself, and no single peer can be that; `sockgrade check` "
                        "plays all of them",
                        spec.exercise, list_of(spec.program.calls)));
    const model::Address place = place_of(spec, options);
    const std::uint64_t seed = options.seed.value_or(random_seed());
    by_hand::LiveLog log(print, use_color(options.color, true));
    system::EventLoop loop;
    const system::StopSignals stop(loop);
    bool all_met = true;
    for (const model::Plan& plan : plans_of(spec, options, seed)) {
        const model::Plan made = by_hand::plan_for_hand(plan, place);
        introduce(made, spec, log);
        by_hand::Played played;
        try {
            played = by_hand::play(made, loop, stop, log, std::chrono::seconds(options.wait_seconds));
        } catch (const system::SystemError& error) {
            throw UsageError(fmt::format("can't play the peer: {}", error.what()));
        }
        require_somebody(played);
        log.untimed(played.stopped ? "\nWhat came until Ctrl-C, and what was expected:"
                                   : "\nWhat came, and what was expected:");
        all_met = by_hand::tell_outcome(played, log) && all_met;
        for (const std::string& text : by_hand::to_be_looked_at(plan)) log.untimed("  look     " + text);
        log.untimed("");
        log.flush();
        if (played.stopped) break;
    }
    return all_met ? 0 : 1;
}

}  // namespace

void add_peer(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<PeerOptions>();
    CLI::App* const command =
        app.add_subcommand("peer", "an exercise's reference peer, to try a program by hand");
    command->add_option("EXERCISE", options->exercise, "an exercise (see `sockgrade list`)")->required();
    command->add_option("--case", options->case_id, "this case, or all (default: the first one)");
    command->add_option("--to", options->to,
                        fmt::format("where your server or receiver is (default: {})", kUsualPlace));
    command->add_option("--listen", options->listen,
                        fmt::format("where your client or sender dials (default: {})", kUsualPlace));
    command->add_option("--seed", options->seed, "what generated messages are drawn from");
    command
        ->add_option("--wait", options->wait_seconds, "give up after so many seconds in which nothing came")
        ->check(number_from(1, 86'400))
        ->capture_default_str();
    add_spec(*command, options->spec);
    add_color(*command, options->color);
    command->callback([options, &line] { line.action = [options] { return peer(*options); }; });
}

}  // namespace sockgrade::cli
