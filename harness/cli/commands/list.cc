// sockgrade list
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "diagnoses/diagnosis.hh"
#include "diagnoses/sentences.hh"
#include "faults/fault.hh"
#include "faults/peer_faults.hh"
#include "faults/stream.hh"
#include "reports/catalog.hh"
#include "spec/course.hh"

namespace sockgrade::cli {

namespace {

// As a case says it, with the words that it takes.
std::string written(const faults::FaultKind& kind) {
    std::string text =
        fmt::format("{}: {{ {}: program, n: 1", kind.name, kind.only_from_program ? "from" : "to");
    for (const std::string_view word : kind.takes)
        text += fmt::format(", {}: {}", word,
                            word == "text"     ? "TEXT"
                            : word == "before" ? "true"
                            : word == "until"  ? "{ n: N }"
                                               : "N");
    return text + " }";
}

template <class Kind>
std::string entry(const Kind& kind, std::string_view how) {
    return fmt::format("  {:<12} {}\n  {:<12} {}\n", kind.name, kind.summary, "", how);
}

std::string faults_text() {
    std::string text = "UDP: what a link does to datagrams, under `faults` of a case\n";
    for (const faults::FaultKind& kind : faults::catalog()) text += entry(kind, written(kind));
    text += "\nTCP: what a peer does, as its steps\n";
    for (const faults::StreamKind& kind : faults::stream_catalog()) text += entry(kind, kind.step);
    for (const faults::PeerFault& fault : faults::kPeerFaults) text += entry(fault, fault.step);
    return text;
}

std::string formats_text() {
    std::string text;
    for (const reports::Format* format : reports::catalog())
        text += fmt::format("{:<12} {}\n", format->name, format->summary);
    return text;
}

// In the order in which they are looked for: the more telling first.
std::string diagnoses_text() {
    std::string text;
    for (const diagnoses::DiagnosisKind& kind : diagnoses::catalog())
        text += fmt::format("{:<36} {}\n", kind.name, diagnoses::sentence_of(kind.name));
    return text;
}

// A title that is too long for the terminal goes on below itself.
std::string exercise_lines(const std::string& name) {
    constexpr std::size_t kTitle = 32;
    const model::Spec spec = load_exercise(name);
    int points = 0;
    for (const model::CaseSpec& one : spec.cases) points += one.points;
    std::string text = fmt::format("  {:<23} {:>2} cases {:>3} points  ", name, spec.cases.size(), points);
    const std::string below(text.size(), ' ');
    const std::vector<std::string> lines = wrap(spec.title, kTitle);
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : below) + lines[i] + "\n";
    return text;
}

// As the course gives them; what is no part of it comes last.
std::string exercises_text() {
    std::vector<std::string> others = exercise_names();
    std::string text;
    for (const spec::CoursePart& part : spec::load_course(specs_folder() + "/../exercises/course.yaml")) {
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", part.title);
        for (const std::string& name : part.exercises) {
            text += exercise_lines(name);
            std::erase(others, name);
        }
    }
    if (!others.empty()) text += "\nOthers\n";
    for (const std::string& name : others) text += exercise_lines(name);
    return text;
}

int list(const std::string& what) {
    if (what != "exercises") {
        print(what == "faults" ? faults_text() : what == "formats" ? formats_text() : diagnoses_text());
        return 0;
    }
    print(exercises_text());
    return 0;
}

}  // namespace

void add_list(CLI::App& app, CommandLine& line) {
    const auto what = std::make_shared<std::string>("exercises");
    CLI::App* const command = app.add_subcommand(
        "list", "list the exercises, the faults of a link, the diagnoses, or the formats of reports");
    command->add_option("WHAT", *what, "exercises (default), faults, diagnoses or formats")
        ->check(one_of({"exercises", "faults", "diagnoses", "formats"}));
    command->callback([what, &line] { line.action = [what] { return list(*what); }; });
}

}  // namespace sockgrade::cli
