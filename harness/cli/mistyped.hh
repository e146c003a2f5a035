// A command line that can't be understood: what is wrong with it, in one sentence.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
class Validator;
}  // namespace CLI

namespace sockgrade::cli {

// For options that take one of these words, or a whole number from `least` to `most`.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator number_from(std::size_t least, std::size_t most);

// UsageError where the first word is no command, with the nearest.
void refuse_unknown_command(const CLI::App& app, const std::vector<std::string>& words);

// What CLI11 found when it parsed, with the nearest option and the command whose help says more.
std::string complaint(const CLI::App& app, const CLI::ParseError& error);

}  // namespace sockgrade::cli
