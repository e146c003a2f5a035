#include "spec/section.hh"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "base/text.hh"

namespace sockgrade::spec {

namespace {

// A spec with more mistakes than this is something else altogether.
constexpr std::size_t kMostProblems = 100;

std::string shown(std::string_view text) { return quote(text, 60); }

}  // namespace

void Problems::add(Where where, std::string path, std::string message, std::string suggestion) {
    problems_.push_back(
        {file_, where.line, where.column, std::move(path), std::move(message), std::move(suggestion)});
}

void Problems::add(const std::vector<SpecProblem>& others) {
    problems_.insert(problems_.end(), others.begin(), others.end());
}

void Problems::throw_if_any() const {
    if (problems_.empty()) return;
    std::vector<SpecProblem> sorted = problems_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const SpecProblem& a, const SpecProblem& b) {
        return std::tuple(a.file, a.line, a.column) < std::tuple(b.file, b.line, b.column);
    });
    if (sorted.size() > kMostProblems) {
        const std::size_t more = sorted.size() - kMostProblems;
        sorted.resize(kMostProblems);
        sorted.push_back({file_, 0, 0, {}, fmt::format("and {}", count_of(more, "more problem")), {}});
    }
    throw SpecError(std::move(sorted));
}

void Section::problem(std::string message, std::string suggestion) const {
    // Where nothing stands there is nothing to point at but the key.
    const Where where = value_->kind == Value::Kind::nothing ? key_at_ : value_->where;
    problems_->add(where, path_, std::move(message), std::move(suggestion));
}

void Section::key_problem(std::string message, std::string suggestion) const {
    problems_->add(key_at_, path_, std::move(message), std::move(suggestion));
}

void Section::wrong_kind(std::string_view wanted) const {
    switch (value_->kind) {
        case Value::Kind::nothing:
            return problem(fmt::format("expected {}, but nothing stands here", wanted));
        case Value::Kind::text:
            return problem(fmt::format("expected {}, not {}", wanted, shown(value_->text)));
        case Value::Kind::list:
            return problem(fmt::format("expected {}, not a list", wanted));
        case Value::Kind::map:
            return problem(fmt::format("expected {}, not a map of keys", wanted));
    }
}

void Section::check_keys(const std::vector<std::string>& known) const {
    for (std::size_t i = 0; i < value_->entries.size(); ++i) {
        const Entry& entry = value_->entries[i];
        const auto first = std::find_if(value_->entries.begin(), value_->entries.end(),
                                        [&](const Entry& other) { return other.key == entry.key; });
        if (first->where != entry.where)
            at(entry).key_problem(
                fmt::format("this key stands here twice, first in line {}", first->where.line));
        else if (std::find(known.begin(), known.end(), entry.key) == known.end())
            at(entry).key_problem(fmt::format("unknown key; expected {}", list_of(known, "or")),
                                  nearest_name(entry.key, known));
    }
}

bool Section::is(const Place& place, const std::vector<std::string>& more) const {
    std::vector<std::string> known;
    for (const Key& key : place.keys) known.emplace_back(key.name);
    known.insert(known.end(), more.begin(), more.end());
    if (!is_map()) {
        wrong_kind(fmt::format("a map with {}", list_of(known)));
        return false;
    }
    check_keys(known);
    for (const Key& key : place.keys)
        if (key.is_required && !has(key.name)) problem(fmt::format("'{}' is missing", key.name));
    return true;
}

const Form* Section::is_one_of(Forms forms) const {
    std::vector<std::string> known;
    for (const Form& form : forms) known.emplace_back(form.key);
    if (!is_map()) {
        wrong_kind(fmt::format("a map with {}", list_of(known, "or")));
        return nullptr;
    }
    const Form* found = nullptr;
    for (const Form& form : forms) {
        if (!has(form.key)) continue;
        if (found) {
            find(form.key)->key_problem(
                fmt::format("'{}' and '{}' exclude each other", found->key, form.key));
            return nullptr;
        }
        found = &form;
    }
    if (!found && value_->entries.empty()) problem(fmt::format("expected {}", list_of(known, "or")));
    if (!found) check_keys(known);
    if (found && !is(*found->place)) return nullptr;
    return found;
}

bool Section::has(std::string_view key) const {
    return std::any_of(value_->entries.begin(), value_->entries.end(),
                       [&](const Entry& entry) { return entry.key == key; });
}

Section Section::at(const Entry& entry) const {
    // A path is for reading: a key that is no plain word is shown escaped and cut.
    const std::string name = entry.key.size() <= 60 ? escape(entry.key) : shown(entry.key);
    Section section(*this, entry.value, path_.empty() ? name : path_ + '.' + name, entry.where);
    section.key_ = entry.key;
    return section;
}

std::optional<Section> Section::find(std::string_view key) const {
    for (const Entry& entry : value_->entries)
        if (entry.key == key) return at(entry);
    return std::nullopt;
}

std::vector<Section> Section::entries() const {
    std::vector<Section> all;
    for (const Entry& entry : value_->entries) all.push_back(at(entry));
    return all;
}

std::vector<Section> Section::items(std::size_t most) const {
    std::vector<Section> all;
    if (!is_list()) {
        wrong_kind("a list");
        return all;
    }
    if (value_->items.size() > most) {
        problem(fmt::format("a list of {}; at most {} are possible", value_->items.size(), most));
        return all;
    }
    for (std::size_t i = 0; i < value_->items.size(); ++i) {
        const ValuePtr& item = value_->items[i];
        Section section(*this, item, fmt::format("{}[{}]", path_, i), item->where);
        section.key_ = key_;
        all.push_back(std::move(section));
    }
    return all;
}

std::optional<std::string> Section::text() const {
    if (is_text()) return value_->text;
    wrong_kind("text");
    return std::nullopt;
}

std::optional<std::size_t> Section::number(std::size_t least, std::size_t most) const {
    std::size_t number = 0;
    const char* const end = value_->text.data() + value_->text.size();
    const auto [rest, error] = std::from_chars(value_->text.data(), end, number);
    if (is_text() && error == std::errc{} && rest == end && number >= least && number <= most) return number;
    wrong_kind(fmt::format("a whole number from {} to {}", least, most));
    return std::nullopt;
}

std::optional<bool> Section::yes_or_no() const {
    if (is_text() && (value_->text == "true" || value_->text == "false")) return value_->text == "true";
    wrong_kind("true or false");
    return std::nullopt;
}

std::optional<std::size_t> Section::index_in(const std::vector<std::string>& words) const {
    if (is_text()) {
        const auto found = std::find(words.begin(), words.end(), value_->text);
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
        problem(fmt::format("expected {}, not {}", list_of(words, "or"), shown(value_->text)),
                nearest_name(value_->text, words));
        return std::nullopt;
    }
    wrong_kind(list_of(words, "or"));
    return std::nullopt;
}

}  // namespace sockgrade::spec
