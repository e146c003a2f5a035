// An expression's text to its tree, from what binds least to what binds most.
#include <fmt/format.h>

#include "base/text.hh"
#include "names/node.hh"
#include "names/tokens.hh"

namespace sockgrade::names {

namespace {

using Node = Expression::Node;

// Of brackets in brackets.
constexpr std::size_t kDeepest = 50;

class Parser {
  public:
    explicit Parser(std::string_view text) : tokens_(tokens_of(text)) {}

    NodePtr all() {
        if (now().kind == Token::Kind::end) throw Mistake("expected an expression, but nothing stands here");
        NodePtr root = either();
        if (now().is("=")) throw Mistake("a name cannot be set here; to compare write ==");
        if (now().kind != Token::Kind::end)
            throw Mistake(fmt::format("expected an operator before {}", shown(now())));
        return root;
    }

  private:
    const Token& now() const { return tokens_[at_]; }

    static std::string shown(const Token& token) {
        switch (token.kind) {
            case Token::Kind::end:
                return "the end";
            case Token::Kind::number:
                return std::to_string(token.number);
            case Token::Kind::text:
                return quote(token.text, 40);
            default:
                return "'" + token.text + "'";
        }
    }

    static NodePtr operation(std::string sign, std::vector<NodePtr> parts) {
        return std::make_shared<Node>(
            Node{Node::Kind::operation, {}, std::move(sign), nullptr, std::move(parts)});
    }

    NodePtr either() {
        NodePtr left = both();
        while (now().is_word("or")) {
            ++at_;
            left = operation("or", {left, both()});
        }
        return left;
    }

    NodePtr both() {
        NodePtr left = inverse();
        while (now().is_word("and")) {
            ++at_;
            left = operation("and", {left, inverse()});
        }
        return left;
    }

    NodePtr inverse() {
        if (!now().is_word("not")) return comparison();
        const Deeper deeper(*this);
        ++at_;
        return operation("not", {inverse()});
    }

    NodePtr comparison() {
        NodePtr left = sum();
        for (const char* sign : {"==", "!=", "<=", ">=", "<", ">"})
            if (now().is(sign)) {
                ++at_;
                return operation(sign, {left, sum()});
            }
        return left;
    }

    NodePtr sum() {
        NodePtr left = product();
        while (now().is("+") || now().is("-")) {
            const std::string sign = now().text;
            ++at_;
            left = operation(sign, {left, product()});
        }
        return left;
    }

    NodePtr product() {
        NodePtr left = factor();
        while (now().is("*") || now().is("/") || now().is("%")) {
            const std::string sign = now().text;
            ++at_;
            left = operation(sign, {left, factor()});
        }
        return left;
    }

    NodePtr factor() {
        const Deeper deeper(*this);
        if (now().is("-")) {
            ++at_;
            return operation("-", {factor()});
        }
        if (now().is("(")) {
            ++at_;
            NodePtr inside = either();
            expect(")");
            return inside;
        }
        if (now().is("[")) {
            ++at_;
            return std::make_shared<Node>(Node{Node::Kind::list, {}, {}, nullptr, until("]")});
        }
        const Token token = now();
        if (token.kind == Token::Kind::number || token.kind == Token::Kind::text) {
            ++at_;
            const Value value = token.kind == Token::Kind::number ? Value{token.number} : Value{token.text};
            return std::make_shared<Node>(Node{Node::Kind::constant, value, {}, nullptr, {}});
        }
        if (token.kind != Token::Kind::name)
            throw Mistake(
                fmt::format("expected a number, a text, a name or a bracket, not {}", shown(token)));
        ++at_;
        if (now().is("(")) return call(token.text);
        if (token.text == "or" || token.text == "and" || token.text == "not")
            throw Mistake(fmt::format("expected something before '{}'", token.text));
        return std::make_shared<Node>(Node{Node::Kind::name, {}, token.text, nullptr, {}});
    }

    NodePtr call(const std::string& name) {
        ++at_;
        const Function* const function = function_named(name);
        if (function == nullptr && name != "if")
            throw Mistake(fmt::format("there is no function '{}'", name),
                          nearest_name(name, function_names()));
        std::vector<NodePtr> arguments = until(")");
        const std::size_t fewest = function == nullptr ? 3 : function->fewest;
        const std::size_t most = function == nullptr ? 3 : function->most;
        if (arguments.size() < fewest || arguments.size() > most)
            throw Mistake(fmt::format("{} takes {}, and has {} here", name,
                                      fewest == most ? count_of(fewest, "argument")
                                                     : fmt::format("{} to {} arguments", fewest, most),
                                      arguments.size()));
        const auto kind = function == nullptr ? Node::Kind::either : Node::Kind::call;
        return std::make_shared<Node>(Node{kind, {}, name, function, std::move(arguments)});
    }

    std::vector<NodePtr> until(const char* end) {
        std::vector<NodePtr> parts;
        if (!now().is(end)) {
            parts.push_back(either());
            while (now().is(",")) {
                ++at_;
                parts.push_back(either());
            }
        }
        expect(end);
        return parts;
    }

    void expect(const char* sign) {
        if (!now().is(sign)) throw Mistake(fmt::format("expected '{}' before {}", sign, shown(now())));
        ++at_;
    }

    struct Deeper {
        explicit Deeper(Parser& of) : parser(of) {
            if (++parser.depth_ > kDeepest) throw Mistake("these brackets lie too deep in one another");
        }
        ~Deeper() { --parser.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        Parser& parser;
    };

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

}  // namespace

NodePtr parse_nodes(std::string_view text) {
    if (text.size() > kLongestExpression)
        throw Mistake(fmt::format("an expression has at most {} bytes", kLongestExpression));
    return Parser(text).all();
}

}  // namespace sockgrade::names
