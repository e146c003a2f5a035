#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/text.hh"
#include "formats/format.hh"

namespace sockgrade::formats {

using model::FieldValue;
using model::FormatField;
using names::Value;

namespace {

std::string where(const Part& part) {
    if (part.size == 0) return fmt::format("before byte {}", part.at);
    if (part.size == 1) return fmt::format("byte {}", part.at);
    return fmt::format("bytes {} to {}", part.at, part.at + part.size - 1);
}

// How it stands in a message: what is wanted is a text, whatever the field is.
std::string text_of(const Value& value) { return kind_of(value) == "a list" ? "" : names::as_text(value); }

std::string in_words(const Value& like, const std::string& text) {
    return std::holds_alternative<std::int64_t>(like.what) ? text : quote(text, 60);
}

// A number of the same bytes in the other order.
bool is_turned_around(const Part& part, const std::string& wanted) {
    const auto* number = std::get_if<std::int64_t>(&part.value.what);
    const Value other = names::number_or_text(wanted);
    const auto* should = std::get_if<std::int64_t>(&other.what);
    if (number == nullptr || should == nullptr || part.size < 2 || part.size > 8) return false;
    std::uint64_t turned = 0;
    for (std::size_t i = 0; i < part.size; ++i)
        turned = turned << 8 | (static_cast<std::uint64_t>(*number) >> (8 * i) & 0xff);
    return turned == static_cast<std::uint64_t>(*should);
}

std::string where_they_differ(const Part& part, const std::string& got, const std::string& wanted) {
    constexpr std::size_t kShown = 20;
    const std::string sizes =
        got.size() == wanted.size()
            ? ""
            : fmt::format("has {}, and should have {}", count_of(got.size(), "byte"), wanted.size());
    const std::size_t same = first_difference(part, wanted) - part.at;
    if (same == got.size()) return sizes + "; what came is right";
    if (same == wanted.size()) return fmt::format("{}; the first {} are right", sizes, same);
    return fmt::format("{}{}differs from byte {} on: {} came there, and {} should have come", sizes,
                       sizes.empty() ? "" : ". It ", part.at + same, quote(got.substr(same, kShown)),
                       quote(wanted.substr(same, kShown)));
}

std::string difference(const Part& part, const std::string& wanted) {
    if (are_long(part, wanted)) return where_they_differ(part, text_of(part.value), wanted);
    return fmt::format("is {}, and should be {}{}", shown(part.value), in_words(part.value, wanted),
                       is_turned_around(part, wanted) ? ": its bytes stand the other way round" : "");
}

bool is_same(const Value& value, const std::string& wanted) {
    if (std::holds_alternative<std::int64_t>(value.what)) return names::number_or_text(wanted) == value;
    return text_of(value) == wanted;
}

class Comparer {
  public:
    Comparer(const model::Formatted& wanted, std::string_view bytes)
        : decoded_(decode(wanted.fields, bytes)), bytes_(bytes) {
        for (Part& part : decoded_.parts) comparison_.rows.push_back({std::move(part), {}, true});
    }

    Comparison run(const model::Formatted& wanted) {
        hold(wanted.fields, wanted.values, "");
        for (Row& row : comparison_.rows) judge(row);
        if (!decoded_.is_whole())
            comparison_.problems.push_back(
                fmt::format("`{}` cannot be read: {}.", decoded_.broken_at, decoded_.problem));
        else
            for (const auto& problem : counts_) comparison_.problems.push_back(problem);
        if (decoded_.is_whole() && decoded_.used < bytes_.size())
            comparison_.problems.push_back(fmt::format(
                "{} too many {} behind the last field: {}.", count_of(bytes_.size() - decoded_.used, "byte"),
                bytes_.size() - decoded_.used == 1 ? "follows" : "follow",
                quote(bytes_.substr(decoded_.used), 60)));
        comparison_.needs_more = decoded_.needs_more;
        comparison_.is_readable = decoded_.is_whole();
        return std::move(comparison_);
    }

  private:
    Row* row_of(const std::string& name) {
        const auto found = std::find_if(comparison_.rows.begin(), comparison_.rows.end(),
                                        [&](const Row& row) { return row.part.name == name; });
        return found == comparison_.rows.end() ? nullptr : &*found;
    }

    // Notes at each field what the message wants of it.
    void hold(const std::vector<FormatField>& fields, const std::vector<FieldValue>& values,
              const std::string& prefix) {
        for (const FieldValue& value : values) {
            const std::string name = prefix + value.name;
            const auto field = std::find_if(fields.begin(), fields.end(),
                                            [&](const FormatField& one) { return one.name == value.name; });
            if (field != fields.end() && field->kind == FormatField::Kind::group) {
                for (std::size_t i = 0; i < value.items.size(); ++i)
                    hold(field->fields, value.items[i], fmt::format("{}[{}].", name, i));
                count(value, name);
                continue;
            }
            Row* const row = row_of(name);
            if (row == nullptr) continue;
            if (!value.captures.empty())
                comparison_.captured.emplace_back(value.captures, text_of(row->part.value));
            else
                row->wanted = value.bytes;
        }
    }

    void count(const FieldValue& value, const std::string& name) {
        std::size_t times = 0;
        const auto is_there = [&](std::size_t i) {
            const std::string its = fmt::format("{}[{}].", name, i);
            return std::any_of(comparison_.rows.begin(), comparison_.rows.end(),
                               [&](const Row& row) { return row.part.name.starts_with(its); });
        };
        while (is_there(times)) ++times;
        if (times != value.items.size())
            counts_.push_back(fmt::format("`{}` is there {}, and should be there {}.", name,
                                          count_of(times, "time"), count_of(value.items.size(), "time")));
    }

    void judge(Row& row) {
        const bool is_known = decoded_.is_whole() || !row.part.is_of_rest;
        if (!row.wanted && row.part.should && is_known) row.wanted = text_of(*row.part.should);
        if (!row.wanted) return;
        row.is_right = is_same(row.part.value, *row.wanted);
        if (!row.is_right)
            comparison_.problems.push_back(fmt::format("`{}` ({}) {}.", row.part.name, where(row.part),
                                                       difference(row.part, *row.wanted)));
    }

    Decoded decoded_;
    std::string_view bytes_;
    Comparison comparison_;
    std::vector<std::string> counts_;
};

}  // namespace

bool are_long(const Part& part, const std::string& wanted) {
    constexpr std::size_t kShort = 40;
    const bool is_number = std::holds_alternative<std::int64_t>(part.value.what);
    return !is_number && text_of(part.value).size() > kShort && wanted.size() > kShort;
}

std::size_t first_difference(const Part& part, const std::string& wanted) {
    const std::string got = text_of(part.value);
    const auto differs = std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end());
    return part.at + static_cast<std::size_t>(differs.first - got.begin());
}

Comparison compare(const model::Formatted& wanted, std::string_view bytes) {
    return Comparer(wanted, bytes).run(wanted);
}

}  // namespace sockgrade::formats
