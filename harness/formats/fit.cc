#include "formats/fit.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/text.hh"
#include "formats/format.hh"
#include "model/expected.hh"
#include "names/template.hh"

namespace sockgrade::formats {

using model::Expect;
using model::FormatField;
using model::Formatted;
using model::Wanted;

std::optional<Captures> fit(const Wanted& wanted, std::string_view bytes) {
    const model::Message& message = wanted.message;
    if (message.formatted) {
        Comparison comparison = compare(*message.formatted, bytes);
        return comparison.fits() ? std::optional(std::move(comparison.captured)) : std::nullopt;
    }
    if (!wanted.is_pattern) {
        const bool is_it =
            is_exact(message) ? message.bytes == bytes : model::same_text(message.bytes, bytes);
        return is_it ? std::optional(Captures{}) : std::nullopt;
    }
    auto found = captures(message.bytes, bytes);
    if (!found && !is_exact(message)) found = captures(message.bytes, model::without_line_end(bytes));
    return found;
}

std::optional<Captures> fit_one_of(const std::vector<Wanted>& wanted, std::string_view bytes) {
    for (const Wanted& one : wanted)
        if (auto found = fit(one, bytes)) return found;
    return std::nullopt;
}

namespace {

std::vector<const Formatted*> formats_in(const Expect& expect) {
    std::vector<const Formatted*> formats;
    if (expect.message.formatted) formats.push_back(&*expect.message.formatted);
    for (const Wanted& wanted : expect.wanted)
        if (wanted.message.formatted) formats.push_back(&*wanted.message.formatted);
    return formats;
}

// Where the message ends that fits; else where one ends that can be read. What is none of them ends nowhere:
// all of it is shown.
std::optional<std::size_t> size_by_format(const std::vector<const Formatted*>& formats,
                                          std::string_view bytes) {
    std::optional<std::size_t> readable;
    bool needs_more = false;
    for (const Formatted* format : formats) {
        const Decoded decoded = decode(format->fields, bytes);
        needs_more = needs_more || decoded.needs_more;
        if (!decoded.is_whole()) continue;
        if (compare(*format, bytes.substr(0, decoded.used)).fits()) return decoded.used;
        if (!readable) readable = decoded.used;
    }
    if (needs_more) return std::nullopt;
    return readable.value_or(bytes.size());
}

}  // namespace

Frames frames_of(const Expect& expect, std::string_view bytes, bool has_ended) {
    Frames frames;
    const bool by_format = expect.frame.until == model::Frame::Until::format;
    const std::vector<const Formatted*> formats = formats_in(expect);
    const std::size_t count = expect.what == Expect::What::any_order ? expect.wanted.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view rest = bytes.substr(frames.used);
        const auto size =
            by_format ? size_by_format(formats, rest) : frame_size(expect.frame, rest, has_ended);
        frames.are_whole = size.has_value();
        const std::string_view frame = rest.substr(0, size.value_or(rest.size()));
        if ((size && !by_format) || !frame.empty()) frames.each.push_back(frame);
        frames.used += frame.size();
        if (!size) break;
    }
    return frames;
}

void fill_frame(Expect& expect) {
    if (!expect.until) return;
    const std::string& text = expect.until->bytes;
    if (expect.frame.until == model::Frame::Until::delimiter) {
        if (text.empty()) throw names::Mistake("the text of 'until' is empty: nothing ends there");
        expect.frame.delimiter = text;
        return;
    }
    const bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number)
        throw names::Mistake(fmt::format("'until' comes to {} bytes, which is no number", quote(text, 40)));
    // More than fits is more than comes.
    expect.frame.bytes = std::numeric_limits<std::size_t>::max();
    std::from_chars(text.data(), text.data() + text.size(), expect.frame.bytes);
}

namespace {

// What a message, or its format, says in a field, where that is the same in every case.
std::optional<std::string> sure_text(const Formatted& message, const FormatField& field) {
    for (const model::FieldValue& value : message.values) {
        if (value.name != field.name) continue;
        const bool is_sure = value.items.empty() && value.captures.empty() &&
                             value.text.find_first_of("{}") == std::string::npos;
        return is_sure ? std::optional(value.text) : std::nullopt;
    }
    return field.is.empty() || field.is_computed ? std::nullopt : std::optional(field.is);
}

}  // namespace

bool may_both_fit(const Formatted& a, const Formatted& b) {
    const bool is_same = a.name == b.name;
    for (std::size_t i = 0; i < std::min(a.fields.size(), b.fields.size()); ++i) {
        const FormatField& mine = a.fields[i];
        const FormatField& other = b.fields[i];
        const bool is_alike =
            mine.kind == other.kind && mine.is_little == other.is_little && mine.bits == other.bits;
        if (!is_same && !is_alike) return true;
        const auto said = sure_text(a, mine);
        const auto also_said = sure_text(b, other);
        if (said && also_said && names::number_or_text(*said) != names::number_or_text(*also_said))
            return false;
        // Behind a field of any length nothing stands in a place of its own.
        const bool is_text = mine.kind == FormatField::Kind::text;
        if (!is_same && (is_text ? mine.is.size() != other.is.size() : !model::is_number(mine))) return true;
    }
    return true;
}

}  // namespace sockgrade::formats
