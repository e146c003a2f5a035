#include "spec/read_action.hh"

#include <fmt/format.h>

#include "base/text.hh"

namespace sockgrade::spec {

std::optional<model::Action> read_bare_word(const Section& section, Words<MakeAction> words, Forms forms) {
    const std::string word = *section.text();
    for (const Word<MakeAction>& known : words)
        if (known.name == word) return known.value();
    std::vector<std::string> expected = names_of(words);
    for (const Form& form : forms) {
        if (form.key == word) {
            section.problem(fmt::format("'{}' needs to say what: write '{}: ...'", word, word));
            return std::nullopt;
        }
        expected.push_back(fmt::format("{}: ...", form.key));
    }
    section.problem(fmt::format("expected {}, not {}", list_of(expected, "or"), quote(word, 60)),
                    nearest_name(word, names_of(words)));
    return std::nullopt;
}

}  // namespace sockgrade::spec
