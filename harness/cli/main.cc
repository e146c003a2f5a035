#include <fmt/format.h>
#include <sys/prctl.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/check_assignment.hh"
#include "cli/commands.hh"
#include "cli/manual.hh"
#include "cli/options.hh"
#include "cli/peer.hh"
#include "cli/proxy.hh"
#include "cli/shard.hh"
#include "cluster/plan.hh"
#include "platforms/platform.hh"
#include "sandbox/limits.hh"
#include "system/interruption.hh"
#include "system/name_service.hh"

namespace sockgrade::cli {

namespace {

void add_output(CLI::App& command, Options& options, const char* formats) {
    command.add_option("--format", options.format, formats)->capture_default_str();
    command.add_option("--output", options.output, "write the report to this file");
    command.add_option("--color", options.color, "auto, always, never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
}

void add_reporting(CLI::App& command, Options& options) {
    add_output(command, options, "text, json, junit, ...; `sockgrade list formats` shows them all");
    command.add_flag("-v,--verbose", options.verbose, "every failure in full, with every finding and step");
    command.add_flag("--show-hidden", options.show_hidden, "hidden cases in full: not for students");
}

void add_spec(CLI::App& command, Options& options) {
    command.add_option("--spec", options.spec, "a spec file instead of the exercise's own");
}

void add_running(CLI::App& command, Options& options) {
    command.add_option("--seed", options.seed, "what generated messages and faults are drawn from");
    command.add_option("--jobs", options.jobs, "cases at a time (default: one a processor)")
        ->check(CLI::Range(1, 1024));
    command.add_flag("--require-isolation", options.require_isolation,
                     "fail rather than run without namespaces of our own");
    command.add_flag("--no-quiescence", options.no_quiescence, "wait by the clock; slow, for comparison");
    command.add_flag("--real-time", options.real_time,
                     "wait for time-outs, in place of moving the program's clock on; for comparison");
}

// CLI11 would only say that a command is missing.
void refuse_unknown(const std::string& word, const CLI::App& app) {
    std::vector<std::string> known;
    for (const CLI::App* command : app.get_subcommands(nullptr)) known.push_back(command->get_name());
    if (word.starts_with('-') || std::find(known.begin(), known.end(), word) != known.end()) return;
    const std::string near = nearest_name(word, known);
    throw UsageError(fmt::format("there is no command '{}'{}; `sockgrade --help` shows them all", word,
                                 near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near)));
}

using Command = std::function<int()>;

CLI::App* add_proxy_commands(CLI::App& app, ProxyOptions& options, Command& command) {
    auto* proxy_command = app.add_subcommand("proxy", "a faulty link to try two programs on by hand");
    proxy_command->require_subcommand(1);
    for (const model::Transport transport : {model::Transport::udp, model::Transport::tcp}) {
        const bool is_udp = transport == model::Transport::udp;
        auto* one = proxy_command->add_subcommand(
            model::to_string(transport),
            is_udp ? "datagrams between clients and a server" : "connections between clients and a server");
        add_proxy(*one, options, transport);
        one->callback([&options, &command, transport] {
            options.transport = transport;
            command = [&options] { return proxy(options); };
        });
    }
    return proxy_command;
}

void add_collect(CLI::App& app, Options& options, Command& command) {
    auto* collect_command = app.add_subcommand(
        "collect",
        "lay out a class's programs, and the starters apart, for a tool that looks for similar ones");
    collect_command->add_option("ASSIGNMENT", options.exercise, "an exercise, or an assignment's YAML file")
        ->required();
    collect_command->add_option("SUBMISSIONS", options.submissions, "the hand-ins, as for `sockgrade batch`")
        ->required();
    collect_command->add_option("--out", options.out, "a new folder")->required();
    collect_command->add_option("--roster", options.roster, "the class list, a CSV with id and name");
    collect_command->callback([&] { command = [&] { return collect(options); }; });
}

void add_student_commands(CLI::App& app, Options& options, Command& command) {
    auto* start_command =
        app.add_subcommand("start", "lay out an exercise: its handout, a starter and its questions");
    start_command->add_option("EXERCISE", options.exercise, "an exercise (see `sockgrade list`)")->required();
    start_command->add_option("FOLDER", options.folder, "where to (default: named after the exercise)");
    start_command->add_option("--language", options.language, "python (default), c, cpp, java")
        ->type_name("LANGUAGE");
    start_command->callback([&] { command = [&] { return start(options); }; });

    auto* check_command = app.add_subcommand("check", "grade one program");
    check_command->add_option("EXERCISE", options.exercise,
                              "an exercise (see `sockgrade list`), or an assignment's YAML file; not needed "
                              "in a folder that `sockgrade "
                              "start` made");
    check_command->add_option(
        "PROGRAM", options.program,
        "a source file, an executable or a folder, or an answers.yaml; of a pair, a folder with "
        "both; of an assignment, what was handed in");
    check_command->add_option("--exercise", options.only_exercise, "of an assignment, only this one")
        ->type_name("EXERCISE");
    for (const char* role : {"client", "server", "sender", "receiver"})
        check_command
            ->add_option_function<std::string>(
                fmt::format("--{}", role),
                [&options, role](const std::string& program) { options.by_role[role] = program; },
                "one of the programs of a pair")
            ->type_name("PROGRAM");
    auto* one_case = check_command->add_option("--case", options.case_id, "only this case");
    check_command->add_flag(
        "--shrink", options.shrink,
        "find the smallest part of each failed case that still fails: fewer faults, fewer "
        "and shorter messages");
    check_command
        ->add_option("--only", options.only,
                     "these parts of the case alone, as --shrink names them: faults=2,messages.1=4")
        ->needs(one_case);
    check_command
        ->add_option("--questions", options.questions,
                     "grade the exercise's questions beside the program: auto, where the folder has an "
                     "answers.yaml; always, as not answered where it has none; never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    auto* first = check_command->add_flag("--first", options.first,
                                          "end at the first required case that fails; the rest is not run");
    first->excludes(one_case);
    auto* watch = check_command->add_flag("--watch", options.watch, "check again whenever a file changes");
    check_command->add_flag("--dry-run", options.dry_run, "print the plan and run nothing")->excludes(watch);
    check_command->add_option("--transcripts", options.transcripts,
                              "save every case's transcript in this folder");
    check_command->add_option(
        "--capture", options.capture,
        "save every case as a capture for Wireshark in this folder; with --case, in this "
        "file");
    check_command->footer(
        "Arguments for the program may follow `--`; {host} {port} {message} {file} are filled in.");
    add_spec(*check_command, options);
    add_running(*check_command, options);
    add_reporting(*check_command, options);
    check_command->callback([&] { command = [&] { return check_any(options); }; });
}

void add_exit_code(CLI::App& command, Options& options) {
    command
        .add_option("--exit-code", options.exit_code,
                    "what 0 means: passed, by everybody; graded, everybody has a result, whatever it is")
        ->check(CLI::IsMember({"passed", "graded"}))
        ->capture_default_str();
}

void add_scratch(CLI::App& command, Options& options) {
    command
        .add_option("--scratch", options.scratch,
                    "work in this folder on a local disk, and copy the results to --out in one piece; job: "
                    "in the one "
                    "that the cluster has made for this job")
        ->type_name("FOLDER|job");
}

void add_cluster(CLI::App& app, Options& options, Command& command) {
    auto* cluster_command = app.add_subcommand(
        "cluster", "grade a class on many machines: writes the jobs, and sends what is not graded yet");
    cluster_command->add_option("SYSTEM", options.cluster, "slurm, gridengine, parallel or make")
        ->required()
        ->check(CLI::IsMember(cluster::system_names()));
    cluster_command->add_option("ASSIGNMENT", options.exercise, "an exercise, or an assignment's YAML file")
        ->required();
    cluster_command->add_option("SUBMISSIONS", options.submissions, "the hand-ins, as for `sockgrade batch`")
        ->required();
    cluster_command->add_option("--parts", options.parts, "how many parts the class is cut into")
        ->required()
        ->check(CLI::Range(std::size_t{1}, kMostShards));
    cluster_command
        ->add_option("--out", options.out,
                     "a folder that all machines have: for the jobs, the parts and the results")
        ->required();
    cluster_command->add_flag("--submit", options.submit, "send them, or start them");
    cluster_command->add_option("--seed", options.seed, "what generated messages and faults are drawn from");
    cluster_command->add_option("--roster", options.roster, "the class list, a CSV with id and name");
    cluster_command->add_option("--times", options.times,
                                "when each hand-in came: a CSV with id or name, and submitted");
    cluster_command->add_option("--overrides", options.overrides,
                                "grades corrected by hand: a CSV with student, exercise, points, reason");
    cluster_command
        ->add_option("--cpus", options.cpus, "processors for each part (default: as the system gives them)")
        ->check(CLI::Range(1, 1024));
    cluster_command
        ->add_option(
            "--scratch", options.scratch,
            "where each part works: a folder on a local disk of each machine; job: the one that the cluster "
            "makes for each job (default); none: in --out itself")
        ->type_name("FOLDER|job|none");
    cluster_command
        ->add_option("--option", options.headers,
                     "one of the system's own, such as --option=--time=2:00:00; may be repeated")
        ->type_name("OPTION");
    cluster_command->callback([&] { command = [&] { return cluster(options); }; });
}

void add_course_systems(CLI::App& app, Options& options, Command& command) {
    for (const platforms::Platform& one : platforms::all()) {
        auto* platform_command = app.add_subcommand(std::string(one.name), std::string(one.summary));
        platform_command
            ->add_option("ASSIGNMENT", options.exercise, "an exercise, or an assignment's YAML file")
            ->required();
        platform_command->add_option("--output", options.output, "where to write it")
            ->default_str(std::string(one.file));
        platform_command
            ->add_option("--release", options.release,
                         "a released Sockgrade (.deb, .tar.xz or the program) to put into it (default: this "
                         "program, where it needs nothing else)")
            ->type_name("FILE");
        platform_command
            ->add_option(
                "--package", options.packages,
                "a Debian package that programs need beside Python, gcc and make, such as golang-go; may be "
                "repeated")
            ->type_name("NAME");
        platform_command->callback(
            [&options, &command, &one] { command = [&options, &one] { return autograder(options, one); }; });
    }
}

void add_class_commands(CLI::App& app, Options& options, Command& command) {
    auto* batch_command = app.add_subcommand("batch", "grade a class");
    batch_command->add_option("ASSIGNMENT", options.exercise, "an exercise, or an assignment's YAML file")
        ->required();
    batch_command
        ->add_option("SUBMISSIONS", options.submissions,
                     "a folder with a folder, a file or an archive for each student, or an archive with that")
        ->required();
    batch_command->add_option("--out", options.out, "the folder for the results")->required();
    batch_command->add_flag("--resume", options.resume, "go on with the results that are there");
    batch_command->add_option("--roster", options.roster, "the class list, a CSV with id and name");
    batch_command->add_option("--times", options.times,
                              "when each hand-in came: a CSV with id or name, and submitted");
    batch_command->add_option("--overrides", options.overrides,
                              "grades corrected by hand: a CSV with student, exercise, points, reason");
    batch_command->add_option("--only", options.students, "only this student, by id or name; may be repeated")
        ->type_name("STUDENT");
    batch_command
        ->add_option("--rerun", options.rerun,
                     "grade again what failed, what was inconclusive or not graded, or a student's")
        ->type_name("failed|inconclusive|STUDENT");
    batch_command->add_flag("--matrix", options.matrix,
                            "of pairs: everybody's program with everybody else's as well");
    batch_command
        ->add_option("--shard", options.shard,
                     "of n machines that share a class, what the k-th grades; then `sockgrade merge`")
        ->type_name("K/N");
    add_scratch(*batch_command, options);
    add_exit_code(*batch_command, options);
    add_running(*batch_command, options);
    batch_command->get_option("--jobs")->description("programs at a time (default: two a processor)");
    batch_command->callback([&] { command = [&] { return batch(options); }; });

    auto* report_command = app.add_subcommand("report", "show a class's results again");
    report_command->add_option("RESULTS", options.saved, "the folder that `sockgrade batch --out` made")
        ->required();
    report_command
        ->add_option("--only", options.students, "only this student, by id or name; may be repeated")
        ->type_name("STUDENT");
    report_command->add_option("--overrides", options.overrides,
                               "grades corrected by hand (default: those of the batch)");
    report_command->add_option("--assignment", options.assignment,
                               "points, due dates and what being late costs, in place of those of the batch");
    report_command->add_flag("--matrix", options.matrix,
                             "who can talk to whom, where `batch --matrix` has found out");
    report_command->add_flag("--points", options.points, "a row a student and a column an exercise, as CSV");
    report_command
        ->add_option("--grade-book", options.grade_book,
                     "Canvas's grade book or Moodle's grading worksheet, a CSV, to fill in")
        ->type_name("FILE");
    report_command
        ->add_option("--column", options.column, "of the grade book (default: called as the assignment is)")
        ->needs("--grade-book");
    add_reporting(*report_command, options);
    report_command->get_option("--output")
        ->description(
            "a folder: a report for each student and exercise, and the class in summary.txt and summary.csv");
    report_command
        ->add_option("--layout", options.layout,
                     "of --output: one page for each student, called as the course system takes it back")
        ->check(CLI::IsMember({"moodle", "canvas", "gradescope"}))
        ->needs("--output");
    add_exit_code(*report_command, options);
    report_command->callback([&] { command = [&] { return report(options); }; });

    auto* merge_command = app.add_subcommand("merge", "put the results of --shard together");
    merge_command->add_option("RESULTS", options.shards, "the folders of the shards")->required();
    merge_command->add_option("--overrides", options.overrides, "grades corrected by hand");
    merge_command->add_option("--out", options.out, "the folder for all of them")->required();
    merge_command->add_flag(
        "--partial", options.partial,
        "take what is there: parts that are missing, not finished or there twice are no mistake");
    add_scratch(*merge_command, options);
    add_exit_code(*merge_command, options);
    merge_command->callback([&] { command = [&] { return merge(options); }; });

    add_collect(app, options, command);
    add_cluster(app, options, command);
    add_course_systems(app, options, command);

    auto* compare_command = app.add_subcommand("compare", "whose grade differs in two results of a class");
    compare_command->add_option("OLD", options.saved, "a folder with results")->required();
    compare_command->add_option("NEW", options.out, "another")->required();
    add_output(*compare_command, options, "text, csv or html");
    compare_command->callback([&] { command = [&] { return compare(options); }; });
}

// Everybody on this machine can read the words of a command line, also a program that is graded: which
// exercise it is for, whose it is, and the seed.
void hide_words(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) std::fill_n(argv[i], std::strlen(argv[i]), '\0');
}

int run(int argc, char** argv) {
    Options options;
    options.words.assign(argv, argv + argc);
    CLI::App app("Grades TCP and UDP socket exercises.", "sockgrade");
    app.set_version_flag("--version", SOCKGRADE_VERSION);
    app.require_subcommand(1);
    Command command;

    // What stands behind `--` is the program's, whatever it looks like.
    std::vector<std::string> words(argv + 1, argv + argc);
    hide_words(argc, argv);
    const auto separator = std::find(words.begin(), words.end(), "--");
    if (separator != words.end()) options.arguments.emplace(separator + 1, words.end());
    words.erase(separator, words.end());

    add_student_commands(app, options, command);

    auto* list_command = app.add_subcommand(
        "list", "list the exercises, the faults of a link, the diagnoses, or the formats of reports");
    list_command->add_option("WHAT", options.exercises, "exercises (default), faults, diagnoses or formats")
        ->check(CLI::IsMember({"exercises", "faults", "diagnoses", "formats"}));
    list_command->callback([&] { command = [&] { return list(options); }; });

    auto* show_command = app.add_subcommand("show", "tell an exercise's cases and questions in plain words");
    show_command->add_option("EXERCISE", options.exercise)->required();
    show_command->add_flag("--answers", options.blank_answers, "print an answers.yaml to fill in");
    add_spec(*show_command, options);
    show_command->callback([&] { command = [&] { return show(options); }; });

    auto* lint_command = app.add_subcommand("lint", "say what is wrong with specs and assignments");
    lint_command->add_option("SPEC", options.exercises,
                             "files of specs or assignments, or exercises (default: all exercises)");
    lint_command->callback([&] { command = [&] { return lint(options); }; });

    auto* verify_command = app.add_subcommand("verify", "do specs accept and reject what they must?");
    verify_command->add_option("EXERCISE", options.exercises, "default: all exercises");
    verify_command->add_flag("-v,--verbose", options.verbose, "a line for each program");
    verify_command->add_option("--shard", options.shard, "of n parts of the programs, the k-th")
        ->type_name("K/N");
    add_running(*verify_command, options);
    verify_command
        ->add_option("--seeds", options.seeds,
                     "so many seeds, from --seed on: which of them differ from which?")
        ->check(CLI::Range(1, 1000));
    verify_command->callback([&] { command = [&] { return verify(options); }; });

    auto* rejudge_command = app.add_subcommand("rejudge", "judge a saved transcript again");
    rejudge_command->add_option("TRANSCRIPT", options.saved)->required();
    rejudge_command->add_option("--capture", options.capture, "save it as a capture for Wireshark");
    add_spec(*rejudge_command, options);
    add_reporting(*rejudge_command, options);
    rejudge_command->callback([&] { command = [&] { return rejudge(options); }; });

    auto* doctor_command =
        app.add_subcommand("doctor", "what can this machine isolate and observe, and what would it take?");
    add_output(*doctor_command, options, "text, json");
    doctor_command->get_option("--format")->check(CLI::IsMember({"text", "json"}));
    doctor_command->callback([&] { command = [&] { return doctor(options); }; });

    add_class_commands(app, options, command);

    PeerOptions peer_options;
    auto* peer_command = app.add_subcommand("peer", "an exercise's reference peer, to try a program by hand");
    add_peer(*peer_command, peer_options);
    peer_command->callback([&] { command = [&] { return peer(peer_options); }; });

    ProxyOptions proxy_options;
    auto* proxy_command = add_proxy_commands(app, proxy_options, command);

    ManualOptions manual_options;
    add_manual_commands(app, manual_options, command);

    app.add_subcommand("help", "what a command takes: sockgrade help COMMAND");
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    if (!words.empty()) refuse_unknown(words.front(), app);
    if (words.size() > 1 && words.front() == "proxy")
        for (const CLI::App* link : proxy_command->get_subcommands(nullptr))
            if (link->get_name() == words[1]) refuse_unknown_faults({words.begin() + 2, words.end()}, *link);
    try {
        std::reverse(words.begin(), words.end());  // as CLI11 wants them
        app.parse(words);
    } catch (const CLI::Success& done) {
        return app.exit(done);  // --help, --version
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "sockgrade: {}\nTry `sockgrade --help`.\n", error.what());
        return 2;
    }
    return command();
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
