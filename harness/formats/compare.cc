#include <fmt/format.h>

#include <algorithm>

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
            comparison_.problems.push_back(fmt::format("`{}` ({}) is {}, and should be {}.", row.part.name,
                                                       where(row.part), shown(row.part.value),
                                                       in_words(row.part.value, *row.wanted)));
    }

    Decoded decoded_;
    std::string_view bytes_;
    Comparison comparison_;
    std::vector<std::string> counts_;
};

}  // namespace

Comparison compare(const model::Formatted& wanted, std::string_view bytes) {
    return Comparer(wanted, bytes).run(wanted);
}

}  // namespace sockgrade::formats
