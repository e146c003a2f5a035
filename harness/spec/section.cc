#include "spec/section.hh"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.hh"
#include "spec/scalar.hh"

namespace sockgrade::spec {

using language::Place;
using language::Type;

namespace {

// A spec with more mistakes than this is something else altogether.
constexpr std::size_t kMostProblems = 100;

constexpr Type kAnything{};

}  // namespace

void Problems::add(Where where, std::string path, std::string message, std::string suggestion) {
    problems_.push_back(
        {file_, where.line, where.column, std::move(path), std::move(message), std::move(suggestion)});
}

void Problems::add(const std::vector<SpecProblem>& others) {
    problems_.insert(problems_.end(), others.begin(), others.end());
}

bool Problems::any_within(const std::string& path) const {
    return std::any_of(problems_.begin(), problems_.end(), [&](const SpecProblem& problem) {
        const std::string& its = problem.path;
        return its.starts_with(path) && (path.empty() || its.size() == path.size() ||
                                         its[path.size()] == '.' || its[path.size()] == '[');
    });
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

std::string Section::beside(const std::string& path) const {
    const std::string& file = problems_->file();
    const std::size_t slash = file.rfind('/');
    return (slash == std::string::npos ? "" : file.substr(0, slash + 1)) + path;
}

const Place* Section::place() const {
    if (!is_map()) return nullptr;
    if (type_->maps.size() == 1) return type_->maps.front();
    for (const Place* const place : type_->maps)
        for (const std::string_view key : telling_keys(*place))
            if (has(key)) return place;
    return nullptr;
}

std::string_view Section::form() const {
    const Place* const its = place();
    if (its != nullptr)
        for (const std::string_view key : telling_keys(*its))
            if (has(key)) return key;
    return {};
}

bool Section::has(std::string_view key) const {
    return std::any_of(value_->entries.begin(), value_->entries.end(),
                       [&](const Entry& entry) { return entry.key == key; });
}

Section Section::at(const Entry& entry, const Place* its) const {
    Section section = *this;
    const language::Key* const row = its != nullptr ? language::find(*its, entry.key) : nullptr;
    const Type* const named = its != nullptr ? its->named : nullptr;
    section.value_ = entry.value;
    section.type_ = row != nullptr ? &row->type : named != nullptr ? named : &kAnything;
    // A path is for reading: a key that is no plain word is shown escaped and cut.
    const std::string name = entry.key.size() <= 60 ? escape(entry.key) : quote(entry.key, 60);
    section.path_ = path_.empty() ? name : path_ + '.' + name;
    section.key_ = entry.key;
    section.key_at_ = entry.where;
    return section;
}

std::optional<Section> Section::find(std::string_view key) const {
    for (const Entry& entry : value_->entries)
        if (entry.key == key) return at(entry, place());
    return std::nullopt;
}

std::vector<Section> Section::entries() const {
    std::vector<Section> all;
    const Place* const its = place();
    for (const Entry& entry : value_->entries) all.push_back(at(entry, its));
    return all;
}

std::vector<Section> Section::items() const {
    std::vector<Section> all;
    if (type_->item == nullptr || value_->items.size() > type_->longest) return all;
    for (std::size_t i = 0; i < value_->items.size(); ++i) {
        Section section = *this;
        section.value_ = value_->items[i];
        section.type_ = type_->item;
        section.path_ = fmt::format("{}[{}]", path_, i);
        section.key_at_ = section.value_->where;
        all.push_back(std::move(section));
    }
    return all;
}

std::optional<std::string> Section::text() const {
    return is_text() ? std::optional(value_->text) : std::nullopt;
}

std::optional<std::size_t> Section::number() const {
    const auto number = is_text() ? whole_number_of(value_->text) : std::nullopt;
    return number && *number >= type_->least && *number <= type_->most ? number : std::nullopt;
}

std::optional<bool> Section::yes_or_no() const {
    if (!is_text() || (value_->text != "true" && value_->text != "false")) return std::nullopt;
    return value_->text == "true";
}

const language::Word* Section::word() const {
    if (!is_text()) return nullptr;
    for (const language::Word& word : type_->words)
        if (word.name == value_->text) return &word;
    return nullptr;
}

}  // namespace sockgrade::spec
