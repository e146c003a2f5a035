// sockgrade compare OLD NEW
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "base/error.hh"
#include "batch/store.hh"
#include "cli/class_results.hh"
#include "cli/commands/commands.hh"
#include "cli/output.hh"
#include "reports/class_changes.hh"

namespace sockgrade::cli {

namespace {

struct CompareOptions {
    std::string before;  // folders with results
    std::string after;
    OutputOptions output;
};

reports::ClassGrades grades_in(const std::string& folder) {
    batch::Store store = batch::Store::read(folder);
    reports::ClassGrades grades;
    for (reports::ClassLine& line : class_summary(store, {}).lines) {
        const std::pair<std::string, std::string> place{line.submission, line.exercise};
        grades[place].line = std::move(line);
    }
    for (const batch::ResultRow& row : store.results()) {
        const auto found = grades.find({row.key, row.exercise});
        if (found == grades.end()) continue;
        found->second.hand_in = row.fingerprint;
        found->second.spec = row.spec_fingerprint;
    }
    return grades;
}

int compare(const CompareOptions& options) {
    const reports::ClassChanges changes =
        reports::changes_of(grades_in(options.before), grades_in(options.after));
    if (options.output.format == "csv")
        write_report(options.output, reports::changes_csv(changes));
    else if (options.output.format == "html")
        write_report(options.output, reports::changes_page(changes));
    else if (options.output.format == "text")
        write_report(options.output, reports::changes_text(changes));
    else
        throw UsageError(
            fmt::format("what changed is written as text, csv or html, not as {}", options.output.format));
    return changes.changes.empty() ? 0 : 1;
}

}  // namespace

void add_compare(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<CompareOptions>();
    CLI::App* const command = app.add_subcommand("compare", "whose grade differs in two results of a class");
    command->add_option("OLD", options->before, "a folder with results")->required();
    command->add_option("NEW", options->after, "another")->required();
    add_output(*command, options->output, "text, csv or html");
    command->callback([options, &line] { line.action = [options] { return compare(*options); }; });
}

}  // namespace sockgrade::cli
