#include "reports/markup.hh"

#include <fmt/format.h>

#include <algorithm>

#include "reports/page.hh"

namespace sockgrade::reports {

std::string markup(std::string_view harmless) {
    std::string out;
    out.reserve(harmless.size() + harmless.size() / 8);
    for (std::size_t i = 0; i < harmless.size(); ++i) {
        const char c = harmless[i];
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '#':
                out += "&#35;";
                break;
            case ':':
                out += i + 1 < harmless.size() && harmless[i + 1] == ':' ? "&#58;" : ":";
                break;
            default:
                out += c;
        }
    }
    return out;
}

namespace html {

namespace {

// Elements within a line of text.
constexpr std::string_view kWithin[] = {"a",   "abbr", "b",  "bdi",  "button", "code", "i",   "ins",
                                        "del", "mark", "th", "span", "svg",    "td",   "use", "path"};

// A line end behind the others is not seen on the page, and makes its source readable.
bool ends_a_line(std::string_view tag) {
    return std::find(std::begin(kWithin), std::end(kWithin), tag) == std::end(kWithin);
}

std::string opened(std::string_view tag, const Attributes& attributes) {
    std::string out = fmt::format("<{}", tag);
    for (const Attribute& one : attributes)
        out += fmt::format(R"( {}="{}")", one.name, markup(plain_line(one.value)));
    return out;
}

}  // namespace

Markup ours(std::string text) {
    Markup made;
    made.text_ = std::move(text);
    return made;
}

Markup text(std::string_view any) { return ours(markup(plain_line(any))); }

Markup lines(std::string_view any) { return ours(markup(plain(any))); }

Markup name(std::string_view any) { return element("bdi", text(any)); }

Markup element(std::string_view tag, const Attributes& attributes, const Markup& content) {
    // The first line end within <pre> is not part of it.
    const bool loses_line = tag == "pre" && content.str().starts_with('\n');
    return ours(fmt::format("{}>{}{}</{}>{}", opened(tag, attributes), loses_line ? "\n" : "", content.str(),
                            tag, ends_a_line(tag) ? "\n" : ""));
}

Markup element(std::string_view tag, const Attributes& attributes, std::string_view any) {
    return element(tag, attributes, text(any));
}

Markup element(std::string_view tag, const Markup& content) { return element(tag, Attributes{}, content); }

Markup element(std::string_view tag, std::string_view any) { return element(tag, Attributes{}, text(any)); }

Markup void_element(std::string_view tag, const Attributes& attributes) {
    return ours(opened(tag, attributes) + (ends_a_line(tag) ? " />\n" : " />"));
}

Markup said_only(std::string_view any) { return element("span", {{"class", "said"}}, any); }

std::string relative_link(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '_' || c == '.' || (c == '/' && !out.empty());
        out += stays ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}  // namespace html

}  // namespace sockgrade::reports
