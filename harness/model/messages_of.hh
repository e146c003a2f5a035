// The messages of one action, each once and in the order in which they stand in it: what is sent, and what is
// awaited. The rules of `whenever` have messages of their own, which are filled in when something comes.
#pragma once

#include <variant>

#include "model/step.hh"

namespace sockgrade::model {

enum class Use {
    sent,
    awaited,
    pattern  // awaited, too: `text` and `bytes` are a regular expression
};

constexpr Use use_of(const Wanted& wanted) { return wanted.is_pattern ? Use::pattern : Use::awaited; }

// `visit(message, use)`. `action` may be const; so are the messages then.
template <class AnyAction, class Visit>
void each_message(AnyAction& action, const Visit& visit) {
    const auto wanted = [&](auto& one) { visit(one.message, use_of(one)); };
    if (auto* send = std::get_if<Send>(&action))
        for (auto& message : send->messages) visit(message, Use::sent);
    if (auto* reply = std::get_if<Reply>(&action))
        if (reply->with == Reply::With::message) visit(reply->message, Use::sent);
    if (auto* typed = std::get_if<Typed>(&action)) visit(typed->message, Use::sent);
    if (auto* connect = std::get_if<Connect>(&action))
        if (connect->port) visit(*connect->port, Use::sent);
    if (auto* prints = std::get_if<Prints>(&action)) {
        const bool is_pattern = prints->what == Prints::What::pattern;
        if (is_pattern || prints->what == Prints::What::message)
            visit(prints->message, is_pattern ? Use::pattern : Use::awaited);
    }
    if (auto* wrote = std::get_if<Wrote>(&action))
        for (auto& file : wrote->files) wanted(file.content);
    if (auto* expect = std::get_if<Expect>(&action)) {
        visit(expect->message, Use::awaited);
        for (auto& message : expect->messages) visit(message, Use::awaited);
        for (auto& one : expect->wanted) wanted(one);
        if (expect->response) {
            for (auto& header : expect->response->headers) wanted(header.value);
            if (expect->response->body) wanted(*expect->response->body);
        }
        if (expect->until) visit(*expect->until, Use::awaited);
    }
}

}  // namespace sockgrade::model
