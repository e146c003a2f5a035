#include <fmt/format.h>
#include <sys/prctl.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "base/error.hh"
#include "cli/commands/commands.hh"
#include "cli/mistyped.hh"
#include "sandbox/limits.hh"
#include "system/interruption.hh"
#include "system/name_service.hh"

namespace sockgrade::cli {

namespace {

void add_commands(CLI::App& app, CommandLine& line) {
    for (const auto add :
         {add_start,          add_check,   add_list,  add_show,   add_new,    add_lint,      add_verify,
          add_rejudge,        add_doctor,  add_batch, add_report, add_merge,  add_collect,   add_cluster,
          add_course_systems, add_compare, add_peer,  add_proxy,  add_manual, add_completion})
        add(app, line);
    app.add_subcommand("help", "what a command takes: sockgrade help COMMAND");
}

// Everybody on this machine can read the words of a command line, also a program that is graded: which
// exercise it is for, whose it is, and the seed.
void hide_words(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) std::fill_n(argv[i], std::strlen(argv[i]), '\0');
}

int run(int argc, char** argv) {
    CommandLine line;
    line.words.assign(argv, argv + argc);
    CLI::App app("Grades TCP and UDP socket exercises.", "sockgrade");
    app.set_version_flag("--version", SOCKGRADE_VERSION);
    app.require_subcommand(1);
    add_commands(app, line);

    std::vector<std::string> words(argv + 1, argv + argc);
    hide_words(argc, argv);
    // What stands behind `--` is the program's, whatever it looks like.
    const auto separator = std::find(words.begin(), words.end(), "--");
    if (separator != words.end()) line.arguments.emplace(separator + 1, words.end());
    words.erase(separator, words.end());
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    refuse_unknown_command(app, words);
    try {
        std::reverse(words.begin(), words.end());  // as CLI11 wants them
        app.parse(words);
    } catch (const CLI::Success& done) {
        return app.exit(done);  // --help, --version
    } catch (const CLI::ParseError& error) {
        throw UsageError(complaint(app, error));
    }
    return line.action();
}

}  // namespace

}  // namespace sockgrade::cli

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    // What is in our memory, such as the seed and what is awaited, is not for the programs that we start.
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    // A program with thousands of connections is met with as many.
    sockgrade::sandbox::raise_descriptor_limit();
    sockgrade::system::defer_interruption();
    sockgrade::system::use_own_name_services();
    try {
        return sockgrade::cli::run(argc, argv);
    } catch (const sockgrade::SpecError& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    } catch (const sockgrade::UsageError& error) {
        fmt::print(stderr, "sockgrade: {}\n", error.what());
        return 2;
    } catch (const sockgrade::system::Interrupted&) {
        constexpr int kInterrupted = 130;  // as a shell says it
        fmt::print(stderr, "\nsockgrade: interrupted; nothing was left running\n");
        return kInterrupted;
    } catch (const std::exception& error) {
        fmt::print(stderr, "sockgrade: the grader or this machine failed: {}\n", error.what());
        return 3;
    }
}
