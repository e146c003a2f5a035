#include "names/expression.hh"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "names/node.hh"

namespace sockgrade::names {

namespace {

using Node = Expression::Node;

// All values that one expression makes, together.
constexpr std::size_t kMostWork = std::size_t{32} << 20;

class Evaluation {
  public:
    explicit Evaluation(const Lookup& value_of) : value_of_(value_of) {}

    Value operator()(const Node& node) {
        Value value = come_to(node);
        const std::size_t size = size_of(value);
        work_ += size + 1;
        if (size > kMostBytes || work_ > kMostWork) throw Mistake("this expression becomes too large");
        return value;
    }

  private:
    Value come_to(const Node& node) {
        switch (node.kind) {
            case Node::Kind::constant:
                return node.constant;
            case Node::Kind::name:
                return value_of_(node.text);
            case Node::Kind::list: {
                List list;
                for (const NodePtr& part : node.parts) list.push_back((*this)(*part));
                return {std::move(list)};
            }
            case Node::Kind::call: {
                std::vector<Value> arguments;
                for (const NodePtr& part : node.parts) arguments.push_back((*this)(*part));
                try {
                    return node.function->call(arguments);
                } catch (const Mistake& mistake) {
                    throw Mistake(fmt::format("{}: {}", node.text, mistake.what()));
                }
            }
            case Node::Kind::either:
                return (*this)(*node.parts[truth(*node.parts[0]) ? 1 : 2]);
            case Node::Kind::operation:
                return operation(node);
        }
        return {};
    }

    static std::size_t size_of(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value.what)) return text->size();
        std::size_t size = 0;
        if (const auto* list = std::get_if<List>(&value.what))
            for (const Value& one : *list) size += size_of(one) + sizeof(Value);
        return size;
    }

    bool truth(const Node& node) {
        const Value value = (*this)(node);
        if (const auto* number = std::get_if<std::int64_t>(&value.what)) return *number != 0;
        throw Mistake(fmt::format("expected a comparison, not {}", kind_of(value)));
    }

    Value operation(const Node& node) {
        const std::string& sign = node.text;
        if (sign == "not") return {std::int64_t{truth(*node.parts[0]) ? 0 : 1}};
        if (sign == "and") return {std::int64_t{truth(*node.parts[0]) && truth(*node.parts[1]) ? 1 : 0}};
        if (sign == "or") return {std::int64_t{truth(*node.parts[0]) || truth(*node.parts[1]) ? 1 : 0}};
        const Value left = (*this)(*node.parts[0]);
        if (node.parts.size() == 1) return arithmetic('-', 0, number(sign, left));
        const Value right = (*this)(*node.parts[1]);
        if (sign == "==" || sign == "!=") return {std::int64_t{(left == right) == (sign == "==") ? 1 : 0}};
        if (sign.front() == '<' || sign.front() == '>') return compare(sign, left, right);
        if (const auto texts = both_texts(left, right); texts && sign == "+")
            return {*texts->first + *texts->second};
        if (sign == "+" && left.what.index() == right.what.index()) {
            if (const auto* list = std::get_if<List>(&left.what)) {
                List all = *list;
                const List& more = std::get<List>(right.what);
                all.insert(all.end(), more.begin(), more.end());
                return {std::move(all)};
            }
        }
        if (sign == "+" && (std::holds_alternative<std::string>(left.what) ||
                            std::holds_alternative<std::string>(right.what)))
            throw Mistake(
                fmt::format("+ joins two texts or adds two numbers, not {} and {}; text(...) makes a "
                            "text of a number",
                            kind_of(left), kind_of(right)));
        return arithmetic(sign.front(), number(sign, left), number(sign, right));
    }

    // Two numbers are none, though both may be texts as well.
    static std::optional<std::pair<const std::string*, const std::string*>> both_texts(const Value& left,
                                                                                       const Value& right) {
        const bool are_numbers = std::holds_alternative<std::int64_t>(left.what) &&
                                 std::holds_alternative<std::int64_t>(right.what);
        const std::string* const one = text_in(left);
        const std::string* const other = text_in(right);
        if (are_numbers || one == nullptr || other == nullptr) return std::nullopt;
        return std::pair{one, other};
    }

    static std::int64_t number(const std::string& sign, const Value& value) {
        if (const auto* found = std::get_if<std::int64_t>(&value.what)) return *found;
        throw Mistake(fmt::format("{} takes numbers, not {}", sign, kind_of(value)));
    }

    static Value compare(const std::string& sign, const Value& left, const Value& right) {
        const auto texts = both_texts(left, right);
        const auto* const a = std::get_if<std::int64_t>(&left.what);
        const auto* const b = std::get_if<std::int64_t>(&right.what);
        if (!texts && (a == nullptr || b == nullptr))
            throw Mistake(fmt::format("{} cannot be compared with {}", kind_of(left), kind_of(right)));
        const int order = texts ? texts->first->compare(*texts->second) : *a < *b ? -1 : *a > *b ? 1 : 0;
        const bool is_so = (order == 0 && sign.size() == 2) || (sign.front() == '<' ? order < 0 : order > 0);
        return {std::int64_t{is_so ? 1 : 0}};
    }

    static Value arithmetic(char sign, std::int64_t a, std::int64_t b) {
        std::int64_t result = 0;
        bool overflows = false;
        switch (sign) {
            case '+':
                overflows = __builtin_add_overflow(a, b, &result);
                break;
            case '-':
                overflows = __builtin_sub_overflow(a, b, &result);
                break;
            case '*':
                overflows = __builtin_mul_overflow(a, b, &result);
                break;
            default:
                if (b == 0) throw Mistake("nothing can be divided by 0");
                // The least number has no counterpart.
                if (b == -1) return arithmetic(sign == '/' ? '-' : '*', 0, sign == '/' ? a : 0);
                result = sign == '/' ? a / b : a % b;
                break;
        }
        if (overflows) throw Mistake("a number becomes too large");
        return {result};
    }

    const Lookup& value_of_;
    std::size_t work_ = 0;
};

void collect(const Node& node, std::vector<std::string>& names) {
    if (node.kind == Node::Kind::name && std::find(names.begin(), names.end(), node.text) == names.end())
        names.push_back(node.text);
    for (const NodePtr& part : node.parts) collect(*part, names);
}

}  // namespace

Expression Expression::parse(std::string_view text) {
    Expression expression;
    expression.root_ = parse_nodes(text);
    return expression;
}

std::vector<std::string> Expression::names() const {
    std::vector<std::string> names;
    collect(*root_, names);
    return names;
}

Value Expression::evaluate(const Lookup& value_of) const { return Evaluation(value_of)(*root_); }

}  // namespace sockgrade::names
