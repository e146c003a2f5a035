#include "cli/output.hh"
#include "cli/mistyped.hh"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "base/error.hh"
#include "reports/catalog.hh"
#include "reports/for_student.hh"

namespace sockgrade::cli {

namespace {

constexpr std::string_view kStepSummary = "GITHUB_STEP_SUMMARY";

std::size_t terminal_columns() {
    constexpr std::size_t kUsual = 80;
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0) return kUsual;
    return std::clamp<std::size_t>(size.ws_col, 40, 100);
}

// What other steps and other reports of this one have written stays.
void append_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::app);
    file << text;
    file.close();
    if (!file) throw UsageError(fmt::format("can't write '{}': {}", path, std::strerror(errno)));
}

}  // namespace

model::Result shown_to(const OutputOptions& options, const reports::Format& format,
                       const model::Result& result) {
    return options.show_hidden || format.hides_cases ? result : reports::for_student(result);
}

bool use_color(const std::string& wish, bool to_standard_output) {
    if (wish != "auto") return wish == "always";
    return to_standard_output && ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
}

void write_file(const std::string& path, const std::string& text) {
    const std::string beside = path + ".part";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    std::error_code error;
    if (!file) {
        const int reason = errno;
        std::filesystem::remove(beside, error);
        throw UsageError(fmt::format("can't write '{}': {}", path, std::strerror(reason)));
    }
    std::filesystem::rename(beside, path, error);
    if (error) throw UsageError(fmt::format("can't write '{}': {}", path, error.message()));
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw UsageError(fmt::format("can't read '{}': {}", path, std::strerror(errno)));
    return {std::istreambuf_iterator<char>(file), {}};
}

void print(const std::string& text) {
    for (std::string_view rest = text; !rest.empty();) {
        const ssize_t size = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0 && errno == EPIPE) return;
        if (size < 0)
            throw UsageError(fmt::format("can't write to standard output: {}", std::strerror(errno)));
        rest.remove_prefix(static_cast<std::size_t>(size));
    }
}

void write_all(std::initializer_list<std::function<void()>> writers) {
    std::exception_ptr first;
    for (const auto& write : writers) {
        try {
            write();
        } catch (const UsageError&) {
            if (!first) first = std::current_exception();
        }
    }
    if (first) std::rethrow_exception(first);
}

reports::ReportOptions report_options(const OutputOptions& options) {
    reports::ReportOptions how;
    how.color = use_color(options.color, options.output.empty());
    how.columns = options.output.empty() ? terminal_columns() : how.columns;
    how.verbose = options.verbose;
    const reports::Format& format = reports::format_named(options.format);
    for (const reports::Variable& variable : format.reads) {
        const std::string name(variable.name);
        const char* value = std::getenv(name.c_str());
        if (value != nullptr && *value != '\0')
            how.environment[name] = value;
        else if (variable.is_needed)
            throw UsageError(fmt::format(
                "the format '{}' takes the environment variable {}, which is not set", format.name, name));
    }
    how.ended_at_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                          std::chrono::system_clock::now().time_since_epoch())
                          .count();
    return how;
}

std::string rendered(const OutputOptions& options, const model::Result& result,
                     const reports::ReportOptions& how) {
    const reports::Format& format = reports::format_named(options.format);
    return format.render(shown_to(options, format, result), how);
}

void write_result(const OutputOptions& options, const model::Result& result) {
    write_result_as(options, result, reports::format_named(options.format).render);
}

void write_result_as(const OutputOptions& options, const model::Result& result, const Render& render) {
    const reports::Format& format = reports::format_named(options.format);
    const reports::ReportOptions how = report_options(options);
    const auto summary = how.environment.find(kStepSummary);
    const model::Result shown = shown_to(options, format, result);
    write_all({[&] { write_report(options, render(shown, how)); },
               [&] {
                   if (format.step_summary != nullptr && summary != how.environment.end())
                       append_file(summary->second, format.step_summary(shown, how));
               }});
}

void write_report(const OutputOptions& options, const std::string& text) {
    if (options.output.empty())
        print(text);
    else
        write_file(options.output, text);
}

void add_color(CLI::App& command, std::string& color) {
    command.add_option("--color", color, "auto, always, never")
        ->check(one_of({"auto", "always", "never"}))
        ->capture_default_str();
}

void add_output(CLI::App& command, OutputOptions& options, const char* formats) {
    command.add_option("--format", options.format, formats)->capture_default_str();
    command.add_option("--output", options.output, "write the report to this file");
    add_color(command, options.color);
}

void add_reporting(CLI::App& command, OutputOptions& options) {
    add_output(command, options, "text, json, junit, ...; `sockgrade list formats` shows them all");
    command.add_flag("-v,--verbose", options.verbose, "every failure in full, with every finding and step");
    command.add_flag("--show-hidden", options.show_hidden, "hidden cases in full: not for students");
}

}  // namespace sockgrade::cli
