#include "manual/completion.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "system/temporary_folder.hh"
#include "tests/unit/manual/sample.hh"

namespace sockgrade::manual {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Bash itself, in a folder with the files answer.py and notes.txt: what it offers for the last of `words`.
class Bash : public testing::Test {
  protected:
    Bash() {
        std::ofstream(file("completion")) << bash_completion(sample());
        std::ofstream(file("answer.py")) << "";
        std::ofstream(file("two words.txt")) << "";
    }

    std::vector<std::string> offers(const std::string& words) const {
        const std::string script =
            "cd '" + folder_.path() + "' && source ./completion && COMP_WORDS=(sockgrade " + words +
            ") && COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) && _sockgrade && printf '%s\\n' \"${COMPREPLY[@]}\"";
        std::FILE* const output = ::popen(("bash -c " + quoted(script)).c_str(), "r");
        std::string text;
        for (int letter = std::fgetc(output); letter != EOF; letter = std::fgetc(output))
            text += static_cast<char>(letter);
        EXPECT_EQ(::pclose(output), 0) << words;
        std::vector<std::string> lines;
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);)
            if (!line.empty()) lines.push_back(line);
        return lines;
    }

  private:
    static std::string quoted(const std::string& text) {
        std::string result = "'";
        for (const char letter : text)
            result += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
        return result + "'";
    }
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }

    system::TemporaryFolder folder_{"sockgrade-unit"};
};

TEST_F(Bash, OffersCommands) {
    EXPECT_THAT(offers("''"), ElementsAre("check", "lint", "proxy"));
    EXPECT_THAT(offers("ch"), ElementsAre("check"));
    EXPECT_THAT(offers("--v"), ElementsAre("--version"));
    EXPECT_THAT(offers("proxy ''"), ElementsAre("udp", "tcp"));
    EXPECT_THAT(offers("nothing ''"), IsEmpty());
}

TEST_F(Bash, OffersTheOptionsOfTheCommand) {
    EXPECT_THAT(offers("check -"), ElementsAre("--color", "--output", "-o", "--verbose", "-v", "--seed"));
    EXPECT_THAT(offers("check echo --s"), ElementsAre("--seed"));
    EXPECT_THAT(offers("proxy udp --"), ElementsAre("--listen", "--color"));
    EXPECT_THAT(offers("lint --"), IsEmpty());
}

TEST_F(Bash, OffersKnownValuesOfAnOption) {
    EXPECT_THAT(offers("check --color a"), ElementsAre("auto", "always"));
    EXPECT_THAT(offers("check --color = al"), ElementsAre("always"));
    EXPECT_THAT(offers("check --color ="), ElementsAre("auto", "always", "never"));
    EXPECT_THAT(offers("check --seed ''"), IsEmpty());
    EXPECT_THAT(offers("check -o a"), ElementsAre("answer.py"));
}

TEST_F(Bash, OffersWhatStandsAtEachPlace) {
    EXPECT_THAT(offers("check ''"), ElementsAre("echo", "udp-ping"));
    EXPECT_THAT(offers("check echo an"), ElementsAre("answer.py"));
    EXPECT_THAT(offers("check --color never -v --seed 5 echo tw"), ElementsAre("two words.txt"));
    EXPECT_THAT(offers("check --color = never e"), ElementsAre("echo"));
    EXPECT_THAT(offers("check echo answer.py ''"), IsEmpty());
    EXPECT_THAT(offers("lint echo a"), ElementsAre("answer.py"));
    EXPECT_THAT(offers("lint echo udp"), ElementsAre("udp-ping"));
}

TEST_F(Bash, OffersFilesToTheProgramsOwnWords) {
    EXPECT_THAT(offers("check echo answer.py -- a"), ElementsAre("answer.py"));
    EXPECT_THAT(offers("check echo answer.py -- --s"), IsEmpty());
}

TEST(Zsh, HandsEachCommandsWordsToArguments) {
    const std::string script = zsh_completion(sample());
    EXPECT_THAT(script, testing::StartsWith("#compdef sockgrade\n"));
    EXPECT_THAT(script, HasSubstr("_sockgrade_proxy_udp() {\n    _arguments -s -S"));
    EXPECT_THAT(script, HasSubstr("'(--color)--color=[auto, always, never]:TEXT:(auto always never)'"));
    EXPECT_THAT(script, HasSubstr("'(--verbose -v)-v[tell all\\: it'\\''s more]'"));
    EXPECT_THAT(script, HasSubstr("'(--output -o)-o[where the report goes]:FILE:_files'"));
    EXPECT_THAT(script, HasSubstr("'1:EXERCISE:(echo udp-ping)'"));
    EXPECT_THAT(script,
                HasSubstr("'*:SPEC:{_alternative \"words:word:(echo udp-ping)\" \"files:file:_files\"}'"));
    EXPECT_THAT(script, HasSubstr("                'proxy:a faulty link'\n"));
}

TEST(Fish, HasALineForEachOptionAndCommand) {
    const std::string script = fish_completion(sample());
    EXPECT_THAT(
        script,
        HasSubstr("complete -c sockgrade -n '__fish_use_subcommand' -a check -d 'grade one program'\n"));
    EXPECT_THAT(script, HasSubstr("complete -c sockgrade -n '__fish_seen_subcommand_from check' -l verbose "
                                  "-s v -d 'tell all: it\\'s more'\n"));
    EXPECT_THAT(script, HasSubstr("complete -c sockgrade -n '__fish_seen_subcommand_from check' -l color -r "
                                  "-a 'auto always never' -d"));
    EXPECT_THAT(
        script,
        HasSubstr("complete -c sockgrade -n '__fish_seen_subcommand_from check' -a 'echo udp-ping'\n"));
    EXPECT_THAT(script, HasSubstr("complete -c sockgrade -n '__fish_seen_subcommand_from proxy; and "
                                  "__fish_seen_subcommand_from udp' -l listen -r"));
    EXPECT_THAT(script, HasSubstr("complete -c sockgrade -n '__fish_seen_subcommand_from proxy; and not "
                                  "__fish_seen_subcommand_from udp tcp' -a udp"));
}

}  // namespace
}  // namespace sockgrade::manual
