#include "manual/man_page.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string_view>

#include "base/text.hh"

namespace sockgrade::manual {

namespace {

// Text as it stands: nothing in it is taken for a request or an escape of roff.
std::string plain(std::string_view text) {
    std::string result;
    bool is_at_start = true;
    for (const char letter : text) {
        if (is_at_start && (letter == '.' || letter == '\'')) result += "\\&";
        is_at_start = letter == '\n';
        if (letter == '\\')
            result += "\\e";
        else if (letter == '-')
            result += "\\-";
        else if (letter == '`')
            result += "\\(ga";
        else if (letter == '\'')
            result += "\\(aq";
        else
            result += letter;
    }
    return result;
}

std::string bold(std::string_view text) { return "\\fB" + plain(text) + "\\fR"; }
std::string slanted(std::string_view text) { return "\\fI" + plain(text) + "\\fR"; }

std::string sentence(const std::string& text) {
    const std::string line = plain(text);
    return line.empty() || std::string_view(".?!:").find(line.back()) != std::string_view::npos ? line
                                                                                                : line + ".";
}

std::string synopsis(const Command& command) {
    std::string line = bold(command.name.empty() ? "sockgrade" : "sockgrade " + command.name);
    if (!command.subcommands.empty()) return line + " " + slanted("COMMAND") + " ...\n";
    for (const Parameter& one : command.options)
        if (one.is_required) line += fmt::format(" {} {}", bold(one.names.front()), slanted(one.value));
    line += " [" + slanted("OPTION") + " ...]";
    for (const Parameter& one : command.operands) {
        const std::string name = slanted(one.names.front()) + (one.is_repeated ? " ..." : "");
        line += one.is_required ? " " + name : " [" + name + "]";
    }
    return line + "\n";
}

std::string told(const Parameter& one) {
    std::string text = sentence(one.text);
    // Where the sentence does not name them already.
    std::string missing;
    for (const std::string& word : one.words)
        if (one.text.find(word) == std::string::npos) missing += (missing.empty() ? "" : ", ") + word;
    if (!missing.empty() && one.words.size() < 10)
        text += (text.empty() ? "One of: " : " One of: ") +
                plain(fmt::format("{}", fmt::join(one.words, ", "))) + ".";
    if (!one.initial.empty()) text += " Default: " + plain(one.initial) + ".";
    return text + "\n";
}

std::string listed(const std::vector<Parameter>& parameters, bool are_options) {
    std::string lines;
    for (const Parameter& one : parameters) {
        lines += ".TP\n";
        for (std::size_t i = 0; i < one.names.size(); ++i)
            lines += (i == 0 ? "" : ", ") + (are_options ? bold(one.names[i]) : slanted(one.names[i]));
        if (!one.value.empty()) lines += " " + slanted(one.value);
        lines += "\n" + told(one);
    }
    return lines;
}

std::string commands_of(const Command& program) {
    std::string lines;
    for (const Command& command : program.subcommands)
        lines += fmt::format(".TP\n{}\n{}\n", bold(command.name), sentence(command.text));
    return lines;
}

constexpr std::string_view kExitStatus =
    ".SH EXIT STATUS\n"
    ".TP\n\\fB0\\fR\nThe program passed every required case; of other commands, all is well.\n"
    ".TP\n\\fB1\\fR\nA required case failed; of other commands, something is wrong with what they looked "
    "at.\n"
    ".TP\n\\fB2\\fR\nThe command line, a spec or a file is not as it has to be. Nothing was graded.\n"
    ".TP\n\\fB3\\fR\nThe grader or this machine failed, so there is no verdict.\n";

constexpr std::string_view kFiles =
    ".SH FILES\n"
    ".TP\n\\fI../share/sockgrade\\fR, \\fIshare/sockgrade\\fR\n"
    "Specs, handouts, starters and proofs, as seen from the folder of the program.\n"
    ".TP\n\\fI~/.cache/sockgrade\\fR\n"
    "Where a program that came as a single file has unpacked them. It may be removed at any time.\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBTMPDIR\\fR\nWhere programs are built and started.\n"
    ".TP\n\\fBXDG_CACHE_HOME\\fR\nIn place of \\fI~/.cache\\fR.\n"
    ".TP\n\\fBNO_COLOR\\fR\nReports have no colors, as with \\fB\\-\\-color never\\fR.\n";

std::string see_also(const Command& command) {
    std::string names;
    if (!command.name.empty()) names = bold("sockgrade") + "(1)";
    for (const Command& one : command.subcommands) {
        if (one.name == "help") continue;
        names += (names.empty() ? "" : ",\n") + bold(page_name(one)) + "(1)";
    }
    return ".SH SEE ALSO\n" + names + "\n";
}

}  // namespace

std::string page_name(const Command& command) {
    std::string name = command.name.empty() ? "sockgrade" : "sockgrade-" + command.name;
    for (char& letter : name)
        if (letter == ' ') letter = '-';
    return name;
}

std::string man_page(const Command& command, const std::string& version) {
    const std::string name = page_name(command);
    const bool is_program = command.name.empty();
    std::string page =
        fmt::format(".TH {} 1 \"\" \"Sockgrade {}\" \"User Commands\"\n", ascii_capitals(name), version);
    page += fmt::format(".SH NAME\n{} \\- {}\n", plain(name), plain(command.text));
    page += ".SH SYNOPSIS\n.nh\n" + synopsis(command) + ".hy\n";
    if (!command.operands.empty()) page += ".SH OPERANDS\n" + listed(command.operands, false);
    if (!command.subcommands.empty()) page += ".SH COMMANDS\n" + commands_of(command);
    if (!command.options.empty()) page += ".SH OPTIONS\n" + listed(command.options, true);
    if (!command.footer.empty()) page += ".SH NOTES\n.nf\n" + plain(command.footer) + "\n.fi\n";
    if (command.subcommands.empty() || is_program) page += kExitStatus;
    if (is_program) page += kFiles;
    return page + see_also(command);
}

}  // namespace sockgrade::manual
