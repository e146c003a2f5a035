#include "reports/html_page.hh"

#include <fmt/format.h>

#include "reports/outcome.hh"
#include "reports/page.hh"

namespace sockgrade::reports::html {

namespace {

using model::Verdict;

// 'unsafe-inline' is nowhere: an element, an attribute or an address that slipped in would still do nothing.
std::string policy_of(const Asset& style, const Asset& script) {
    return fmt::format(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; "
        "form-action 'none'",
        style.sha256, script.sha256);
}

Markup head_of(const Frame& frame, const Asset& style, const Asset& script) {
    return element(
        "head",
        void_element("meta",
                     {{"http-equiv", "Content-Security-Policy"}, {"content", policy_of(style, script)}}) +
            void_element("meta", {{"charset", "utf-8"}}) +
            void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
            void_element("meta", {{"name", "referrer"}, {"content", "no-referrer"}}) +
            // Else a browser asks the server that it came from for one.
            void_element("link", {{"rel", "icon"}, {"href", "data:,"}}) +  //
            element("title", frame.title) + element("style", ours(std::string(style.text))) +
            element("script", ours(std::string(script.text))));
}

}  // namespace

Look look_of(Verdict verdict) {
    const Outcome& outcome = outcome_of(verdict);
    return {outcome.kind, outcome.word};
}

Look look_of(const model::CaseResult& result) {
    const Outcome& outcome = outcome_of(result);
    return {outcome.kind, outcome.word};
}

// Shaped by the style sheet: of a picture in each of its cells a large table is slow.
Markup icon(std::string_view kind, std::string_view said) {
    Attributes attributes{{"class", fmt::format("icon {}", kind)}};
    if (said.empty())
        attributes.push_back({"aria-hidden", "true"});
    else
        attributes.insert(attributes.end(), {{"role", "img"}, {"aria-label", std::string(said)}});
    return element("i", attributes, Markup{});
}

Markup badge(const Look& look) {
    return element("span", {{"class", fmt::format("badge {}", look.kind)}},
                   icon(look.kind) + text(look.word));
}

std::string page_of(const Frame& frame, const Markup& content, const Asset& style, const Asset& script) {
    const Markup masthead = element(
        "header", {{"class", "masthead"}},
        element("p", {{"class", "brand"}}, element("b", "Sockgrade") + text(" \u00b7 ") + name(frame.about)) +
            element("button", {{"class", "theme"}, {"type", "button"}, {"hidden", "hidden"}}, "Theme"));
    const Markup body = element("a", {{"class", "skip"}, {"href", "#content"}}, "Skip to the content") +
                        element("div", {{"class", "page"}},
                                masthead + element("main", {{"id", "content"}, {"tabindex", "-1"}}, content) +
                                    element("footer", element("p", frame.foot)));
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", "en"}}, head_of(frame, style, script) + element("body", body)).str();
}

}  // namespace sockgrade::reports::html
