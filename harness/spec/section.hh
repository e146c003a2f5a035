// One value of a file, what may stand there, and its key path: the only way to read one. Whether it is what
// may stand there is told by `check`; reading finds nothing where something else stands, and goes on, so that
// one run shows every mistake.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.hh"
#include "language/language.hh"
#include "spec/value.hh"

namespace sockgrade::spec {

class Problems {
  public:
    explicit Problems(std::string file) : file_(std::move(file)) {}

    const std::string& file() const { return file_; }
    void add(Where where, std::string path, std::string message, std::string suggestion = {});
    // Those of another file that this one names.
    void add(const std::vector<SpecProblem>& others);
    // At this path, or further down?
    bool any_within(const std::string& path) const;
    // File after file, each in its order.
    void throw_if_any() const;

  private:
    std::string file_;
    std::vector<SpecProblem> problems_;
};

class Section {
  public:
    Section(ValuePtr root, const language::Type& type, Problems& problems)
        : value_(std::move(root)), type_(&type), problems_(&problems), key_at_(value_->where) {}

    const language::Type& type() const { return *type_; }
    const std::string& path() const { return path_; }
    const std::string& key() const { return key_; }  // under which it stands in its map
    int line() const { return key_at_.line; }
    // That path as it is seen from the folder of the file that this stands in.
    std::string beside(const std::string& path) const;
    const Value& value() const { return *value_; }

    bool is_text() const { return value_->kind == Value::Kind::text; }
    bool is_list() const { return value_->kind == Value::Kind::list; }
    bool is_map() const { return value_->kind == Value::Kind::map; }
    // The same, where something else may stand.
    Section as(const language::Type& type) const {
        Section section = *this;
        section.type_ = &type;
        return section;
    }
    // Which of the maps that may stand here this one is; null when it is none of them.
    const language::Place* place() const;
    // The key that tells it: "send". Empty when it is none of them.
    std::string_view form() const;

    bool has(std::string_view key) const;
    std::optional<Section> find(std::string_view key) const;
    std::vector<Section> entries() const;
    std::vector<Section> items() const;  // none of a list that is too long

    // Nothing when it is not that.
    std::optional<std::string> text() const;
    std::optional<std::size_t> number() const;
    std::optional<bool> yes_or_no() const;
    const language::Word* word() const;  // of those that the table has here
    bool is_word(std::string_view name) const { return word() != nullptr && word()->name == name; }
    template <typename T>
    std::optional<T> get() const {
        if constexpr (std::is_same_v<T, std::string>) {
            return text();
        } else if (const language::Word* const found = word(); found != nullptr && found->is<T>()) {
            return found->as<T>();
        } else if constexpr (std::is_same_v<T, bool>) {
            return yes_or_no();
        } else if constexpr (std::is_integral_v<T>) {
            const auto found_number = number();
            return found_number ? std::optional(static_cast<T>(*found_number)) : std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    // What stands behind that key, where it is there and right.
    template <typename T>
    void read(std::string_view key, T& into) const {
        const std::optional<Section> found = find(key);
        if (!found) return;
        if (auto value = found->get<T>()) into = std::move(*value);
    }
    template <typename T>
    void read(std::string_view key, std::optional<T>& into) const {
        if (const auto found = find(key)) into = found->get<T>();
    }

    void problem(std::string message, std::string suggestion = {}) const;
    // About the key rather than what stands behind it.
    void key_problem(std::string message, std::string suggestion = {}) const;
    // Is nothing wrong with it, nor with anything in it?
    bool is_sound() const { return !problems_->any_within(path_); }

  private:
    Section at(const Entry& entry, const language::Place* its) const;

    ValuePtr value_;
    const language::Type* type_;
    Problems* problems_;
    std::string path_;
    std::string key_;
    Where key_at_;
};

}  // namespace sockgrade::spec
