// Annotations as GitHub's runner reads them: the only commands are ours, with the properties that we gave
// them.
#include <map>
#include <optional>

#include "reports/catalog.hh"
#include "reports/wording.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

struct Command {
    std::string name;
    std::map<std::string, std::string> properties;
    std::string data;
};

std::string undone(std::string text, const std::vector<std::pair<std::string, std::string>>& escapes) {
    for (const auto& [from, to] : escapes)
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    return text;
}

// ActionCommand.TryParseV2. Trims all that Unicode takes for white space, and more than that.
std::optional<Command> command_in(std::string_view line) {
    while (!line.empty() && (static_cast<unsigned char>(line.front()) <= ' ' ||
                             static_cast<unsigned char>(line.front()) >= 0x80))
        line.remove_prefix(1);
    if (!line.starts_with("::")) return std::nullopt;
    const std::size_t end = line.find("::", 2);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string head(line.substr(2, end - 2));
    const std::size_t space = head.find(' ');
    Command command;
    command.name = head.substr(0, space);
    for (std::size_t at = space; at != std::string::npos;) {
        const std::size_t next = head.find(',', ++at);
        const std::string pair = head.substr(at, next == std::string::npos ? next : next - at);
        const std::size_t equals = pair.find('=');
        require(equals != std::string::npos, "a property has a name and a value", pair);
        require(command.properties
                    .emplace(pair.substr(0, equals),
                             undone(pair.substr(equals + 1),
                                    {{"%0D", "\r"}, {"%0A", "\n"}, {"%3A", ":"}, {"%2C", ","}, {"%25", "%"}}))
                    .second,
                "a property is there once", head);
        at = next;
    }
    command.data = undone(std::string(line.substr(end + 2)), {{"%0D", "\r"}, {"%0A", "\n"}, {"%25", "%"}});
    return command;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

void require_annotation(const Command& command, const model::Result& result) {
    require(command.name == "error" || command.name == "warning", "a command annotates", command.name);
    for (const auto& [name, value] : command.properties)
        require(name == "title" || name == "file" || name == "line", "a property is one of ours", name);
    require(command.properties.contains("title"), "an annotation has a title", command.data);
    // What several share has all their ids.
    const std::string& title = command.properties.at("title");
    const bool is_known =
        std::any_of(result.cases.begin(), result.cases.end(), [&](const model::CaseResult& one) {
            return title == reports::heading_of(one) ||
                   title.starts_with(reports::one_line(one.id).substr(0, 10));
        });
    require(is_known, "a title is that of a case", title);
    for (const std::string& line : lines_of(command.data))
        require(!command_in(line).has_value(), "no command in what an annotation says", line);
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const model::Result result = hostile_result(pieces);
    const std::string report = reports::format_named("github").render(result, somewhere());
    require_harmless(report);
    std::size_t annotations = 0;
    for (const std::string& line : lines_of(report)) {
        const auto command = command_in(line);
        if (!command.has_value()) continue;
        ++annotations;
        require_annotation(*command, result);
    }
    require(annotations <= result.cases.size(), "an annotation a case at most", report);
}

}  // namespace sockgrade::fuzz
