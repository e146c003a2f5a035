#include "run/late_names.hh"

#include <algorithm>

#include "formats/fit.hh"
#include "formats/format.hh"
#include "model/messages_of.hh"
#include "names/template.hh"

namespace sockgrade::run {

std::optional<names::Value> LateNames::value_of(const std::string& name, std::size_t time) const {
    if (name == "n") return names::Value{static_cast<std::int64_t>(time)};
    if (name == "i") return names::Value{static_cast<std::int64_t>(time) - 1};
    if (const auto found = captured_.find(name); found != captured_.end())
        return names::captured(found->second);
    for (const model::NamedValue& value : plan_.values)
        if (value.name == name)
            return value.is_number ? names::number_or_text(value.text) : names::Value{value.text};
    const std::size_t dot = name.find('.');
    const auto place = dot == std::string::npos ? std::nullopt : place_of_(name.substr(0, dot));
    if (!place) return std::nullopt;
    if (name.substr(dot) == ".port") return names::Value{std::int64_t{place->port}};
    return names::Value{place->host};
}

bool LateNames::fill(std::vector<model::FieldValue>& values, std::size_t time) const {
    bool is_filled = true;
    for (model::FieldValue& value : values) {
        model::Message text;
        text.late = value.late;
        is_filled = fill(text, false, time) && is_filled;
        if (!value.late.empty()) value.bytes = text.bytes;
        for (auto& item : value.items) is_filled = fill(item, time) && is_filled;
    }
    return is_filled;
}

bool LateNames::fill(model::Message& message, bool is_pattern, std::size_t time) const {
    if (message.late.empty()) return true;
    if (message.formatted) return fill(message.formatted->values, time);
    const names::Mode mode = is_pattern ? names::Mode::pattern : names::Mode::text;
    for (const std::string& name : names::names_in(message.late, mode))
        if (!value_of(name, time)) return false;
    message.bytes =
        names::fill_all(message.late, mode, [&](const std::string& name) { return *value_of(name, time); });
    return true;
}

bool LateNames::fill_sent(model::Message& message, std::size_t time) const {
    if (!fill(message, false, time)) return false;
    if (message.formatted && !message.late.empty()) message.bytes = formats::encode(*message.formatted);
    return true;
}

bool LateNames::fill(model::Step& step) const {
    const std::size_t time = std::max<std::size_t>(step.time, 1);
    bool is_filled = true;
    model::each_message(step.action, [&](model::Message& message, model::Use use) {
        const bool is_pattern = use == model::Use::pattern;
        is_filled = (use == model::Use::sent ? fill_sent(message, time) : fill(message, is_pattern, time)) &&
                    is_filled;
    });
    if (!is_filled) return false;
    if (auto* whenever = std::get_if<model::Whenever>(&step.action)) {
        is_filled = fill(whenever->remembers, time);
        for (const auto& [name, text] : captured_) whenever->known.push_back({.name = name, .bytes = text});
    }
    if (auto* prints = std::get_if<model::Prints>(&step.action))
        if (prints->what == model::Prints::What::pattern && !prints->message.late.empty())
            prints->pattern = prints->message.bytes;
    if (auto* expect = std::get_if<model::Expect>(&step.action)) formats::fill_frame(*expect);
    return is_filled;
}

}  // namespace sockgrade::run
