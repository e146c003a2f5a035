// sockgrade doctor
#include <CLI/CLI.hpp>
#include <memory>

#include "base/error.hh"
#include "cli/checkup.hh"
#include "cli/commands/commands.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "reports/checkup.hh"

namespace sockgrade::cli {

namespace {

int doctor(const OutputOptions& options) {
    constexpr int kCannotGrade = 3;
    const model::Checkup checkup = check_up();
    const std::string text = options.format == "json"
                                 ? reports::checkup_json(checkup)
                                 : reports::checkup_text(checkup, report_options(options));
    write_report(options, text);
    return checkup.can_grade ? 0 : kCannotGrade;
}

}  // namespace

void add_doctor(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<OutputOptions>();
    CLI::App* const command =
        app.add_subcommand("doctor", "what can this machine isolate and observe, and what would it take?");
    add_output(*command, *options, "text, json");
    command->get_option("--format")->check(one_of({"text", "json"}));
    command->callback([options, &line] { line.action = [options] { return doctor(*options); }; });
}

}  // namespace sockgrade::cli
