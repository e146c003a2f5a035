// Builds the tree from yaml-cpp's events rather than from its nodes: events keep the order and the marks of
// everything, and say what is an alias. An alias shares its anchor's value, so a document of a few lines
// whose aliases unfold to millions of values costs nothing to build; its counted size then refuses it.
#include "spec/value.hh"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>

#include "base/error.hh"
#include "base/text.hh"
#include "spec/yaml_errors.hh"

namespace sockgrade::spec {

namespace {

constexpr std::size_t kMostDepth = 50;

// yaml-cpp counts bytes from 0; editors count characters from 1.
class Lines {
  public:
    explicit Lines(const std::string& text) : text_(text) {
        starts_.push_back(text.starts_with("\xef\xbb\xbf") ? 3 : 0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') starts_.push_back(i + 1);
    }
    Where at(int line, int column) const {
        if (line < 0 || column < 0) return {1, 1};  // yaml-cpp's null mark
        const auto index = std::min(static_cast<std::size_t>(line), starts_.size() - 1);
        const std::size_t begin = starts_[index];
        const std::size_t end = std::min(begin + static_cast<std::size_t>(column), text_.size());
        const auto is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
        const auto characters =
            std::count_if(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                          text_.begin() + static_cast<std::ptrdiff_t>(end), is_first_byte);
        return {static_cast<int>(index) + 1, static_cast<int>(characters) + 1};
    }

  private:
    const std::string& text_;
    std::vector<std::size_t> starts_;
};

struct Refused {
    Where where;
    std::string message;
};

class Builder : public YAML::EventHandler {
  public:
    Builder(const Lines& lines, const std::string& what, std::size_t most_values)
        : lines_(lines), what_(what), most_values_(most_values) {}

    ValuePtr root() const { return root_; }
    // Where the list or map begins that is not at its end yet.
    std::optional<Where> unfinished() const {
        return open_.empty() ? std::nullopt : std::optional(open_.back().value->where);
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (root_)
            throw Refused{where(mark),
                          fmt::format("this does not belong to what stands before it: check the indentation "
                                      "(this {} is one YAML document)",
                                      what_)};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        place(anchor, value(Value::Kind::nothing, mark));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto known = anchors_.find(anchor);
        if (known == anchors_.end()) throw Refused{where(mark), "an alias that stands inside its own anchor"};
        attach(known->second, where(mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  const std::string& text) override {
        const auto made = value(Value::Kind::text, mark);
        made->text = text;
        place(anchor, made);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Value::Kind::list, mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Value::Kind::map, mark, anchor);
    }
    void OnMapEnd() override { close(); }

  private:
    struct Open {
        std::shared_ptr<Value> value;
        YAML::anchor_t anchor;
        std::shared_ptr<Entry> entry;  // a map's, whose key is known and whose value is not
    };

    Where where(const YAML::Mark& mark) const { return lines_.at(mark.line, mark.column); }

    std::shared_ptr<Value> value(Value::Kind kind, const YAML::Mark& mark) const {
        auto made = std::make_shared<Value>();
        made->kind = kind;
        made->where = where(mark);
        return made;
    }
    void place(YAML::anchor_t anchor, const ValuePtr& made) {
        if (anchor != YAML::NullAnchor) anchors_[anchor] = made;
        attach(made, made->where);
    }
    void open(Value::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
        // yaml-cpp calls itself for each level.
        if (open_.size() >= kMostDepth) throw Refused{where(mark), "lists and maps are nested too deeply"};
        open_.push_back({value(kind, mark), anchor, nullptr});
    }
    void close() {
        const Open done = open_.back();
        open_.pop_back();
        place(done.anchor, done.value);
    }
    void attach(const ValuePtr& made, Where at) {
        if (open_.empty()) {
            root_ = made;
            return;
        }
        Open& parent = open_.back();
        if (parent.value->kind == Value::Kind::map && !parent.entry) {
            if (made->kind != Value::Kind::text)
                throw Refused{at,
                              "a key must be a word; put text that begins with '{', '[' or '?' in quotes"};
            parent.entry = std::make_shared<Entry>(Entry{made->text, at, nullptr});
            return;
        }
        parent.value->size += made->size;
        if (parent.value->size > most_values_)
            throw Refused{at, fmt::format("too much: aliases (*name) make this {} too large", what_)};
        if (parent.value->kind == Value::Kind::list) {
            parent.value->items.push_back(made);
            return;
        }
        parent.entry->value = made;
        parent.value->entries.push_back(*parent.entry);
        parent.entry.reset();
    }

    const Lines& lines_;
    const std::string& what_;
    std::size_t most_values_;
    ValuePtr root_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, ValuePtr> anchors_;
};

[[noreturn]] void refuse(const std::string& file, Where where, std::string message) {
    throw SpecError({SpecProblem{file, where.line, where.column, {}, std::move(message), {}}});
}

// yaml-cpp would guess an encoding, and takes a zero byte for the end.
void check_characters(const std::string& text, const std::string& file, const std::string& what,
                      std::size_t most) {
    if (text.size() > most)
        refuse(file, {1, 1}, fmt::format("larger than {} MiB; no {} is that long", most >> 20, what));
    std::size_t begin = 0;
    for (int line = 1; begin <= text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view one = std::string_view(text).substr(begin, end - begin);
        if (!is_utf8(one)) refuse(file, {line, 1}, "not UTF-8 text");
        const auto is_stray = [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r';
        };
        if (std::any_of(one.begin(), one.end(), is_stray))
            refuse(file, {line, 1},
                   "a control character; write it as an escape in quotes, such as \"\\x01\"");
        begin = end + 1;
    }
}

}  // namespace

ValuePtr parse_yaml(const std::string& text, const std::string& file, const std::string& what,
                    const TextLimits& limits) {
    check_characters(text, file, what, limits.bytes);
    const Lines lines(text);
    Builder builder(lines, what, limits.values);
    try {
        std::istringstream input(text);
        YAML::Parser parser(input);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const YAML::Exception& error) {
        // For a brace that is never closed yaml-cpp names the first character of the file, or one far behind
        // it.
        const bool is_unclosed = error.msg.find("flow not found") != std::string::npos;
        const Where at = lines.at(error.mark.line, error.mark.column);
        refuse(file, is_unclosed ? builder.unfinished().value_or(at) : at, clear_yaml_message(error.msg));
    } catch (const Refused& refused) {
        refuse(file, refused.where, refused.message);
    }
    if (!builder.root() || builder.root()->kind == Value::Kind::nothing)
        refuse(file, {1, 1}, fmt::format("this {} is empty", what));
    return builder.root();
}

}  // namespace sockgrade::spec
