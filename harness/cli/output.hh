// Where results go.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>

#include "model/result.hh"
#include "reports/format.hh"

namespace CLI {
class App;
}

namespace sockgrade::cli {

struct OutputOptions {
    std::string format = "text";
    std::string output;  // a file; empty: standard output
    std::string color = "auto";
    bool verbose = false;
    bool show_hidden = false;  // also what students are not shown
};

// --format, --output and --color; `formats` says what there is. add_reporting: those of a program's report.
void add_output(CLI::App& command, OutputOptions& options, const char* formats);
void add_reporting(CLI::App& command, OutputOptions& options);
void add_color(CLI::App& command, std::string& color);

// The result in the format that was asked for, to the file that was named or to standard output, in colour
// when that is a terminal. A file is complete or it is not there: it is written beside and moved. A format
// that has a summary for a step of a GitHub workflow adds it to the file that is there for it.
void write_result(const OutputOptions& options, const model::Result& result);

// The same with a report that somebody else makes of what may be shown.
using Render = std::function<std::string(const model::Result&, const reports::ReportOptions&)>;
void write_result_as(const OutputOptions& options, const model::Result& result, const Render& render);

// The result as whom the report is for may see it.
model::Result shown_to(const OutputOptions& options, const reports::Format& format,
                       const model::Result& result);

// The report in the format that was asked for, as students may see it unless the options or the format say
// otherwise.
std::string rendered(const OutputOptions& options, const model::Result& result,
                     const reports::ReportOptions& how);

// The same for a report that is written already.
void write_report(const OutputOptions& options, const std::string& text);

// Colour and width as the options and the terminal have them, the time, and what the format reads of the
// environment. An unknown format, or a variable that it can't do without: UsageError.
reports::ReportOptions report_options(const OutputOptions& options);

// UsageError (full disk, no such folder) with the place and the reason.
void write_file(const std::string& path, const std::string& text);
std::string read_file(const std::string& path);

// Text to standard output; UsageError when it can't be written. A reader that left (`| head`) is no error.
void print(const std::string& text);

// Writes each, whatever becomes of the others, so that one bad path or a full disk takes nothing else with
// it; then throws what went wrong first.
void write_all(std::initializer_list<std::function<void()>> writers);

// `wish`: auto, always or never.
bool use_color(const std::string& wish, bool to_standard_output);

}  // namespace sockgrade::cli
