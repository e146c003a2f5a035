#include "plan/fill.hh"

#include <fmt/format.h>

#include <charconv>

#include "base/error.hh"
#include "base/placeholder.hh"
#include "base/text.hh"

namespace sockgrade::plan {

namespace {

std::string from_hexadecimal(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 3) {
        unsigned value = 0;
        std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
        bytes += static_cast<char>(value);
    }
    return bytes;
}

std::string every_byte() {
    std::string bytes;
    for (int value = 0; value < 256; ++value) bytes += static_cast<char>(value);
    return bytes;
}

}  // namespace

Filler::Filler(std::uint64_t seed, std::optional<Chosen> chosen, model::Transport transport,
               ReadFile read_file)
    : seed_(seed),
      words_(mix({seed, hash_of("word")})),
      chosen_(std::move(chosen)),
      transport_(transport),
      read_file_(std::move(read_file)) {}

std::string Filler::with_chosen(const std::string& text) const {
    return fill_placeholders(text, [&](const std::string& name) -> std::optional<std::string> {
        return chosen_ && chosen_->name == name ? std::optional(chosen_->value) : std::nullopt;
    });
}

std::string Filler::read(const std::string& path) const {
    if (!read_file_) throw UsageError(fmt::format("the file '{}' of a message cannot be read here", path));
    std::string bytes = read_file_(path);
    const std::size_t most = transport_ == model::Transport::udp ? 65'507 : std::size_t{1} << 20;
    if (bytes.size() > most)
        throw UsageError(fmt::format("the file '{}' has {}; a message has at most {}", path,
                                     count_of(bytes.size(), "byte"), count_of(most, "byte")));
    return bytes;
}

std::string Filler::bytes_of(const model::Message& message, std::size_t number) {
    switch (message.form) {
        case model::Message::Form::text:
            return fill_placeholders(
                message.text, [&](const std::string& name) -> std::optional<std::string> {
                    if (name == "word") return words_.next();
                    if (name == "n") return std::to_string(number);
                    return chosen_ && chosen_->name == name ? std::optional(chosen_->value) : std::nullopt;
                });
        case model::Message::Form::words: {
            std::size_t size = 0;
            std::from_chars(message.size.data(), message.size.data() + message.size.size(), size);
            return words_of(size, mix({seed_, hash_of("words"), messages_}));
        }
        case model::Message::Form::bytes:
            return from_hexadecimal(message.text);
        case model::Message::Form::file:
            return read(message.text);
        case model::Message::Form::every_byte:
            return every_byte();
    }
    return {};
}

void Filler::fill(model::Message& message, std::size_t number) {
    ++messages_;
    message.size = with_chosen(message.size);
    message.bytes = bytes_of(message, number);
}

void Filler::fill(model::Step& step) {
    if (auto* send = std::get_if<model::Send>(&step.action))
        for (std::size_t i = 0; i < send->messages.size(); ++i) fill(send->messages[i], i + 1);
    if (auto* reply = std::get_if<model::Reply>(&step.action))
        if (reply->with == model::Reply::With::message) fill(reply->message);
    if (auto* expect = std::get_if<model::Expect>(&step.action))
        if (expect->what == model::Expect::What::bytes) fill(expect->message);
    if (auto* prints = std::get_if<model::Prints>(&step.action))
        if (prints->what == model::Prints::What::message) fill(prints->message);
}

}  // namespace sockgrade::plan
