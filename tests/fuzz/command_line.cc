// The small languages of the command line: --shard, --only, --drop and its like, fields, words for a shell.
#include "base/error.hh"
#include "base/shell_word.hh"
#include "by_hand/fault_words.hh"
#include "cli/shard.hh"
#include "plan/only.hh"
#include "tests/fuzz/problems.hh"
#include "tests/fuzz/target.hh"

namespace sockgrade::fuzz {

namespace {

// One word of a POSIX shell (2.2): quotes and backslashes gone; nothing where it is more or less than a word.
std::string read_by_shell(std::string_view text) {
    std::string word;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') {
            const std::size_t end = text.find('\'', i + 1);
            require(end != std::string_view::npos, "a quote is closed", text);
            word += text.substr(i + 1, end - i - 1);
            i = end;
        } else if (text[i] == '\\') {
            require(i + 1 < text.size() && text[i + 1] != '\n', "a backslash stands before a letter", text);
            word += text[++i];
        } else {
            require(std::string_view("|&;<>()$`\" \t\n*?[#~").find(text[i]) == std::string_view::npos,
                    "a word does nothing in a shell", text);
            word += text[i];
        }
    }
    return word;
}

template <class Read>
void try_to(const Read& read) {
    try {
        read();
    } catch (const SpecError& error) {
        for (const SpecProblem& one : error.problems()) require_plain(one.to_string());
    } catch (const UsageError& error) {
        require_plain(error.what());
    }
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const std::string text = pieces.text();
    const std::string other = pieces.text();
    require(read_by_shell(shell_word(text)) == text, "a shell reads the word", text);
    try_to([&] {
        const cli::Shard shard = cli::shard_of(text);
        require(shard.number >= 1 && shard.number <= shard.of && shard.of <= 1000, "a shard is one of some",
                text);
    });
    try_to([&] {
        const plan::Only only = plan::only_from(text);
        require(plan::only_from(plan::to_string(only)) == only, "parts are written as they are read", text);
    });
    for (const model::Transport transport : {model::Transport::udp, model::Transport::tcp})
        for (const by_hand::FaultOption& option : by_hand::fault_options(transport))
            try_to([&] {
                std::vector<model::Field> fields;
                if (!other.empty()) fields.push_back(by_hand::field_of(other));
                for (const model::FaultRule& rule : by_hand::rules_of(option.name, text, transport, fields))
                    require_plain(by_hand::in_words(rule, transport));
            });
    try_to([&] { by_hand::rules_of_file(std::string(input), "x.yaml", false); });
}

}  // namespace sockgrade::fuzz
